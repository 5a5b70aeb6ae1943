"""Who stands with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policycmp.errors import UsageError
from policycmp.measure.agreement import set_terms
from policycmp.measure.camps import find_camps
from policycmp.measure.clusters import cut_merges, link_distances, measure_silhouettes
from policycmp.measure.metric import METRICS
from profile_makers import make_profiles

if TYPE_CHECKING:
    from policycmp.model.camps import Camps

POINTS = (0.0, 0.1, 0.9, 1.0)
SQUARE = [[abs(a - b) for b in POINTS] for a in POINTS]
ROWS: list[list[float | None]] = [
    [1.0, 1.0, 1.0, -1.0],
    [1.0, 1.0, 0.5, -1.0],
    [-1.0, -1.0, -1.0, -1.0],
    [-1.0, -1.0, -0.5, -1.0],
    [None, None, None, 1.0],
]


def test_silhouettes_by_hand() -> None:
    """The first of four points: 0.1 to its own, 0.95 to the others, so (0.95 − 0.1) / 0.95."""
    found = measure_silhouettes(SQUARE, ((0, 1), (2, 3)))
    assert found[0] == pytest.approx((0.95 - 0.1) / 0.95)
    assert found[1] == pytest.approx((0.85 - 0.1) / 0.85)
    assert measure_silhouettes(SQUARE, ((0,), (1, 2, 3)))[0] == 0


def test_merges_and_cuts() -> None:
    merges = link_distances(SQUARE)
    assert [round(distance, 9) for _, _, distance in merges] == [0.1, 0.1, 0.9]
    assert cut_merges(merges, 2) == ((0, 1), (2, 3))
    assert cut_merges(merges, 1) == ((0, 1, 2, 3),)
    assert cut_merges(merges, 4) == ((0,), (1,), (2,), (3,))


def find(metric_name: str = "city-block", number: int | None = None) -> Camps:
    metric, profiles = METRICS.load(metric_name), make_profiles(ROWS)
    return find_camps(profiles, metric, set_terms(metric, profiles), number=number, samples=20)


def test_two_camps_and_what_sets_them_apart() -> None:
    found = find()
    assert [{m.actor for m in camp.members} for camp in found.camps] == [{"a0", "a1"}, {"a2", "a3"}]
    assert found.left_out == ("a4",)
    assert [d.issue.id for d in found.divides] == ["i0", "i1", "i2"]
    assert found.divides[0].means == (1, -1)
    assert found.divides[0].share == 1
    assert all(camp.stability and camp.stability > 0.8 for camp in found.camps)
    assert all(camp.inside == 0.9375 for camp in found.camps)
    leaves = [child.actor for join in found.tree.children for child in join.children]
    assert sorted(str(leaf) for leaf in leaves) == ["a0", "a1", "a2", "a3"]


def test_as_many_as_asked_for() -> None:
    assert len(find(number=3).camps) == 3
    assert len(find(number=99).camps) == 4
    assert len(find("euclidean", number=1).camps) == 1


def test_a_metric_without_a_range_is_refused() -> None:
    with pytest.raises(UsageError, match="range"):
        find("conflict")
