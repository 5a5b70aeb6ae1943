"""How actors are spread over an issue, and which issues go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import Rule
    from policycmp.model.filters import Selection
    from policycmp.model.matrix import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the actors who speak are spread over one issue."""

    issue: Heading
    actors: int
    support: int
    oppose: int
    middle: int
    agreement: float | None
    """Van der Eijk's A, from −1 (two camps at the ends) over 0 (even) to +1 (one point); None
    without points on the scale."""
    consensus: float
    """Tastle and Wierman's consensus, 0 (half at either end) to 1 (all in one place)."""
    variance: float
    """Of the placements, over all who speak: 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two issues on which the same actors speak."""

    first: Heading
    second: Heading
    value: float
    """The correlation of the placements over the actors who speak on both, −1 to +1."""
    actors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreads:
    """All issues on which enough actors speak."""

    spreads: tuple[Spread, ...]
    """Most divided first."""
    links: tuple[Link, ...]
    """Strongest first, whatever their sign."""
    floor: int
    """The fewest actors."""
    below: int
    """Issues with fewer, left out."""
    rule: Rule
    selection: Selection
