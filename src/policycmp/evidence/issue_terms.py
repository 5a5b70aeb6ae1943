"""The words by which a codebook's issues and actors are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from policycmp.evidence.sentences import list_stems
from policycmp.record import dataclass
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from policycmp.model.codebook import Issue
    from policycmp.model.corpus import Corpus

STATEMENT = 0.85
"""What an issue's statement weighs beside its title and aliases, which weigh 1."""
TYPICAL = 60
"""So many words that summaries of an issue's positions have more often than others' count."""
FAMILIAR = 8
"""Of these, so many of the most telling ones together weigh as much as a title."""
TELLING = 0.3
"""Terms worth less than this share of the most telling one are not named."""
COMMON = 0.5
"""Words in the names of more than this share of issues, or in summaries of more, tell nothing."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way an issue is called or put, by the stems of its words."""

    issue: str
    weight: float
    stems: frozenset[str]


class Vocabulary:
    """The stems that speak for each issue.

    They come from titles, aliases and statements, and from the summaries of positions that are
    coded already, those from `without` left aside.
    """

    def __init__(self, corpus: Corpus, issues: Collection[str], without: str | None = None) -> None:
        self.issues = [issue for issue in corpus.issues if issue.id in issues]
        self.names = [name for issue in self.issues for name in _list_names(issue)]
        stems: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            stems[name.issue] |= name.stems
        self._frequency = Counter(stem for known in stems.values() for stem in known)
        summaries: dict[str, Counter[str]] = defaultdict(Counter)
        for position in corpus.positions:
            if position.source != without and position.issue in issues and position.summary:
                summaries[position.issue].update(set(list_stems(position.summary)))
        self.typical = _find_typical(summaries)

    def rarity(self, stem: str) -> float:
        """How telling the stem is among the issues' names; 0 for one that most of them have."""
        frequency = self._frequency[stem]
        if not frequency or frequency > max(2, COMMON * len(self.issues)):
            return 0.0
        return log(1 + len(self.issues) / frequency)


class Weights:
    """What each stem is worth in one text, and so how far a set of stems speaks to each issue."""

    def __init__(self, vocabulary: Vocabulary, rarity: Callable[[str], float]) -> None:
        self._uses: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._names = vocabulary.names
        for number, name in enumerate(self._names):
            worth = {stem: vocabulary.rarity(stem) * rarity(stem) for stem in name.stems}
            total = sum(worth.values())
            for stem, value in worth.items():
                if value:
                    self._uses[stem].append((number, name.weight * value / total))
        self._typical: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for issue, stems in vocabulary.typical.items():
            worth = {stem: value * rarity(stem) for stem, value in stems.items()}
            total = sum(sorted(worth.values())[-FAMILIAR:])
            for stem, value in worth.items():
                if value:
                    self._typical[stem].append((issue, value / total))

    def weigh(self, stems: Collection[str]) -> dict[str, float]:
        """The issues that the stems speak to: 1 for all words of a title, and as much again for
        words that summaries have. Issues without a hit are left out."""
        by_name: dict[int, float] = defaultdict(float)
        familiar: dict[str, float] = defaultdict(float)
        for stem in stems:
            for number, value in self._uses.get(stem, ()):
                by_name[number] += value
            for issue, value in self._typical.get(stem, ()):
                familiar[issue] += value
        best: dict[str, float] = defaultdict(float)
        for number, value in by_name.items():
            issue = self._names[number].issue
            best[issue] = max(best[issue], value)
        return {i: best.get(i, 0.0) + min(familiar.get(i, 0.0), 1.0) for i in best.keys() | familiar.keys()}

    def rank_terms(self, issue: str, stems: Collection[str]) -> list[str]:
        """The stems that speak for the issue, most telling first."""
        worth: dict[str, float] = {}
        for stem in stems:
            values = [v for number, v in self._uses.get(stem, ()) if self._names[number].issue == issue]
            values += [v for known, v in self._typical.get(stem, ()) if known == issue]
            if values:
                worth[stem] = max(values)
        telling = TELLING * max(worth.values(), default=0.0)
        return sorted(
            (stem for stem, value in worth.items() if value >= telling),
            key=lambda stem: (-worth[stem], stem),
        )


def find_actors(corpus: Corpus) -> Callable[[str], list[str]]:
    """A function that gives the actors whose names a text has, in codebook order."""
    names = [
        (actor.id, f" {folded} ")
        for actor in corpus.actors
        for name in (actor.name, actor.short or "", *actor.aliases)
        if len(folded := fold(name)) > 2
    ]

    def find(text: str) -> list[str]:
        spaced = f" {fold(text)} "
        return list(dict.fromkeys(actor for actor, name in names if name in spaced))

    return find


def _list_names(issue: Issue) -> Iterator[Name]:
    for text in (issue.title, *issue.aliases, *issue.reversed_aliases):
        yield Name(issue.id, 1.0, frozenset(list_stems(text)))
    if issue.statement:
        yield Name(issue.id, STATEMENT, frozenset(list_stems(issue.statement)))


def _find_typical(summaries: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """For each issue the stems its summaries have more often than those of other issues."""
    spread = Counter(stem for counted in summaries.values() for stem in counted)
    typical = {}
    for issue, counted in summaries.items():
        worth = {
            stem: log(1 + number) * log(len(summaries) / spread[stem])
            for stem, number in counted.items()
            if spread[stem] <= COMMON * len(summaries)
        }
        best = sorted(worth, key=lambda stem: (-worth[stem], stem))[:TYPICAL]
        typical[issue] = {stem: worth[stem] for stem in best}
    return typical
