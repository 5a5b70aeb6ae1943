"""What comparing yields: cells of positions, and the matrix they form."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import By, Rule
    from policycmp.model.codebook import Stance
    from policycmp.model.corpus import Position
    from policycmp.model.doubt import Doubts
    from policycmp.model.filters import Selection
    from policycmp.model.skips import Skipped


class State(StrEnum):
    """What a cell's positions amount to; the first that holds, in this order."""

    SILENT = "silent"
    """No position at all."""
    CONTESTED = "contested"
    """Positions on both sides of the middle."""
    MIXED = "mixed"
    """The stance lies in the middle: explicitly mixed, or balanced by the rule."""
    CONDITIONAL = "conditional"
    """Every position that the stance rests on is tied to a condition."""
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many issues of a topic lie on which side; a mean over them would mean nothing, since
    the statements of a topic share no direction."""

    supports: int
    opposes: int
    mixed: int
    contested: int
    issues: int
    """Issues of the topic, spoken to or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All positions of one column on one row, and what the rule makes of them."""

    state: State
    positions: tuple[Position, ...] = ()
    """All of them, firmest attribution first, then latest first."""
    used: tuple[Position, ...] = ()
    """Those the rule rests on."""
    placement: float | None = None
    """Their mean on the common axis; None for a silent cell and for one over several issues."""
    stance: Stance | None = None
    """The same on the issue's own scale, where it has a value there."""
    conditional: bool = False
    """Whether every position used is tied to a condition."""
    tally: Tally | None = None
    """For a cell over the issues of a topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A row or column of a matrix."""

    id: str
    title: str
    short: str
    group: str | None = None
    """The title of the topic a row belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows (issues or topics) by columns (actors, sources or affiliations)."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """One tuple a row, one cell a column."""
    by: By
    rule: Rule
    selection: Selection
    doubts: Doubts | None = None
    """Which cells are in doubt, where numbers are to rest on them."""
    skipped: Skipped | None = None
    """Which issues were skipped, where any were to be."""
    hidden_rows: int = 0
    """Issues not shown: none of the columns speaks to them, or `only` asked for others."""

    @property
    def is_scattered(self) -> bool:
        """Whether rows of one group do not stand together, as when they are sorted by spread."""
        groups = [row.group for row in self.rows]
        runs = [group for n, group in enumerate(groups) if not n or groups[n - 1] != group]
        return len(runs) != len(set(runs))
