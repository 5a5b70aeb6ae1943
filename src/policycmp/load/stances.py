"""Stances as written, on the scale of their issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.values import ProblemError, parse_number
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from policycmp.model.codebook import Scale, Stance


class StanceTable:
    """What each way of writing a stance means on one scale; each is worked out once."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self._points = {point: point for point in scale.points}
        placements = scale.placements()
        self.known: dict[str, tuple[Stance, float]] = {}
        for label, point in zip(scale.labels, scale.points, strict=False):
            self.known[label] = (point, placements[point])
        for point, place in placements.items():
            self.known[str(point)] = (point, place)

    def resolve(self, text: str) -> tuple[Stance, float]:
        """The stance and its placement; ProblemError where it lies off the scale."""
        if (found := self.known.get(text)) is not None:
            return found
        number = parse_number(text)
        stance = self._points.get(number, number) if number is not None else None
        placement = self.scale.placement(stance) if stance is not None else None
        if stance is None or placement is None:
            raise ProblemError(
                "E303",
                f"the stance {quote_value(text)} is not on the scale `{self.scale.id}`",
                f"write {self._describe()}, or leave it empty while it is open",
            )
        self.known[text] = stance, placement
        return stance, placement

    def _describe(self) -> str:
        if not self.scale.points:
            return f"a number from {self.scale.low:g} to {self.scale.high:g}"
        return "one of " + ", ".join(str(point) for point in self.scale.points)
