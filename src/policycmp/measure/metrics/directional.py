"""The directional model: same side and how firmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import build_mean, keep_mean
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.model.agreement import Pairing


def add_products(pairing: Pairing) -> tuple[float, ...]:
    """Each issue's weight times the product of the placements."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w * a * b for a, b, w in rows)


METRIC = build_mean(
    Measure(
        name="directional",
        title="directional agreement",
        formula="Σ w a b / Σ w",
        low=-1,
        high=1,
        paper="Rabinowitz & Macdonald 1989, American Political Science Review 83; weights: Mendez 2012",
        own=None,
    ),
    add_products,
    keep_mean,
)
