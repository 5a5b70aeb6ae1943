"""How alike two names are: rarity-weighted soft words both ways, and the cosine of n-grams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.align.words import list_initials, list_words, stem
from policycmp.record import dataclass
from policycmp.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.align.index import Index

LOOKED_AT = 60
"""So many spellings, nearest by n-grams, are compared word by word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What was measured between a text and one spelling, each from 0 to 1."""

    cosine: float
    covered: float
    """The share of the text, by rarity, that the spelling has."""
    covering: float
    """The share of the spelling that the text has."""
    weakest: float
    """How well the text's worst word is found."""
    abbreviates: bool = False

    @property
    def score(self) -> float:
        """The whole of the text against the whole of the spelling."""
        if self.abbreviates:
            return 0.93
        return self.cosine / 2 + (self.covered + self.covering) / 4

    @property
    def part_score(self) -> float:
        """The same where the text may be a part of the spelling."""
        if self.weakest < 0.7:
            return self.score
        return max(self.score, 0.9 * self.covered + 0.1 * self.covering)


def measure_all(text: str, index: Index) -> dict[int, Features]:
    """The features of the nearest spellings, by their number in the index."""
    words = list_words(text)
    cosines = index.find_cosines([stem(word) for word in words])
    nearest = sorted(cosines, key=lambda n: (-cosines[n], n))[:LOOKED_AT]
    features = {n: _measure(words, index.words[n], index, cosines[n]) for n in nearest}
    for number in _find_abbreviations(text, index):
        features[number] = Features(cosine=0.0, covered=1.0, covering=1.0, weakest=1.0, abbreviates=True)
    return features


def _measure(words: Sequence[str], others: Sequence[str], index: Index, cosine: float) -> Features:
    forward = [_find_best(word, others) for word in words]
    backward = [_find_best(word, words) for word in others]
    return Features(
        cosine=min(cosine, 1.0),
        covered=_cover(words, forward, index),
        covering=_cover(others, backward, index),
        weakest=min(forward, default=0.0),
    )


def _cover(words: Sequence[str], best: Sequence[float], index: Index) -> float:
    weights = [index.weigh(stem(word)) for word in words]
    return sum(w * b for w, b in zip(weights, best, strict=True)) / (sum(weights) or 1.0)


def _find_best(word: str, others: Sequence[str]) -> float:
    if word in others:
        return 1.0
    own = stem(word)
    return max((0.99 if stem(o) == own else compare_words(word, o) for o in others), default=0.0)


def compare_words(word: str, other: str) -> float:
    """1 for the same word, less by letter; 0 for words that are not spelt alike, and for numbers."""
    if word == other:
        return 1.0
    longest = max(len(word), len(other))
    if min(len(word), len(other)) < 4 or not (word.isalpha() and other.isalpha()):
        return 0.0
    allowed = 1 if longest < 6 else 2 if longest < 10 else 3
    if abs(len(word) - len(other)) > allowed:
        return 0.0
    letters = count_letters(word, other)
    return 1 - letters / longest if letters <= allowed else 0.0


def count_letters(one: str, other: str) -> int:
    """Letters to put in, take out, replace or swap with their neighbour."""
    from rapidfuzz.distance import OSA  # only misspelt names need it

    return int(OSA.distance(one, other))


def _find_abbreviations(text: str, index: Index) -> list[int]:
    letters = fold(text)
    if not 2 < len(letters) < 8 or not letters.isalpha():
        words = list_initials(text)
        return [n for n, name in enumerate(index.spellings) if fold(name) in words]
    return [n for n, name in enumerate(index.spellings) if letters in list_initials(name)]
