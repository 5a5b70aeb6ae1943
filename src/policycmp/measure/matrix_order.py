"""The order of a matrix's columns and rows."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from policycmp.model.choices import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.matrix import Cell, Heading

    Cells = Mapping[str, Mapping[str, Cell]]
    """By row and column; none where a column is silent."""


def measure_spread(cells: Sequence[Cell]) -> float:
    """How far apart the stances of a row lie, 0 to 2; below 0 where nobody speaks."""
    placements = [cell.placement for cell in cells if cell.placement is not None]
    return max(placements) - min(placements) if placements else -1.0


def sort_columns(
    columns: list[Heading], rows: Sequence[Heading], cells: Cells, sort: Sort | None, *, keep: bool
) -> list[Heading]:
    """The columns by name, as the codebook has them, or those that speak to the most rows first."""
    if sort is Sort.CODEBOOK or (keep and sort is None):
        return columns
    if sort is Sort.NAME:
        return sorted(columns, key=lambda c: c.title.casefold())
    spoken = Counter(chain.from_iterable(cells.get(row.id, ()) for row in rows))
    return sorted(columns, key=lambda c: -spoken[c.id])
