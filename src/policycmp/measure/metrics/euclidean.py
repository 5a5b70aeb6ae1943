"""Euclidean agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import build_mean
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.measure.metric import Number
    from policycmp.model.agreement import Pairing


def add_squares(pairing: Pairing) -> tuple[float, ...]:
    """Each issue's weight times the squared distance as a share of the scale."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w * ((a - b) / 2) ** 2 for a, b, w in rows)


def conclude_root(mean: Number) -> Number:
    """One minus the root of the mean square."""
    root: Number = mean**0.5
    return 1 - root


METRIC = build_mean(
    Measure(
        name="euclidean",
        title="Euclidean agreement",
        formula="1 − √(Σ w ((a − b) / 2)² / Σ w)",
        low=0,
        high=1,
        paper="Louwerse & Rosema 2014, Acta Politica 49",
    ),
    add_squares,
    conclude_root,
)
