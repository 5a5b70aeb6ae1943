"""The share of issues on which both stand on the same side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import build_mean, keep_mean
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.model.agreement import Pairing


def add_sides(pairing: Pairing) -> tuple[float, ...]:
    """The weight of each issue on which both support, both oppose, or both stand in the middle."""
    rows = zip(pairing.first, pairing.second, pairing.weights, strict=True)
    return tuple(w if (a > 0, a < 0) == (b > 0, b < 0) else 0.0 for a, b, w in rows)


METRIC = build_mean(
    Measure(
        name="same-side",
        title="share of issues on the same side",
        formula="Σ w [sign a = sign b] / Σ w",
        low=0,
        high=1,
        paper="the simple matching coefficient of Sokal & Michener 1958, on sides",
    ),
    add_sides,
    keep_mean,
)
