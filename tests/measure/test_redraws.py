"""Numbers on drawn issues are the very ones that measuring those issues anew gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycmp.measure.agreement import measure_agreement, set_terms
from policycmp.measure.metric import METRICS
from policycmp.measure.profiles import choose_issues
from policycmp.measure.redraws import prepare_redraw
from policycmp.model.choices import Missing
from policycmp.model.pairs import list_values
from profile_makers import make_profiles

PLACES = st.none() | st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0, 0.333333333])
ROWS = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(PLACES, min_size=n, max_size=n), min_size=1, max_size=5)
)


@pytest.mark.parametrize("name", METRICS.names())
@settings(deadline=None, max_examples=50)
@given(data=st.data(), rows=ROWS)
def test_drawing_again_is_measuring_again(
    name: str, data: st.DataObject, rows: list[list[float | None]]
) -> None:
    metric = METRICS.load(name)
    issues = len(rows[0])
    weights = data.draw(st.lists(st.sampled_from([1.0, 0.1, 3.0]), min_size=issues, max_size=issues))
    profiles = make_profiles(rows, data.draw(st.sampled_from([weights, [1.0] * issues])))
    missing = Missing.LEAVE_OUT if metric.measure.is_counted else data.draw(st.sampled_from(Missing))
    terms = set_terms(metric, profiles, missing=missing, floor=data.draw(st.integers(1, 3)))
    redraw = prepare_redraw(profiles, metric, terms)
    for _ in range(2):
        drawn = sorted(data.draw(st.lists(st.integers(0, issues - 1), min_size=issues, max_size=issues)))
        anew = measure_agreement(choose_issues(profiles, drawn), metric, terms).pairs
        assert list(redraw(drawn)) == pytest.approx(list(list_values(anew)), abs=0, rel=0, nan_ok=True)
