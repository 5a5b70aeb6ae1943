"""Congruence: pairs of positions on the same issue, by how near they are."""

from __future__ import annotations

from policycmp.measure.counting import build_counted
from policycmp.model.agreement import Measure


def score_pair(a: float, b: float) -> float:
    """What one pair of positions adds."""
    return 1 - abs(a - b) / 2


METRIC = build_counted(
    Measure(
        name="congruence",
        title="congruence",
        formula="Σ w Σ (1 − |a − b| / 2) over all pairs of positions",
        low=0,
        high=None,
        paper="Leifeld 2017, Oxford Handbook of Political Networks; as in Discourse Network Analyzer",
        own=None,
        is_counted=True,
    ),
    score_pair,
)
