"""What sets actors, sources and times apart: differences, conflicts and changes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import Rule
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Selection
    from policycmp.model.matrix import Cell, Heading


class Contrast(StrEnum):
    """How two actors stand to each other on an issue."""

    OPPOSED = "opposed"
    """On opposite sides of the middle."""
    APART = "apart"
    """In different places, but not on opposite sides."""
    ALIKE = "alike"
    """In the same place."""
    FIRST_ONLY = "first-only"
    SECOND_ONLY = "second-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two actors on one issue."""

    issue: Heading
    first: Cell
    second: Cell
    contrast: Contrast
    gap: float | None
    """Their distance as a share of the scale, 0 to 1; None where one is silent."""


class Split(StrEnum):
    """What sets an actor's own positions apart: what differs between them."""

    SOURCE = "source"
    ATTRIBUTION = "attribution"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An actor against himself: positions on both sides of one issue."""

    actor: str
    issue: Heading
    cell: Cell
    gap: float
    """From the farthest position to the farthest, as a share of the scale, above 0 to 1."""
    splits: tuple[Split, ...]
    """Every way in which a position on one side differs from one on the other."""
    readings: tuple[tuple[Rule, float], ...]
    """The placement that each rule would take."""


class Shift(StrEnum):
    """What became of a cell between two states."""

    FLIPPED = "flipped"
    """From one side of the middle to the other."""
    MOVED = "moved"
    """To another place, not across the middle."""
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One actor's cell on one issue, before and after."""

    actor: str
    issue: str
    shift: Shift
    before: Cell
    after: Cell
    gap: float | None
    """How far it went, as a share of the scale; None where one side is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All cells that differ between two states."""

    changes: tuple[Change, ...]
    same: int
    """Cells that both states hold alike."""
    before: Corpus
    after: Corpus
    before_name: str
    after_name: str
    selection: Selection
    """What was looked at in the later state."""
    rule: Rule
