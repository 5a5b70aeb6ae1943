"""How often who says what: the cells of a network of actors and issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import Distinct, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a cell's positions add up to, repetitions left out as asked."""

    positions: int
    """How many there are, whatever they say."""
    activity: float
    """Their share of all positions in the column; 0 where it has none."""
    prominence: float
    """Their share of all positions on the row."""
    combine: int | None = None
    """Which stances of the scale are among them, as a sum: 1 for the stance most for the statement, 2 for
    the next, 4 for the one after that, and so on. None, as are the next three, where the cell lies
    over several issues."""
    congruence: float | None = None
    """Their closeness to the + end of the scale added up: 1 for each at that end, 0 at the other."""
    conflict: float | None = None
    """The same to the − end."""
    subtract: float | None = None
    """Congruence minus conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellCounts:
    """The counts of all cells of a matrix, and how they came about."""

    cells: tuple[tuple[Counts, ...], ...]
    """By row and column."""
    distinct: Distinct
    share: Share
    """What congruence, conflict and subtract are divided by."""
