"""How actors are spread over an issue, and which issues go together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from policycmp.record import dataclass

if TYPE_CHECKING:
    from array import array

    from policycmp.model.choices import Rule
    from policycmp.model.doubt import Doubts
    from policycmp.model.filters import Selection
    from policycmp.model.matrix import Heading
    from policycmp.model.skips import Skipped


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


class PackedLinks(Sequence[Link]):
    """Links by the hundred thousand: their numbers packed, a link made of them when it is asked for."""

    __slots__ = ("_actors", "_first", "_issues", "_second", "_values")

    def __init__(
        self,
        issues: tuple[Heading, ...],
        first: array[int],
        second: array[int],
        values: array[float],
        actors: array[int],
    ) -> None:
        """Either issue by its number; the correlation; the actors."""
        self._issues = issues
        self._first = first
        self._second = second
        self._values = values
        self._actors = actors

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, number: int) -> Link: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, number: int | slice) -> Link | tuple[Link, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(len(self))[number])
        return Link(
            first=self._issues[self._first[number]],
            second=self._issues[self._second[number]],
            value=self._values[number],
            actors=self._actors[number],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreads:
    """All issues on which enough actors speak."""

    spreads: tuple[Spread, ...]
    """Most divided first."""
    links: Sequence[Link]
    """Strongest first, whatever their sign."""
    floor: int
    """The fewest actors."""
    below: int
    """Issues with fewer, left out."""
    rule: Rule
    selection: Selection
    doubts: Doubts | None = None
    """Which cells are in doubt; None where that is not known."""
    skipped: Skipped | None = None
