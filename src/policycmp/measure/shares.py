"""How many cells of each actor, and on each issue, are for, against, mixed, contested and silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Of
from policycmp.model.matrix import State
from policycmp.model.shares import SideCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.matrix import Cell, Heading, Matrix


def count_sides(matrix: Matrix, of: Of) -> tuple[SideCounts, ...]:
    """Each actor's cells over the issues of the matrix, or each issue's over its actors, in their order."""
    if of is Of.ISSUES:
        return tuple(map(_count_cells, matrix.rows, matrix.cells))
    return tuple(map(_count_cells, matrix.columns, zip(*matrix.cells, strict=True)))


def _count_cells(of: Heading, cells: Sequence[Cell]) -> SideCounts:
    settled = [c.placement or 0 for c in cells if c.state not in (State.CONTESTED, State.SILENT)]
    states = [cell.state for cell in cells]
    return SideCounts(
        of=of,
        supports=sum(place > 0 for place in settled),
        opposes=sum(place < 0 for place in settled),
        mixed=sum(place == 0 for place in settled),
        contested=states.count(State.CONTESTED),
        silent=states.count(State.SILENT),
    )
