"""Measures that add up over all positions of two actors, as Discourse Network Analyzer does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policycmp.measure.metric import Metric
from policycmp.model.choices import Normalisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.model.agreement import Measure, Pairing


def build_counted(measure: Measure, score_pair: Callable[[float, float], float]) -> Metric:
    """A metric that adds this score for every pair of positions on the same issue."""

    def add_pairs(pairing: Pairing) -> tuple[float, ...]:
        rows = zip(pairing.first_all, pairing.second_all, pairing.weights, strict=True)
        return tuple(w * _add_pairs(mine, theirs, score_pair) for mine, theirs, w in rows)

    return Metric(
        measure=measure, parts=add_pairs, conclude=lambda _, total: total, of_sums=lambda total, _: total
    )


def find_divisor(pairing: Pairing, normalisation: Normalisation) -> float:
    """What the sum is divided by. Positions on issues that are not shared count too.

    The cosine's divisor is the product of the two numbers of positions, as the program has it.
    """
    mine, theirs = sum(map(len, pairing.first_all)), sum(map(len, pairing.second_all))
    match normalisation:
        case Normalisation.NONE:
            return 1.0
        case Normalisation.AVERAGE:
            return (mine + theirs) / 2
        case Normalisation.COSINE:
            return float(mine * theirs)
        case Normalisation.JACCARD:
            return float(
                sum(_count_union(a, b) for a, b in zip(pairing.first_all, pairing.second_all, strict=True))
            )


def _add_pairs(
    mine: tuple[float, ...], theirs: tuple[float, ...], score_pair: Callable[[float, float], float]
) -> float:
    second = Counter(theirs)
    return sum(n * m * score_pair(a, b) for a, n in Counter(mine).items() for b, m in second.items())


def _count_union(mine: tuple[float, ...], theirs: tuple[float, ...]) -> int:
    first, second = Counter(mine), Counter(theirs)
    both = sum(first[place] * second[place] for place in first if place in second)
    alone = sum(n for place, n in (first + second).items() if (place in first) != (place in second))
    return both + alone
