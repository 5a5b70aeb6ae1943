"""How alike two things are, each with several names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.features import measure_all
from policycmp.alignment.wording import Wording
from policycmp.model.names import Kind
from policycmp.record import dataclass, replace
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from policycmp.alignment.features import Features
    from policycmp.alignment.index import Index
    from policycmp.model.names import Named

DOUBT = 2.0
"""What a suspected reversal takes from the log of the odds, when names of two things compete to stand
for them; names that are not close lose half of it."""
EQUAL = 30.0
"""The log of the odds of equal names."""
SAME_ID = -1.2
"""The log of the odds of things that share only an id that tells nothing, such as `item-12`: enough to
be shown to a person where nothing else comes near."""
SURE = 0.95
"""Confidence from which a match is sure."""
SURE_IN_PART = 0.98
"""The same where one name has all words of the other and a word or two more, which may be the point."""
SURE_OF_A_WORD = 0.995
"""The same where the other is a single word, as in `Labour Union` and `Labour`."""
REPLACED = 0.1
"""The most of both names that may have other words in its place for a match to be sure."""
QUALIFIERS = 2
"""So many words more than the other's qualify a name; many more make a sentence of it."""
_USUAL = frozenset(
    ["actor", "code", "frage", "issue", "item", "question", "statement", "these", "thesis", "topic"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two things are, by their two most alike names."""

    odds: float
    """The log of the odds that they are the same, were there no others."""
    is_close: bool
    """Whether neither has another word in a word's place, or another number."""
    sure_from: float
    """The confidence from which a match by these names is sure."""
    is_suspected: bool
    """Whether a cue on one side only makes one issue perhaps the reversal of the other."""
    is_reversed: bool
    """Whether just one of the two names is a reversed one."""
    theirs: Wording
    ours: Wording
    is_apart: bool = False
    """Whether they have different affiliations or kinds."""
    adds_most: bool = False
    """Whether a question has all words of the other's name and still more of its own, any of which may
    turn it round."""

    @property
    def is_equal(self) -> bool:
        """Whether the two are called the same."""
        return self.odds >= EQUAL


def compare_with_all(
    thing: Named, wordings: Iterable[Wording], index: Index, bound: Container[int] = ()
) -> dict[int, Likeness]:
    """The likeness of a thing of these wordings with each of the index that has anything in common.

    The nearest of the `bound` things are looked at too, where others would crowd them out.
    """
    best: dict[int, Likeness] = {}
    asks = thing.kind is Kind.ISSUE
    for typed in {wording.text: wording for wording in wordings}.values():
        turned = typed.text in thing.reversed_names
        for number, features in measure_all(index.weigh(typed), index, bound=bound).items():
            owner, name = index.owners[number], index.wordings[number]
            equal = typed.sorted_words == name.sorted_words
            is_part = not equal and _is_part(typed, name)
            likeness = Likeness(
                odds=EQUAL if equal else features.odds,
                is_close=equal or _is_close(features),
                sure_from=_find_least(typed, name) if is_part else SURE,
                is_suspected=asks and not equal and typed.is_turned(name),
                is_reversed=turned != (name.text in index.things[owner].reversed_names),
                theirs=typed,
                ours=name,
                adds_most=asks and not equal and _adds_most(typed, name),
            )
            if owner not in best or _rank(likeness) > _rank(best[owner]):
                best[owner] = likeness
    return best


def _is_close(features: Features) -> bool:
    numbers = features.different_numbers or features.number_in_one
    return not numbers and features.replaced <= REPLACED


def _is_part(one: Wording, other: Wording) -> bool:
    mine, theirs = set(one.stems), set(other.stems)
    more = max(mine - theirs, theirs - mine, key=len)
    return 0 < len(more) <= QUALIFIERS and (mine <= theirs or theirs <= mine)


def _adds_most(one: Wording, other: Wording) -> bool:
    less, more = sorted((set(one.stems), set(other.stems)), key=len)
    return less <= more and len(more) > 2 * len(less)


def _find_least(one: Wording, other: Wording) -> float:
    return SURE_OF_A_WORD if min(len(one.stems), len(other.stems)) == 1 else SURE_IN_PART


def _rank(likeness: Likeness) -> tuple[float, bool]:
    doubts = DOUBT * likeness.is_suspected + DOUBT / 2 * (not likeness.is_close)
    return likeness.odds - doubts, not likeness.is_reversed


def join_by_id(thing: Named, likeness: Likeness | None) -> Likeness:
    """The likeness with the thing of the same id, which is never quite nothing."""
    if likeness and likeness.odds >= SAME_ID:
        return likeness
    same = Wording(thing.id)
    return Likeness(
        odds=SAME_ID,
        is_close=False,
        sure_from=SURE,
        is_suspected=False,
        is_reversed=False,
        theirs=same,
        ours=same,
    )


def drop_opaque_id(thing: Named) -> Named:
    """The thing without its id, where that is a number with at most a usual word, such as `item-12`."""
    letters = "".join(c if c.isalpha() else " " for c in fold(thing.id)).split()
    return thing if any(len(word) > 1 and word not in _USUAL for word in letters) else replace(thing, id="")
