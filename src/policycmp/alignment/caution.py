"""How sure a likeness is in these codebooks: as sure as it exceeds that of things known to differ.

The same likeness means something else in every codebook. Names of treaties are alike although they
name different ones; a thesis shares little with its own title and nothing with the others. The
things of our codebook differ from one another, so what likeness they have shows what is chance.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from policycmp.alignment.likeness import compare_with_all
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policycmp.alignment.bounds import Bounds
    from policycmp.alignment.index import Index

SAMPLE = 150
"""So many of our things are compared with the others of ours."""
USUAL, USUAL_HIGH = 0.0, 2.5
"""The median and the 90th percentile of the likeness of a thing with the likest other one in the label
sets, which stand in for `PRIOR` things more: a codebook of three things shows little."""
PRIOR = 15
LEAST_SPREAD = 1.0
"""The least distance that is taken to lie between the two."""
AT_CHANCE, AT_CHANCE_ALONE = 1.8, 3.5
"""The log of the odds that the likest of ours is right, where it is as like as the 90th percentile:
as such, and where each of ours is taken only once, so that rivals are weighed besides."""
BEYOND, SHORT_OF = 2.9, 0.8
"""What each spread beyond adds to that, and each short of it takes away, as `benchmarks/fit_caution.py`
finds it."""
SHORT_OF_ALONE = 1.4
HIGHEST = 8.0
MOST_ADDED = 1.0
"""What is next to nothing stays so where all else of ours is less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """How alike a thing of ours and the likest other one are."""

    median: float
    high: float
    """The 90th percentile."""

    def weigh(self, likeness: float, *, many: bool) -> float:
        """The log of the odds that what has this likeness (the log of odds too) is the same thing."""
        beyond = (likeness - self.high) / max(self.high - self.median, LEAST_SPREAD)
        slope = BEYOND if beyond > 0 else SHORT_OF if many else SHORT_OF_ALONE
        odds = (AT_CHANCE if many else AT_CHANCE_ALONE) + slope * min(HIGHEST, beyond)
        return min(odds, likeness + MOST_ADDED)


def measure_backdrop(index: Index, bounds: Bounds) -> Backdrop:
    """How alike things of the index are, their bounds considered; equal names are no chance and are
    left out."""
    number = len(index.things)
    step = -(-number // SAMPLE) or 1
    wordings = index.list_wordings()
    best = []
    for own in range(0, number, step):
        found = compare_with_all(index.things[own], wordings[own], index)
        others = [
            bounds.weigh(each.odds, bounds.ours[own], other)
            for other, each in found.items()
            if other != own and not each.is_equal
        ]
        if others:
            best.append(max(others))
    if not best:
        return Backdrop(median=USUAL, high=USUAL_HIGH)
    best.sort()
    size = len(best)
    median, high = best[size // 2], best[int(0.9 * (size - 1))]
    return Backdrop(
        median=(size * median + PRIOR * USUAL) / (size + PRIOR),
        high=(size * high + PRIOR * USUAL_HIGH) / (size + PRIOR),
    )


def weigh_rows(
    odds: Mapping[tuple[int, int], float], backdrop: Backdrop, *, many: bool
) -> dict[tuple[int, int], float]:
    """The log of the odds of each pair, row and column, against nothing, were there no other rows.

    The backdrop tells how sure the row is among ours at all, and the candidates share that.
    """
    rows: dict[int, list[float]] = {}
    for (row, _), value in odds.items():
        rows.setdefault(row, []).append(value)
    shift = {}
    for row, values in rows.items():
        top = max(values)
        total = top + math.log(sum(math.exp(value - top) for value in values))
        shift[row] = backdrop.weigh(top, many=many) - total
    return {(row, column): value + shift[row] for (row, column), value in odds.items()}
