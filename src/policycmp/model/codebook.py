"""What stances are about, and the scales they are taken on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

Stance = int | float | str
"""A value on a declared scale: a number, or the name of a point."""
_NEAR = 1e-9
"""Placements no farther apart than that are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The values a stance may take, from most against the statement to most for it.

    Either `points` lists them (numbers that rise or fall, placed by their size, or names,
    placed at equal distances), or `low` and `high` bound any number between them.
    `labels` says each point in words.
    """

    id: str
    points: tuple[Stance, ...] = ()
    labels: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    missing: tuple[str, ...] = ()
    """Codes for no answer, as written: what has one of them is no stance."""
    note: str | None = None

    def placements(self) -> dict[Stance, float]:
        """Each point's placement; empty for a scale without points."""
        low, high = self._bounds()
        if not self.points:
            return {}
        if low is None or high is None:
            last = len(self.points) - 1
            return {point: _place_mean((n,), 0, last) for n, point in enumerate(self.points)}
        return {
            point: _place_mean((point,), low, high) for point in self.points if not isinstance(point, str)
        }

    def placement(self, stance: Stance) -> float | None:
        """Where the stance lies on the common axis from −1 to +1; None off the scale."""
        if self.points:
            return self.placements().get(stance)
        if isinstance(stance, str) or self.low is None or self.high is None:
            return None
        if not self.low <= stance <= self.high:
            return None
        return _place_mean((stance,), self.low, self.high)

    def mean_placement(self, stances: Sequence[Stance]) -> float | None:
        """The placement of the mean of the stances, right to its last digit, so that what cancels out is 0
        and nothing else is; None where one of them is off the scale."""
        low, high = self._bounds()
        if not stances or not self._has(stances):
            return None
        if low is None or high is None:
            return _place_mean([self.points.index(stance) for stance in stances], 0, len(self.points) - 1)
        return _place_mean([stance for stance in stances if not isinstance(stance, str)], low, high)

    def _has(self, stances: Sequence[Stance]) -> bool:
        if self.points:
            return set(stances) <= set(self.points)
        return all(self.placement(stance) is not None for stance in stances)

    def stance_at(self, placement: float) -> Stance | None:
        """The stance that lies at the placement: a point, else a number where the scale is
        numeric; None between the points of a named scale."""
        low, high = self._bounds()
        if low is None or high is None:
            places = self.placements().items()
            return next((stance for stance, place in places if abs(place - placement) < _NEAR), None)
        size = (low + high) / 2 + placement * (high - low) / 2
        for point in self.points:
            if not isinstance(point, str) and abs(point - size) < _NEAR * abs(high - low) / 2:
                return point
        return round(size, 9)

    def nearest_point(self, placement: float) -> Stance | None:
        """The point nearest to the placement, of two equally near the one nearer the middle."""
        places = self.placements()
        return min(places, key=lambda p: (round(abs(places[p] - placement), 9), abs(places[p])), default=None)

    def label(self, stance: Stance) -> str:
        """The stance in words; the value itself where the scale has no word for it."""
        if self.labels and stance in self.points:
            return self.labels[self.points.index(stance)]
        return f"{stance:g}" if isinstance(stance, float) else str(stance)

    def _bounds(self) -> tuple[float | None, float | None]:
        if self.points:
            low, high = self.points[0], self.points[-1]
            return (None, None) if isinstance(low, str) or isinstance(high, str) else (low, high)
        return self.low, self.high


def _place_mean(values: Sequence[float], low: float, high: float) -> float:
    """Where the mean of the values lies between the bounds, from −1 to +1: exact for whole numbers and for
    others as they are written in decimals, rounded once at the end."""
    exact: Any = (*values, low, high)
    if float in map(type, exact):
        from fractions import Fraction

        exact = [Fraction(repr(number)) for number in exact]
    *terms, low, high = exact
    return float((2 * sum(terms) - len(terms) * (low + high)) / (len(terms) * (high - low)))


FIVE_POINTS = Scale(
    id="five-point",
    points=(-2, -1, 0, 1, 2),
    labels=("strongly opposes", "opposes", "mixed", "supports", "strongly supports"),
)
"""The scale of an issue that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A group of issues."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a position is about; agreeing with its statement is the + end of the scale."""

    id: str
    title: str
    statement: str | None = None
    topic: str | None = None
    scale: str = FIVE_POINTS.id
    aliases: tuple[str, ...] = ()
    reversed_aliases: tuple[str, ...] = ()
    """Names under which the question is put the other way round."""
    weight: float | None = None
    """How much it counts where agreement is measured, above 0; 1 where None."""
    note: str | None = None
