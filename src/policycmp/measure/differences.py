"""On what two actors part: every issue on which either speaks, widest gap first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.differences import Contrast, Difference
from policycmp.model.matrix import State

if TYPE_CHECKING:
    from policycmp.model.matrix import Cell, Heading, Matrix

_ORDER = {contrast: rank for rank, contrast in enumerate(Contrast)}


def list_differences(matrix: Matrix, first: int = 0, second: int = 1) -> tuple[Difference, ...]:
    """The two columns, by their numbers, row by row: opposed ones first, the widest gap first."""
    rows = zip(matrix.rows, matrix.cells, strict=True)
    found = [
        _contrast(row, cells[first], cells[second])
        for row, cells in rows
        if any(cells[n].state is not State.SILENT for n in (first, second))
    ]
    return tuple(sorted(found, key=lambda d: (_ORDER[d.contrast], -(d.gap or 0))))


def measure_gap(first: float, second: float) -> float:
    """The distance of two placements as a share of the scale, 0 to 1."""
    return round(abs(first - second) / 2, 9)


def _contrast(issue: Heading, first: Cell, second: Cell) -> Difference:
    gap = None
    if first.placement is None:
        contrast = Contrast.SECOND_ONLY
    elif second.placement is None:
        contrast = Contrast.FIRST_ONLY
    else:
        gap = measure_gap(first.placement, second.placement)
        opposed = first.placement * second.placement < 0
        contrast = Contrast.OPPOSED if opposed else Contrast.APART if gap else Contrast.ALIKE
    return Difference(issue=issue, first=first, second=second, contrast=contrast, gap=gap)
