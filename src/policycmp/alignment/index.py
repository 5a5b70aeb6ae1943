"""Names prepared for matching: how rare their words and trigrams are, and which share any."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING

from policycmp.alignment.synonyms import find_groups
from policycmp.alignment.wording import Wording
from policycmp.alignment.words import abbreviates, list_runs
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from policycmp.model.names import Named

CAPITALS = 1.3
"""How much more than its rarity a word in capitals tells, which names something of its own."""
GENERATIONS = frozenset(["jr", "sr", "junior", "senior"])
"""What tells people of one name apart, as numbers do."""
_CROWDED = 400
"""Trigrams in more names than this, and in more than a twentieth of them, find no candidates."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many of a number of things have each stem and each trigram in a name."""

    things: int
    stems: Mapping[str, int]
    grams: Mapping[str, int]

    def weigh_stem(self, word: str) -> float:
        """How much the stem tells: the log of how many things there are for each that has it."""
        return math.log(1 + self.things / self.stems.get(word, 0.5))

    def weigh_gram(self, gram: str) -> float:
        """The same of a trigram."""
        return math.log(1 + self.things / self.grams.get(gram, 0.5))


class Spelling:
    """A wording with what each of its words and trigrams tells, by how rare it is."""

    __slots__ = (
        "acronym",
        "folded",
        "groups",
        "initials",
        "letters",
        "numbers",
        "runs",
        "stems",
        "total",
        "vector",
        "weights",
        "wording",
        "words",
    )

    def __init__(self, wording: Wording, rarity: Rarity) -> None:
        self.wording = wording
        self.folded, self.letters = wording.folded, wording.letters
        self.acronym, self.initials = wording.acronym, wording.initials
        self.words, self.stems = wording.telling, wording.stems
        self.groups = frozenset(group for word in self.stems for group in find_groups(word))
        self.weights = tuple(
            rarity.weigh_stem(word) * (CAPITALS if own in wording.capitals else 1.0)
            for own, word in zip(self.words, self.stems, strict=True)
        )
        self.total = sum(self.weights) or 1.0
        self.numbers = frozenset(word for word in self.stems if word.isdigit() or word in GENERATIONS)
        self.runs = list_runs(self.words)
        self.vector = make_vector(self.folded, rarity)


class Index:
    """The spellings of a number of things.

    How rare words are is counted among these things, and those of the index `beside` this one.
    """

    def __init__(self, things: Sequence[Named], beside: Index | None = None) -> None:
        self.things = tuple(things)
        pairs = [(n, name) for n, thing in enumerate(things) for name in list_spellings(thing)]
        self.owners = tuple(n for n, _ in pairs)
        """The thing, by number, of each spelling."""
        self.wordings = tuple(Wording(name) for _, name in pairs)
        self._beside = beside

    def thing_at(self, number: int) -> Named:
        """The thing that the spelling is of."""
        return self.things[self.owners[number]]

    @cached_property
    def rarity(self) -> Rarity:
        """How rare words are among the things."""
        return count_rarity(self, *([self._beside] if self._beside else []))

    @cached_property
    def prepared(self) -> tuple[Spelling, ...]:
        """The spellings, weighed."""
        return tuple(Spelling(wording, self.rarity) for wording in self.wordings)

    def list_wordings(self) -> list[list[Wording]]:
        """The wordings of each thing."""
        wordings: list[list[Wording]] = [[] for _ in self.things]
        for owner, wording in zip(self.owners, self.wordings, strict=True):
            wordings[owner].append(wording)
        return wordings

    @cached_property
    def postings(self) -> dict[str, list[tuple[int, float]]]:
        """The spellings that have each trigram, and its share of their unit vector."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, spelling in enumerate(self.prepared):
            for gram, share in spelling.vector.items():
                postings[gram].append((number, share))
        most = max(_CROWDED, len(self.wordings) // 20)
        return {gram: places for gram, places in postings.items() if len(places) <= most}

    @cached_property
    def short_forms(self) -> dict[str, list[int]]:
        """The spellings by their initials, and by all their letters."""
        forms: dict[str, list[int]] = defaultdict(list)
        for number, spelling in enumerate(self.prepared):
            for form in {*spelling.initials, spelling.letters}:
                forms[form].append(number)
        return forms

    @cached_property
    def acronyms(self) -> dict[str, list[int]]:
        """The acronyms among the spellings by their first letter."""
        return self._group_by_letter(lambda spelling: spelling.acronym)

    @cached_property
    def phrases(self) -> dict[str, list[int]]:
        """The spellings of several words by their first letter."""
        return self._group_by_letter(lambda spelling: spelling.words[0] if len(spelling.words) > 2 else "")

    def _group_by_letter(self, choose: Callable[[Spelling], str]) -> dict[str, list[int]]:
        groups: dict[str, list[int]] = defaultdict(list)
        for number, spelling in enumerate(self.prepared):
            if text := choose(spelling):
                groups[text[0]].append(number)
        return groups

    def weigh(self, wording: Wording) -> Spelling:
        """A wording, weighed as the spellings are."""
        return Spelling(wording, self.rarity)

    def find_nearest(
        self, spelling: Spelling, most: int, bound: Container[int] = ()
    ) -> list[tuple[float, int]]:
        """The highest cosines with spellings that share a trigram, each with its number, negated; and
        the highest with spellings of the bound things."""
        cosines: dict[int, float] = defaultdict(float)
        postings = self.postings
        for gram, share in spelling.vector.items():
            for number, other in postings.get(gram, ()):
                cosines[number] += share * other
        found = nlargest(most, ((cosine, -number) for number, cosine in cosines.items()))
        if bound:
            inside = ((cosine, -n) for n, cosine in cosines.items() if self.owners[n] in bound)
            found = [*found, *(pair for pair in nlargest(most, inside) if pair not in found)]
        return found

    def find_short_forms(self, spelling: Spelling) -> set[int]:
        """The spellings that the spelling abbreviates, or that abbreviate it."""
        forms = {*spelling.initials, spelling.letters}
        numbers = {number for form in forms for number in self.short_forms.get(form, ())}
        if spelling.acronym:
            numbers.update(self.phrases.get(spelling.acronym[0], ()))
        elif spelling.words:
            numbers.update(self.acronyms.get(spelling.words[0][0], ()))
        return {number for number in numbers if are_short_forms(spelling, self.prepared[number])}


def are_short_forms(one: Spelling, other: Spelling) -> bool:
    """Whether one abbreviates the other: initials, or an acronym of beginnings of its words."""
    return (
        are_initials(one, other)
        or bool(one.acronym and abbreviates(one.acronym, other.words))
        or bool(other.acronym and abbreviates(other.acronym, one.words))
    )


def are_initials(one: Spelling, other: Spelling) -> bool:
    """Whether one is the initials of the other."""
    return one.letters in other.initials or other.letters in one.initials


@lru_cache(maxsize=8)
def build_index(things: tuple[Named, ...]) -> Index:
    """The index of these things, kept for the next call."""
    return Index(things)


def list_spellings(thing: Named) -> Iterator[str]:
    """The id, title, names and reversed names of the thing."""
    yield from filter(None, (thing.id, thing.title, *thing.names, *thing.reversed_names))


def count_rarity(*indexes: Index) -> Rarity:
    """How many of the things have each stem and trigram in any of their names."""
    stems: Counter[str] = Counter()
    grams: Counter[str] = Counter()
    things = [wordings for index in indexes for wordings in index.list_wordings()]
    for wordings in things:
        stems.update({stem for wording in wordings for stem in wording.stems})
        grams.update({gram for wording in wordings for gram in list_grams(wording.folded)})
    return Rarity(len(things), stems, grams)


def list_grams(folded: str) -> list[str]:
    """Runs of three characters, the ends of the text included."""
    text = f"  {folded}  "
    return [text[n : n + 3] for n in range(len(text) - 2)]


def make_vector(folded: str, rarity: Rarity) -> dict[str, float]:
    """The trigrams of the text by rarity, scaled to length 1."""
    raw = {gram: n * rarity.weigh_gram(gram) for gram, n in Counter(list_grams(folded)).items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {gram: value / length for gram, value in raw.items()}
