"""What holding several coders against each other yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import Level
    from policycmp.model.corpus import Position
    from policycmp.model.filters import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What every coder had to decide: the stance of one actor on one issue in one source."""

    source: str
    actor: str
    issue: str
    values: tuple[float | None, ...]
    """One a coder, on the issue's scale; the mean where he coded several; None where none."""
    positions: tuple[Position, ...]
    gap: float | None
    """Between the coders farthest apart, as a share of the scale; None below two coders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """One figure of how far coders agree beyond chance."""

    name: str
    title: str
    level: Level
    paper: str
    value: float | None
    """1 for perfect, 0 for chance; None where it is not defined, as when all values are one."""
    low: float | None = None
    high: float | None = None
    """Where 95 of 100 resamples of the units lie, widened to hold the value itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How far several coders agree."""

    coders: tuple[str, ...]
    units: tuple[Unit, ...]
    """Those that two coders or more coded, widest apart first."""
    lone: tuple[Unit, ...]
    """Those that one coder alone coded."""
    coefficients: tuple[Coefficient, ...]
    samples: int
    seed: int
    uncoded: int
    """Positions without a coder, left out."""
    selection: Selection
