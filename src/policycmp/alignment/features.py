"""How alike two names are: a few named features, and what they weigh together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policycmp.alignment.index import are_initials, are_short_forms
from policycmp.alignment.synonyms import find_groups
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from policycmp.alignment.index import Index, Spelling

LOOKED_AT = 12
"""So many spellings, nearest by trigrams, are compared word by word."""
HALF_ALIKE = 0.5
"""Words less alike than this have nothing in common; from here to 1 it counts from 0 to 1."""
SAME_STEM = 0.94
BEGUN = 0.6
"""How alike a word and one that begins with it are, at least."""
SYNONYM = 0.5
WHOLE = 0.8
"""From this share on, the first may be a part of the second."""

WEIGHTS = {
    "trigrams": 5.1,
    "larger share": 3.5,
    "smaller share": 3.1,
    "beginning": 2.3,
    "different numbers": -0.5,
    "a number in one": -0.4,
    "short form": 1.1,
}
"""What each feature adds to the log of the odds, as `benchmarks/fit_alignment.py` finds it."""
NOTHING = 4.2
"""How far below 0 the log of the odds begins: most names name something else."""


@dataclass(frozen=True, slots=True)
class Features:
    """What was measured between two spellings, each from 0 to 1."""

    trigrams: float
    """The cosine of their trigrams, each weighted by how rare it is."""
    share: float
    """How much of its words, by rarity, the first has from the second, like words in part."""
    other_share: float
    """The same of the second from the first."""
    replaced: float
    """The share of words that find none like them, of the spelling where it is smaller: what has
    another word in its place is hardly the same, what has more words may be."""
    beginning: float
    """Jaro-Winkler likeness of the whole, which looks at the beginning most."""
    different_numbers: float
    """1 if they hold different numbers."""
    number_in_one: float
    """1 if only one holds a number."""
    short_form: float
    """1 if one is the initials of the other, or an acronym of it."""

    @property
    def smaller_share(self) -> float:
        """The share of the spelling that has less of the other."""
        return min(self.share, self.other_share)

    @property
    def odds(self) -> float:
        """The log of the odds that the two name the same thing, were there no others."""
        return self._weigh(max(self.share, self.other_share), self.smaller_share)

    @property
    def part_odds(self) -> float:
        """The same where the first may be a part of the second."""
        if self.share < WHOLE:
            return self.odds
        return self._weigh(max(self.share, self.other_share), self.share)

    def _weigh(self, larger_share: float, smaller_share: float) -> float:
        return (
            WEIGHTS["trigrams"] * self.trigrams
            + WEIGHTS["larger share"] * larger_share
            + WEIGHTS["smaller share"] * smaller_share
            + WEIGHTS["beginning"] * self.beginning
            + WEIGHTS["different numbers"] * self.different_numbers
            + WEIGHTS["a number in one"] * self.number_in_one
            + WEIGHTS["short form"] * self.short_form
            - NOTHING
        )


def measure_all(
    spelling: Spelling, index: Index, most: int = LOOKED_AT, bound: Container[int] = ()
) -> dict[int, Features]:
    """The features of the nearest spellings, by their number in the index."""
    prepared = index.prepared
    found = {
        -n: measure(spelling, prepared[-n], cosine) for cosine, n in index.find_nearest(spelling, most, bound)
    }
    for number in index.find_short_forms(spelling):
        if number not in found:
            found[number] = measure(spelling, prepared[number], 0.0)
    return found


def measure(one: Spelling, other: Spelling, cosine: float) -> Features:
    """The features of two spellings whose trigrams have that cosine."""
    _, compare_beginnings = _import_rapidfuzz()
    short = are_short_forms(one, other)
    share, lacking = (1.0, 1.0) if short else measure_share(one, other)
    other_share, other_lacking = (1.0, 1.0) if short else measure_share(other, one)
    if short and are_initials(one, other):
        lacking = 0.0  # initials leave nothing out, other acronyms may
    return Features(
        trigrams=min(cosine, 1.0),
        share=share,
        other_share=other_share,
        replaced=min(lacking, other_lacking),
        beginning=compare_beginnings(one.folded, other.folded),
        different_numbers=float(bool(one.numbers) and bool(other.numbers) and one.numbers != other.numbers),
        number_in_one=float(bool(one.numbers) != bool(other.numbers)),
        short_form=float(short),
    )


def measure_share(one: Spelling, other: Spelling) -> tuple[float, float]:
    """How much of one, by rarity, the other has, like words in part, and how much finds none like it."""
    spelt_out = {n for form in one.runs.keys() & set(other.words) for n in one.runs[form]}
    has = lacking = 0.0
    for number, (word, stem, weight) in enumerate(zip(one.words, one.stems, one.weights, strict=True)):
        if word in other.words or word in other.runs or number in spelt_out:
            has += weight
        elif stem in other.stems:
            has += weight * SAME_STEM
        else:
            alike = _find_best(word, stem, other)
            has += weight * alike
            lacking += weight * (alike < SYNONYM)
    return has / one.total, lacking / one.total


def _find_best(word: str, stem: str, other: Spelling) -> float:
    alike = 0.0
    for near in other.words:
        one, two = (word, near) if word < near else (near, word)  # so that each pair is compared once
        if 2 * abs(len(one) - len(two)) <= max(len(one), len(two)) or one[:4] == two[:4]:
            alike = max(alike, compare_words(one, two))
    if alike < SYNONYM and not find_groups(stem).isdisjoint(other.groups):
        return SYNONYM
    return alike


@lru_cache(maxsize=65_536)
def compare_words(word: str, other: str) -> float:
    """1 for the same word, less by letter, 0 from half of them on; 0 for numbers and short words."""
    shorter = min(len(word), len(other))
    if shorter < 3 or not (word.isalpha() and other.isalpha()):
        return 0.0
    compare_letters, _ = _import_rapidfuzz()
    alike = compare_letters(word, other, score_cutoff=HALF_ALIKE)
    begun = BEGUN if shorter > 3 and (word.startswith(other) or other.startswith(word)) else 0.0
    return max(begun, (alike - HALF_ALIKE) / (1 - HALF_ALIKE))


@lru_cache(maxsize=1)
def _import_rapidfuzz() -> tuple[Callable[..., float], Callable[..., float]]:
    """By letters, and by the beginning first; imported once a name is looked for that no name equals."""
    from rapidfuzz.distance import OSA, JaroWinkler

    return OSA.normalized_similarity, JaroWinkler.similarity
