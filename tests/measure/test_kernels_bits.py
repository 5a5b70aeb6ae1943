"""Sets of bits give the very numbers that adding up issue by issue gives."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from policycmp.measure.agreement import measure_agreement, measure_pair, set_terms
from policycmp.measure.kernels.bits import find_ladder
from policycmp.measure.metric import METRICS
from profile_makers import make_profiles

PLACES = st.one_of(st.none(), st.sampled_from([-1.0, -0.5, -0.25, 0.0, 0.5, 1.0]))


@given(
    st.integers(0, 9).flatmap(
        lambda n: st.lists(st.lists(PLACES, min_size=n, max_size=n), min_size=1, max_size=6)
    ),
    st.integers(1, 4),
)
def test_bits_agree_with_sums(rows: list[list[float | None]], floor: int) -> None:
    profiles, metric = make_profiles(rows), METRICS.load("city-block")
    terms = set_terms(metric, profiles, floor=floor)
    assert find_ladder(profiles, terms)
    slow = [measure_pair(profiles, metric, terms, a, b) for a, b in combinations(range(len(rows)), 2)]
    assert list(measure_agreement(profiles, metric, terms).pairs) == slow


def test_weights_and_thirds_are_added_up() -> None:
    metric = METRICS.load("city-block")
    for profiles in (make_profiles([[1], [0]], weights=[2.0]), make_profiles([[1], [1 / 3]])):
        assert not find_ladder(profiles, set_terms(metric, profiles))
