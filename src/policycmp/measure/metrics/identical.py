"""The share of identical answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import build_mean, keep_mean
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.model.agreement import Pairing


def add_equal(pairing: Pairing) -> tuple[float, ...]:
    """The weight of each issue on which both stand in the same place."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w if a == b else 0.0 for a, b, w in rows)


METRIC = build_mean(
    Measure(
        name="identical",
        title="share of identical stances",
        formula="Σ w [a = b] / Σ w",
        low=0,
        high=1,
        paper="Louwerse & Rosema 2014, Acta Politica 49 (agreement method)",
    ),
    add_equal,
    keep_mean,
)
