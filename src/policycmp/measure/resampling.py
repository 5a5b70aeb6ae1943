"""What becomes of a number when the issues are others: resampled, or one left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.profiles import take_issues
from policycmp.model.agreement import Robustness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.model.agreement import Pairing, Terms
    from policycmp.model.matrix import Heading

TAIL = 0.025
"""The share of resamples left out on either side: 95 of 100 lie within."""


def probe_pairing(
    pairing: Pairing,
    value: float,
    measure: Callable[[Pairing], float | None],
    terms: Terms,
    issues: Sequence[Heading],
) -> Robustness:
    """Bootstrap over issues by percentiles (Efron & Tibshirani 1993), and every issue left out once."""
    from random import Random

    numbers = range(len(pairing.issues))
    draw = Random(terms.seed)  # noqa: S311  a reproducible draw is what is wanted
    drawn = (
        measure(take_issues(pairing, draw.choices(numbers, k=len(numbers)))) for _ in range(terms.samples)
    )
    low, high = find_interval([v for v in drawn if v is not None], value)
    without = [
        (rest, issues[pairing.issues[n]].id)
        for n in numbers
        if (rest := measure(take_issues(pairing, [m for m in numbers if m != n]))) is not None
    ]
    least, most = min(without, default=None), max(without, default=None)
    return Robustness(
        low=low,
        high=high,
        least=least and least[0],
        most=most and most[0],
        least_without=least and least[1],
        most_without=most and most[1],
    )


def find_interval(drawn: Sequence[float], value: float) -> tuple[float | None, float | None]:
    """Where 95 of 100 of the draws lie, by nearest ranks, widened to hold the number itself;
    None where there are no draws."""
    if not drawn:
        return None, None
    ranked = sorted(drawn)
    cut = int(len(ranked) * TAIL)
    return min(ranked[cut], value), max(ranked[-1 - cut], value)
