"""Which of the cells that numbers rest on are in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policycmp.model.choices import Conditional, Contested

    Place: TypeAlias = tuple[str, str]
    """The column and the row of a cell, by their ids."""
    Sides: TypeAlias = tuple[float, float]
    """What the rule makes of the positions below the middle alone, and of those above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """The cells in doubt of a matrix whose rows are issues."""

    cells: int
    """How many cells say anything, those left out aside."""
    contested: Mapping[Place, Sides]
    """Those with positions on both sides of the middle."""
    conditional: frozenset[Place]
    """Those whose stance is tied to a condition."""
    unstated: frozenset[Place]
    """Those that rest on no stated position, on reported and implied ones alone."""
    contested_rule: Contested
    conditional_rule: Conditional
    left_out: int
    """How many cells these rules left out."""
