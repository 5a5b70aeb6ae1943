"""Euclidean agreement."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from policycmp.measure.metric import Metric
from policycmp.model.measures import Measure

if TYPE_CHECKING:
    from policycmp.model.measures import Pairing


def add_squares(pairing: Pairing) -> tuple[float, ...]:
    """Each issue's weight times the squared distance as a share of the scale."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w * ((a - b) / 2) ** 2 for a, b, w in rows)


def conclude_root(pairing: Pairing, total: float) -> float:
    """One minus the root of the mean square."""
    return 1 - sqrt(total / sum(pairing.weights))


METRIC = Metric(
    measure=Measure(
        name="euclidean",
        title="Euclidean agreement",
        formula="1 − √(Σ w ((a − b) / 2)² / Σ w)",
        low=0,
        high=1,
        paper="Louwerse & Rosema 2014, Acta Politica 49",
    ),
    parts=add_squares,
    conclude=conclude_root,
)
