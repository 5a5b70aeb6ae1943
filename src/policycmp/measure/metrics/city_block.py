"""City-block agreement, the rule of voting-advice tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import build_mean, keep_mean
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.model.agreement import Pairing


def add_closeness(pairing: Pairing) -> tuple[float, ...]:
    """Each issue's weight times one minus the distance as a share of the scale."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w * (1 - abs(a - b) / 2) for a, b, w in rows)


METRIC = build_mean(
    Measure(
        name="city-block",
        title="city-block agreement",
        formula="Σ w (1 − |a − b| / 2) / Σ w",
        low=0,
        high=1,
        paper="Louwerse & Rosema 2014, Acta Politica 49; on three points the rule of the German Wahl-O-Mat",
    ),
    add_closeness,
    keep_mean,
)
