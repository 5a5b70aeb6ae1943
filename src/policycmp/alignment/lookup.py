"""Names as people type them, resolved to what they name."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from policycmp.alignment.confidence import find_row_confidence
from policycmp.alignment.explain import compare_words, explain_match
from policycmp.alignment.features import WHOLE, measure_all, measure_share
from policycmp.alignment.index import build_index
from policycmp.alignment.polarity import CUES
from policycmp.alignment.wording import Wording
from policycmp.alignment.words import FILLERS
from policycmp.model.names import Closeness, Finding, Hit, Kind, Named
from policycmp.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policycmp.alignment.index import Index
    from policycmp.model.corpus import Corpus

SURE = 0.95
"""Confidence (0 to 1) from which a misspelt name is taken."""
WORTH_NAMING = 0.01
"""Confidence from which a name is suggested."""


def list_names(corpus: Corpus, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[Named, ...]:
    """Everything in the corpus that has a name, of these kinds, in codebook order."""
    named: list[Named] = []
    if Kind.ACTOR in kinds:
        named += [
            Named(
                kind=Kind.ACTOR,
                id=a.id,
                title=a.name,
                names=tuple(n for n in (a.short, *a.aliases, a.affiliation) if n),
            )
            for a in corpus.actors
        ]
    if Kind.ISSUE in kinds:
        named += [
            Named(kind=Kind.ISSUE, id=i.id, title=i.title, names=i.aliases, reversed_names=i.reversed_aliases)
            for i in corpus.issues
        ]
    if Kind.TOPIC in kinds:
        named += [Named(kind=Kind.TOPIC, id=t.id, title=t.title, names=t.aliases) for t in corpus.topics]
    if Kind.SOURCE in kinds:
        named += [
            Named(
                kind=Kind.SOURCE,
                id=s.id,
                title=s.title,
                names=tuple(n for n in (s.author, s.publisher) if n),
            )
            for s in corpus.sources
        ]
    return tuple(named)


def find_name(query: str | Wording, things: Sequence[Named], *, exact: bool = False) -> Finding:
    """What the query names among these things.

    An id decides at once. Else an equal name does, case, accents, word order and punctuation
    aside; else, unless `exact`, the same words but for endings, then words or initials of a name,
    then those once misspelt words are put right, then a spelling that is almost surely meant. Two
    things equally good are both returned. A negation is never taken for its affirmation. A query
    that is looked for again is best given as a Wording, taken apart once.
    """
    typed = Wording(query) if isinstance(query, str) else query
    index = build_index(tuple(things))
    by_id = [n for n, wording in enumerate(index.wordings) if _is_id(typed, wording, index.thing_at(n))]
    equal = _take_first(typed, index, by_id or _find_equal(typed, index))
    if equal or exact:
        nearest = () if equal else _find_near(typed, index)[:3]
        return Finding(query=typed.text, hits=equal, nearest=nearest)
    for numbers in (_find_inflected(typed, index), _find_partial(typed, index)):
        found = _take_first(typed, index, _put_plain_first(typed, index, numbers), Closeness.PART)
        plain = tuple(hit for hit in found if not hit.is_suspected)
        if plain or (found and not typed.direction.cues):
            return Finding(query=typed.text, hits=plain or found)
        if found:
            return Finding(query=typed.text, nearest=found[:3])
    respelt = _take_first(typed, index, _find_respelt(typed, index), Closeness.NEAR)
    if len(respelt) == 1 and not respelt[0].is_suspected:
        return Finding(query=typed.text, hits=respelt)
    near = _find_near(typed, index)
    if near and near[0].score >= SURE and not near[0].is_suspected and _is_found(typed, near[0].name, index):
        return Finding(query=typed.text, hits=near[:1])
    return Finding(query=typed.text, nearest=near[:3])


def _is_id(typed: Wording, wording: Wording, thing: Named) -> bool:
    return typed.text == wording.text == thing.id


def _take_first(
    typed: Wording, index: Index, numbers: Iterable[int], closeness: Closeness = Closeness.EXACT
) -> tuple[Hit, ...]:
    """A hit for each thing, by the first of its spellings."""
    first: dict[tuple[Kind, str], int] = {}
    for number in numbers:
        thing = index.thing_at(number)
        first.setdefault((thing.kind, thing.id), number)
    return tuple(_hit(typed, index, number, closeness) for number in first.values())


def _hit(typed: Wording, index: Index, number: int, closeness: Closeness, score: float = 1.0) -> Hit:
    named, name = index.thing_at(number), index.wordings[number]
    return Hit(
        named=named,
        name=name.text,
        closeness=closeness,
        score=score,
        is_reversed=name.text in named.reversed_names and name.text not in named.names,
        is_suspected=closeness is not Closeness.EXACT and _is_turned(typed, name),
        why=explain_match(typed, named, name),
    )


def _is_turned(typed: Wording, name: Wording) -> bool:
    """Whether one is the suspected reversal of the other; a cue that was typed as it stands in the name,
    such as `asset freezes` of `visa bans and asset freezes`, turns nothing."""
    if typed.direction.cues and f" {typed.folded} " in f" {name.folded} ":
        return False
    return typed.is_turned(name)


def _put_plain_first(typed: Wording, index: Index, numbers: Iterable[int]) -> list[int]:
    return sorted(numbers, key=lambda number: _is_turned(typed, index.wordings[number]))


def _find_equal(typed: Wording, index: Index) -> list[int]:
    if not typed.words:
        return []
    return [n for n, wording in enumerate(index.wordings) if wording.sorted_words == typed.sorted_words]


def _find_inflected(typed: Wording, index: Index) -> list[int]:
    """Names of the same words, endings and fillers aside."""
    if set(typed.words) <= FILLERS:
        return []
    wanted = sorted(typed.stems)
    return [n for n, wording in enumerate(index.wordings) if sorted(wording.stems) == wanted]


def _find_partial(typed: Wording, index: Index) -> list[int]:
    """Names that hold every word typed; where there are none, those whose words begin so, or
    whose initials were typed."""
    wanted = set(typed.stems)
    if not wanted - CUES - FILLERS:
        return []
    whole = [n for n, wording in enumerate(index.wordings) if wanted <= set(wording.stems)]
    return whole or [n for n, wording in enumerate(index.wordings) if _begins(typed, wording)]


def _begins(typed: Wording, name: Wording) -> bool:
    """Whether it was begun to type the name, or its initials were typed, or its words run together."""
    return (
        typed.folded in name.initials or _begins_words(typed.words, name.words) or _runs_together(typed, name)
    )


def _find_respelt(typed: Wording, index: Index) -> list[int]:
    """Names that hold every word typed, once words that no name has are spelt as the nearest that one has."""
    known = {word for wording in index.wordings for word in wording.telling}
    respelt = [word if word in known else _respell(word, known) for word in typed.telling]
    if None in respelt or respelt == list(typed.telling):
        return []
    wanted = set(map(stem, filter(None, respelt)))
    return [n for n, wording in enumerate(index.wordings) if wanted <= set(wording.stems)]


def _respell(word: str, known: Iterable[str]) -> str | None:
    """The word of the known ones that is nearest by letters, unless none is near."""
    alike, near = max(((compare_words(word, other), other) for other in known), default=(0.0, ""))
    return near if alike else None


def _is_found(typed: Wording, name: str, index: Index) -> bool:
    """Whether the name has all that was typed, but for misspelling."""
    return measure_share(index.weigh(typed), index.weigh(Wording(name)))[0] >= WHOLE


def _begins_words(typed: Sequence[str], own: Sequence[str]) -> bool:
    return bool(typed) and all(len(word) > 2 and any(w.startswith(word) for w in own) for word in typed)


def _runs_together(typed: Wording, name: Wording) -> bool:
    """Whether what was typed is words of the name with other spaces, such as `wargames`."""
    run, own = typed.letters, name.words
    rests = ("".join(own[n:]) for n in range(len(own)))
    return len(run) > 4 and any(
        run in accumulate(own[n:]) for n, rest in enumerate(rests) if rest.startswith(run)
    )


def _find_near(typed: Wording, index: Index) -> tuple[Hit, ...]:
    odds = {n: f.part_odds for n, f in measure_all(index.weigh(typed), index).items()}
    turned = typed.direction.cues % 2
    cues = {n: index.wordings[n].direction.cues % 2 for n in odds}
    ranked = sorted(odds, key=lambda n: (-round(odds[n], 1), turned != cues[n], n))
    best = {index.owners[n]: odds[n] for n in reversed(ranked)}
    confidence = find_row_confidence({(0, owner): value for owner, value in best.items()})
    first = {index.owners[n]: n for n in reversed(ranked)}
    return tuple(
        _hit(typed, index, n, Closeness.NEAR, confidence[0, index.owners[n]])
        for n in ranked
        if first[index.owners[n]] == n and confidence[0, index.owners[n]] >= WORTH_NAMING
    )
