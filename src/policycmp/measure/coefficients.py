"""Coefficients of how far coders agree, from the papers; missing values are allowed in all.

Ratings are patterns, one value a coder and `None` where he gave none, with how many units show
each. Checked against the published figures and against irrCAC and krippendorff.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import permutations, product
from math import comb, fsum
from statistics import variance
from typing import TypeAlias

from policycmp.model.choices import Level

Pattern: TypeAlias = tuple[float | None, ...]
Ratings: TypeAlias = Mapping[Pattern, int]
Weights: TypeAlias = dict[tuple[float, float], float]


def measure_alpha(ratings: Ratings, level: Level) -> float | None:
    """Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").

    None where all values are one, and on the ratio level where one is below 0.
    """
    coincidences: dict[tuple[float, float], float] = {}
    for pattern, units in ratings.items():
        values = _list_values(pattern)
        for one, other in permutations(values, 2):
            share = units / (len(values) - 1)
            coincidences[one, other] = coincidences.get((one, other), 0) + share
    margins: dict[float, float] = {}
    for (value, _), number in coincidences.items():
        margins[value] = margins.get(value, 0) + number
    if level is Level.RATIO and any(value < 0 for value in margins):
        return None
    total = fsum(margins.values())
    distances = {(a, b): _square_distance(a, b, level, margins) for a, b in product(margins, repeat=2)}
    observed = fsum(number * distances[pair] for pair, number in coincidences.items())
    expected = fsum(margins[a] * margins[b] * d for (a, b), d in distances.items())
    return 1 - (total - 1) * observed / expected if expected else None


def measure_percent(ratings: Ratings, level: Level = Level.NOMINAL) -> float | None:
    """The chance that two coders of the same unit agree, by the level's weights."""
    return _observe(ratings, weigh_values(_list_categories(ratings), level))


def measure_fleiss(ratings: Ratings) -> float | None:
    """Fleiss' kappa (Fleiss 1971), for coders who may have left units out (Gwet 2014)."""
    shares = _share_categories(ratings)
    return _correct(measure_percent(ratings), fsum(share**2 for share in shares.values()))


def measure_cohen(ratings: Ratings) -> float | None:
    """Cohen's kappa (Cohen 1960); for more than two coders Conger's (Conger 1980)."""
    coders = len(next(iter(ratings), ()))
    categories = _list_categories(ratings)
    columns = []
    for coder in range(coders):
        given: Counter[float] = Counter()
        for pattern, units in ratings.items():
            value = pattern[coder]
            if value is not None:
                given[value] += units
        if given.total():
            columns.append([given[c] / given.total() for c in categories])
    if len(columns) < 2:
        return None
    expected = fsum(
        (fsum(shares) / len(columns)) ** 2 - variance(shares) / len(columns)
        for shares in zip(*columns, strict=True)
    )
    return _correct(measure_percent(ratings), expected)


def measure_gwet(ratings: Ratings, level: Level = Level.NOMINAL) -> float | None:
    """Gwet's AC1, or AC2 above the nominal level (Gwet 2008, 2014); categories are those that occur."""
    shares = _share_categories(ratings)
    number = len(shares)
    if number < 2:
        return None
    weights = weigh_values(tuple(shares), level)
    spread = fsum(share * (1 - share) for share in shares.values())
    expected = fsum(weights.values()) / (number * (number - 1)) * spread
    return _correct(_observe(ratings, weights), expected)


def weigh_values(categories: tuple[float, ...], level: Level) -> Weights:
    """How much a pair of values counts as agreement, 0 to 1 (Gwet 2014, chapter 3)."""
    pairs = list(product(categories, repeat=2))
    if level is Level.NOMINAL:
        return {(a, b): float(a == b) for a, b in pairs}
    if level is Level.ORDINAL:
        ranks = {value: rank for rank, value in enumerate(sorted(categories))}
        far = {(a, b): float(comb(abs(ranks[a] - ranks[b]) + 1, 2)) for a, b in pairs}
    elif level is Level.RATIO:
        far = {(a, b): ((a - b) / (a + b)) ** 2 if a != b else 0.0 for a, b in pairs}
    else:
        far = {(a, b): (a - b) ** 2 for a, b in pairs}
    farthest = max(far.values(), default=0) or 1
    return {pair: 1 - distance / farthest for pair, distance in far.items()}


def _list_values(pattern: Pattern) -> list[float]:
    return [value for value in pattern if value is not None]


def _list_categories(ratings: Ratings) -> tuple[float, ...]:
    return tuple(sorted({value for pattern in ratings for value in _list_values(pattern)}))


def _share_categories(ratings: Ratings) -> dict[float, float]:
    """The mean, over units that anybody coded, of each category's share of the unit's values."""
    shares = dict.fromkeys(_list_categories(ratings), 0.0)
    coded = 0
    for pattern, units in ratings.items():
        values = _list_values(pattern)
        coded += units if values else 0
        for value in values:
            shares[value] += units / len(values)
    return {value: share / coded for value, share in shares.items()}


def _observe(ratings: Ratings, weights: Weights) -> float | None:
    sums, shared = [], 0
    for pattern, units in ratings.items():
        values = _list_values(pattern)
        if len(values) > 1:
            shared += units
            pairs = len(values) * (len(values) - 1)
            sums.append(units * fsum(weights[pair] for pair in permutations(values, 2)) / pairs)
    return fsum(sums) / shared if shared else None


def _correct(observed: float | None, expected: float) -> float | None:
    if observed is None or expected > 1 - 1e-12:
        return None
    return (observed - expected) / (1 - expected)


def _square_distance(a: float, b: float, level: Level, margins: Mapping[float, float]) -> float:
    if a == b:
        return 0.0
    match level:
        case Level.NOMINAL:
            return 1.0
        case Level.ORDINAL:
            low, high = min(a, b), max(a, b)
            between = fsum(number for value, number in margins.items() if low <= value <= high)
            return (between - (margins[a] + margins[b]) / 2) ** 2
        case Level.INTERVAL:
            return (a - b) ** 2
        case Level.RATIO:
            return ((a - b) / (a + b)) ** 2
