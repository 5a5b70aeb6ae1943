"""What becomes of a number when the issues are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.errors import UsageError
from policycmp.measure.agreement import explain_pair, measure_agreement, set_terms
from policycmp.measure.metric import METRICS
from policycmp.measure.resampling import find_interval
from policycmp.model.choices import Missing, Normalisation
from profile_makers import make_profiles

if TYPE_CHECKING:
    from policycmp.model.agreement import Pair

MINE: list[float | None] = [1.0, 1.0, 1.0, 1.0]
THEIRS: list[float | None] = [1.0, 1.0, -0.5, None]


def measure_pair(samples: int = 200, seed: int = 0) -> Pair:
    metric, profiles = METRICS.load("city-block"), make_profiles([MINE, THEIRS])
    terms = set_terms(metric, profiles, samples=samples, seed=seed)
    return measure_agreement(profiles, metric, terms).pairs[0]


def test_one_issue_left_out_by_hand() -> None:
    """The parts are 1, 1 and 0.25, as in docs/measures/robustness.md."""
    pair = measure_pair()
    assert (pair.value, pair.shared) == (0.75, 3)
    robust = pair.robustness
    assert robust
    assert (robust.least, robust.most, robust.most_without) == (0.625, 1.0, "i2")
    assert robust.least_without in ("i0", "i1")
    assert (robust.low, robust.high) == (0.25, 1.0)


def test_the_same_seed_gives_the_same_interval() -> None:
    assert measure_pair(30, seed=7) == measure_pair(30, seed=7)
    assert measure_pair(0).robustness is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50), st.floats(-1, 2))
def test_the_interval_holds_the_number(drawn: list[float], value: float) -> None:
    low, high = find_interval(drawn, value)
    assert low is not None
    assert high is not None
    assert low <= value <= high


def test_the_tails_are_dropped() -> None:
    drawn = [n / 1000 for n in range(1000)]
    assert find_interval(drawn, 0.5) == (0.025, 0.974)
    assert find_interval([], 0.5) == (None, None)


@pytest.mark.parametrize("name", METRICS.names())
def test_the_parts_explain_the_number(name: str) -> None:
    metric, profiles = METRICS.load(name), make_profiles([[*MINE[:3], -1.0], THEIRS])
    terms = set_terms(metric, profiles)
    told = explain_pair(profiles, metric, terms, 0, 1)
    assert told.pair == measure_agreement(profiles, metric, terms).pairs[0]
    assert sum(part.amount for part in told.parts) == pytest.approx(told.total)
    counted = [part for part in told.parts if part.second is not None]
    assert [part.issue.id for part in counted] == ["i0", "i1", "i2"]


def test_terms_that_do_not_go_together_are_refused() -> None:
    profiles = make_profiles([MINE, THEIRS])
    with pytest.raises(UsageError, match="counts positions"):
        set_terms(METRICS.load("conflict"), profiles, missing=Missing.NEUTRAL)
    with pytest.raises(UsageError, match="no normalisation"):
        set_terms(METRICS.load("kappa"), profiles, normalisation=Normalisation.COSINE)


def test_a_floor_asks_for_shared_issues_whatever_silence_counts_for() -> None:
    metric, profiles = METRICS.load("city-block"), make_profiles([MINE, THEIRS])
    for floor, known in ((3, True), (4, False)):
        terms = set_terms(metric, profiles, missing=Missing.NEUTRAL, floor=floor)
        pair = measure_agreement(profiles, metric, terms).pairs[0]
        assert (pair.value is not None, pair.shared, pair.counted) == (known, 3, 4)


@pytest.mark.parametrize("missing", Missing)
@pytest.mark.parametrize("name", METRICS.names())
def test_nothing_shared_is_no_number_whatever_silence_counts_for(name: str, missing: Missing) -> None:
    metric, profiles = METRICS.load(name), make_profiles([[1.0, None, 0.5], [None, -1.0, None]])
    missing = Missing.LEAVE_OUT if metric.measure.is_counted else missing
    terms = set_terms(metric, profiles, missing=missing, floor=0)
    pair = measure_agreement(profiles, metric, terms).pairs[0]
    assert (pair.value, pair.shared) == (None, 0)
