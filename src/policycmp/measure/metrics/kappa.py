"""Cohen's kappa between two actors: identical stances beyond chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.metric import Metric
from policycmp.measure.metrics.identical import add_equal
from policycmp.model.agreement import Measure

if TYPE_CHECKING:
    from policycmp.model.agreement import Pairing


def conclude_beyond_chance(pairing: Pairing, total: float) -> float | None:
    """The share of identical stances beyond what the two margins would yield; None where they
    would yield nothing else."""
    weight = sum(pairing.weights)
    margins: list[dict[float, float]] = []
    for side in (pairing.first, pairing.second):
        margin: dict[float, float] = {}
        for place, w in zip(side, pairing.weights, strict=True):
            margin[place] = margin.get(place, 0) + w / weight
        margins.append(margin)
    chance = sum(share * margins[1].get(place, 0) for place, share in margins[0].items())
    return None if chance > 1 - 1e-9 else (total / weight - chance) / (1 - chance)


METRIC = Metric(
    measure=Measure(
        name="kappa",
        title="Cohen's kappa",
        formula="(p − e) / (1 − e); p = Σ w [a = b] / Σ w, e = p expected from the margins",
        low=-1,
        high=1,
        paper="Cohen 1960, Educational and Psychological Measurement 20",
    ),
    parts=add_equal,
    conclude=conclude_beyond_chance,
)
