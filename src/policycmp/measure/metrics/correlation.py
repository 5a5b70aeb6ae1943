"""Pearson's correlation over issues."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from policycmp.measure.metric import Metric
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.agreement import Pairing


def add_products(pairing: Pairing) -> tuple[float, ...]:
    """Each issue's weight times the product of the deviations from the two means."""
    mine, theirs = _deviate(pairing.first, pairing.weights), _deviate(pairing.second, pairing.weights)
    return tuple(w * a * b for a, b, w in zip(mine, theirs, pairing.weights, strict=True))


def conclude_ratio(pairing: Pairing, total: float) -> float | None:
    """The covariance by the spreads; None where somebody stands in one place throughout."""
    spreads = [
        sqrt(sum(w * d * d for d, w in zip(_deviate(side, pairing.weights), pairing.weights, strict=True)))
        for side in (pairing.first, pairing.second)
    ]
    if min(spreads) < 1e-9:
        return None
    return max(-1.0, min(1.0, total / (spreads[0] * spreads[1])))


def _deviate(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    mean = sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)
    return [v - mean for v in values]


METRIC = Metric(
    measure=Measure(
        name="correlation",
        title="correlation (Pearson's r)",
        formula="Σ w (a − ā)(b − b̄) / √(Σ w (a − ā)² Σ w (b − b̄)²)",
        low=-1,
        high=1,
        paper="Pearson 1895, Proceedings of the Royal Society 58",
    ),
    parts=add_products,
    conclude=conclude_ratio,
)
