"""How often two actors speak on the same issues, whatever they say."""

from __future__ import annotations

from policycmp.measure.counting import build_counted
from policycmp.model.agreement import Measure


def score_pair(_a: float, _b: float) -> float:
    """What one pair of positions adds."""
    return 1.0


METRIC = build_counted(
    Measure(
        name="co-occurrence",
        title="pairs of positions on the same issue",
        formula="Σ w n m, n and m being how many positions each has",
        low=0,
        high=None,
        paper="Leifeld 2017, Oxford Handbook of Political Networks; as in Discourse Network Analyzer",
        own=None,
        is_counted=True,
        ignores_stance=True,
    ),
    score_pair,
)
