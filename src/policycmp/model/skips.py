"""Which issues are not to count, and how many did not."""

from __future__ import annotations

from policycmp.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skips:
    """What makes an issue not count."""

    unanimous: bool = False
    """Whether all who speak stand in one place."""
    lopsided: float | None = None
    """Fewer than so many percent of those on a side of the middle are on the lesser side; 0 to 50."""
    min_actors: int | None = None
    """Fewer than so many actors speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """How many issues were skipped, each by the first that holds: too few actors, unanimous, lopsided."""

    skips: Skips
    unanimous: int
    lopsided: int
    too_few: int
