"""Coefficients of how far coders agree, from the papers; missing values are allowed in all.

A coefficient depends on how often a unit got which value, and Cohen's besides on who gave it; so ratings
are counted once, and drawing units anew only changes how often each count is taken. Checked against the
published figures and against irrCAC and krippendorff.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from itertools import accumulate, combinations_with_replacement
from math import comb, fsum
from typing import TYPE_CHECKING, TypeAlias

from policycmp.model.choices import Level
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Pattern: TypeAlias = "tuple[float | None, ...]"
"""The values of a unit, one a coder and `None` where he gave none."""
Pair: TypeAlias = tuple[float, float]
"""Two values, the lower first."""
Table: TypeAlias = dict[Pair, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The values of a unit, counted."""

    pattern: Pattern
    values: Mapping[float, int]
    """How many coders gave which."""
    size: int
    """How many coders gave one."""
    pairs: Mapping[Pair, int]
    """How many ordered pairs of coders gave which two values."""


class Ratings:
    """Counted units, each taken so many times, with the sums that several coefficients rest on."""

    def __init__(self, counts: Sequence[Count], times: Sequence[int]) -> None:
        self.taken = [(count, n) for count, n in zip(counts, times, strict=True) if n and count.size]

    @cached_property
    def coincidences(self) -> Table:
        """The pairs of values within units, a unit of m values counting m times."""
        return self._add_pairs(lambda size: size - 1)

    @cached_property
    def likely(self) -> Table:
        """How likely two coders of the same unit are to give which two values."""
        shared = sum(n for count, n in self.taken if count.size > 1)
        table = self._add_pairs(lambda size: size * (size - 1))
        return {pair: number / shared for pair, number in table.items()}

    @cached_property
    def shares(self) -> dict[float, float]:
        """The mean, over units that anybody coded, of each value's share of the unit's values."""
        shares: dict[float, float] = {}
        for count, n in self.taken:
            for value, number in count.values.items():
                shares[value] = shares.get(value, 0) + n * number / count.size
        coded = sum(n for _, n in self.taken)
        return {value: shares[value] / coded for value in sorted(shares)}

    def _add_pairs(self, divide: Callable[[int], int]) -> Table:
        table: Table = {}
        for count, n in self.taken:
            for pair, number in count.pairs.items():
                table[pair] = table.get(pair, 0) + n * number / divide(count.size)
        return table


def count_values(pattern: Pattern) -> Count:
    """A unit's values, counted."""
    values = Counter(sorted(value for value in pattern if value is not None))
    pairs = {
        (one, other): values[one] * (values[one] - 1 if one == other else 2 * values[other])
        for one, other in combinations_with_replacement(values, 2)
        if one != other or values[one] > 1
    }
    return Count(pattern=pattern, values=values, size=values.total(), pairs=pairs)


def count_ratings(patterns: Iterable[Pattern]) -> Ratings:
    """Units by their patterns, each as often as it is named."""
    counted = Counter(patterns)
    return Ratings([count_values(pattern) for pattern in counted], list(counted.values()))


def measure_alpha(ratings: Ratings, level: Level) -> float | None:
    """Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").

    None where all values are one, and on the ratio level where one is below 0.
    """
    margins: dict[float, float] = {}
    for (one, other), number in ratings.coincidences.items():
        # Of a pair of two values half the coincidences stand at either.
        margins[one] = margins.get(one, 0) + number / 2
        margins[other] = margins.get(other, 0) + number / 2
    values = tuple(sorted(margins))
    if level is Level.RATIO and any(value < 0 for value in values):
        return None
    if level is Level.ORDINAL:
        # A value stands in the middle of its occurrences, all of them in order.
        ends = accumulate(margins[value] for value in values)
        middles = [end - margins[value] / 2 for value, end in zip(values, ends, strict=True)]
        pairs = combinations_with_replacement(zip(values, middles, strict=True), 2)
        distances = {(a, b): (x - y) ** 2 for (a, x), (b, y) in pairs}
    else:
        distances = _square_distances(values, level)
    total = fsum(margins.values())
    observed = fsum(number * distances[pair] for pair, number in ratings.coincidences.items())
    expected = 2 * fsum(margins[a] * margins[b] * distance for (a, b), distance in distances.items())
    return 1 - (total - 1) * observed / expected if expected else None


def measure_percent(ratings: Ratings) -> float | None:
    """The chance that two coders of the same unit agree."""
    return _observe(ratings, weigh_values(tuple(ratings.shares), Level.NOMINAL))


def measure_fleiss(ratings: Ratings) -> float | None:
    """Fleiss' kappa (Fleiss 1971), for coders who may have left units out (Gwet 2014)."""
    return _correct(measure_percent(ratings), fsum(share**2 for share in ratings.shares.values()))


def measure_cohen(ratings: Ratings) -> float | None:
    """Cohen's kappa (Cohen 1960); for more than two coders Conger's (Conger 1980)."""
    columns = [column for column in _count_by_coder(ratings) if any(column)]
    coders = len(columns)
    if coders < 2:
        return None
    expected = []
    for shares in zip(*([n / sum(column) for n in column] for column in columns), strict=True):
        mean = fsum(shares) / coders
        variance = fsum((share - mean) ** 2 for share in shares) / (coders - 1)
        expected.append(mean**2 - variance / coders)
    return _correct(measure_percent(ratings), fsum(expected))


def measure_gwet(ratings: Ratings, level: Level = Level.NOMINAL) -> float | None:
    """Gwet's AC1, or AC2 above the nominal level (Gwet 2008, 2014); categories are those that occur."""
    number = len(ratings.shares)
    if number < 2:
        return None
    weights = weigh_values(tuple(ratings.shares), level)
    spread = fsum(share * (1 - share) for share in ratings.shares.values())
    both = fsum(weight if a == b else 2 * weight for (a, b), weight in weights.items())
    return _correct(_observe(ratings, weights), both / (number * (number - 1)) * spread)


@lru_cache(maxsize=256)
def weigh_values(categories: tuple[float, ...], level: Level) -> Table:
    """How much a pair of values counts as agreement, 0 to 1 (Gwet 2014, chapter 3); the categories in
    their order."""
    pairs = list(combinations_with_replacement(categories, 2))
    if level is Level.ORDINAL:
        ranks = {value: rank for rank, value in enumerate(categories)}
        far = {(a, b): float(comb(ranks[b] - ranks[a] + 1, 2)) for a, b in pairs}
    else:
        far = _square_distances(categories, level)
    farthest = max(far.values(), default=0) or 1
    return {pair: 1 - distance / farthest for pair, distance in far.items()}


@lru_cache(maxsize=256)
def _square_distances(values: tuple[float, ...], level: Level) -> Table:
    pairs = list(combinations_with_replacement(values, 2))
    match level:
        case Level.NOMINAL:
            return {(a, b): float(a != b) for a, b in pairs}
        case Level.RATIO:
            return {(a, b): ((a - b) / (a + b)) ** 2 if a != b else 0.0 for a, b in pairs}
        case _:
            return {(a, b): (a - b) ** 2 for a, b in pairs}


def _count_by_coder(ratings: Ratings) -> list[list[int]]:
    """How often each coder gave which value, the values in their order."""
    numbers = {value: number for number, value in enumerate(ratings.shares)}
    columns = [[0] * len(numbers) for count, _ in ratings.taken[:1] for _ in count.pattern]
    for count, n in ratings.taken:
        for column, value in zip(columns, count.pattern, strict=True):
            if value is not None:
                column[numbers[value]] += n
    return columns


def _observe(ratings: Ratings, weights: Table) -> float | None:
    if not ratings.likely:
        return None
    return fsum(number * weights[pair] for pair, number in ratings.likely.items())


def _correct(observed: float | None, expected: float) -> float | None:
    if observed is None or expected > 1 - 1e-12:
        return None
    return (observed - expected) / (1 - expected)
