"""Names prepared for matching: how rare their words and n-grams are, and which share any."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from policycmp.align.words import list_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycmp.model.alignment import Named

_LENGTHS = (3, 4, 5)
_CROWDED = 400
"""N-grams in more names than this, and in more than a twentieth of them, find no candidates."""


@dataclass(frozen=True)
class Index:
    """The spellings of a number of things."""

    things: tuple[Named, ...]
    owners: tuple[int, ...] = field(init=False)
    """The thing, by number, of each spelling."""
    spellings: tuple[str, ...] = field(init=False)
    words: tuple[tuple[str, ...], ...] = field(init=False)
    stems: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        pairs = [(n, name) for n, thing in enumerate(self.things) for name in list_spellings(thing)]
        object.__setattr__(self, "owners", tuple(n for n, _ in pairs))
        object.__setattr__(self, "spellings", tuple(name for _, name in pairs))
        object.__setattr__(self, "words", tuple(list_words(name) for _, name in pairs))
        object.__setattr__(self, "stems", tuple(tuple(map(stem, words)) for words in self.words))

    @cached_property
    def word_weights(self) -> dict[str, float]:
        """How rare each stem is among the things."""
        return _weigh_rarity(self.owners, self.stems, len(self.things))

    @cached_property
    def rarest(self) -> float:
        """The weight of a stem that no name has."""
        return math.log(1 + len(self.things) * 2)

    @cached_property
    def gram_weights(self) -> dict[str, float]:
        """How rare each n-gram is among the things."""
        return _weigh_rarity(self.owners, map(list_grams, self.stems), len(self.things))

    @cached_property
    def postings(self) -> dict[str, list[tuple[int, float]]]:
        """The spellings that have each n-gram, and its share of their unit vector."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, stems in enumerate(self.stems):
            for gram, share in self.make_vector(stems).items():
                postings[gram].append((number, share))
        most = max(_CROWDED, len(self.spellings) // 20)
        return {gram: places for gram, places in postings.items() if len(places) <= most}

    def make_vector(self, stems: Sequence[str]) -> dict[str, float]:
        """The n-grams of the stems by rarity, scaled to length 1."""
        counts = Counter(list_grams(stems))
        raw = {g: n * self.gram_weights.get(g, self.rarest) for g, n in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {gram: value / length for gram, value in raw.items()}

    def stem_text(self, text: str) -> tuple[str, ...]:
        """The stems of a text, made as those of the spellings are."""
        return tuple(map(stem, list_words(text)))

    def weigh(self, word: str) -> float:
        """How much the stem tells, at least a little."""
        return self.word_weights.get(word, self.rarest)

    def find_cosines(self, stems: Sequence[str]) -> dict[int, float]:
        """The cosine with every spelling that shares an n-gram."""
        cosines: dict[int, float] = defaultdict(float)
        for gram, share in self.make_vector(stems).items():
            for number, other in self.postings.get(gram, ()):
                cosines[number] += share * other
        return cosines


@lru_cache(maxsize=8)
def build_index(things: tuple[Named, ...]) -> Index:
    """The index of these things, kept for the next call."""
    return Index(things)


def list_spellings(thing: Named) -> Iterator[str]:
    """The id, title, names and reversed names of the thing."""
    yield thing.id
    yield thing.title
    yield from thing.names
    yield from thing.reversed_names


def list_grams(stems: Sequence[str]) -> list[str]:
    """Runs of 3 to 5 characters of the sorted words, edges of words included."""
    grams: list[str] = []
    for word in sorted(stems):
        text = f" {word} "
        for length in _LENGTHS:
            grams += [text[n : n + length] for n in range(len(text) - length + 1)]
    return grams


def _weigh_rarity(owners: Sequence[int], parts: Iterable[Sequence[str]], things: int) -> dict[str, float]:
    holders: dict[str, set[int]] = defaultdict(set)
    for owner, pieces in zip(owners, parts, strict=True):
        for piece in pieces:
            holders[piece].add(owner)
    return {piece: math.log(1 + things / len(numbers)) for piece, numbers in holders.items()}
