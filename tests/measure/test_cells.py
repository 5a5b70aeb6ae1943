"""What several positions in one cell amount to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import FIVE, make_corpus, make_day, make_position
from policycmp.measure.cells import build_cell
from policycmp.model.choices import Rule
from policycmp.model.codebook import FIVE_POINTS, Scale
from policycmp.model.corpus import Attribution, Position
from policycmp.model.matrix import State

CORPUS = make_corpus()
STATED, REPORTED, IMPLIED = Attribution.STATED, Attribution.REPORTED, Attribution.IMPLIED


def cell_of(*positions: Position, rule: Rule = Rule.STATED_FIRST):
    return build_cell(CORPUS, FIVE_POINTS, positions, rule)


def test_no_position_is_silence_not_zero():
    cell = cell_of()
    assert (cell.state, cell.placement, cell.stance) == (State.SILENT, None, None)


@pytest.mark.parametrize(
    ("rule", "stance"),
    [(Rule.STATED_FIRST, 2), (Rule.LATEST, -1), (Rule.MEAN, 0), (Rule.STRONGEST, 2)],
)
def test_each_rule_takes_its_own(rule, stance):
    """A denial on 1 March (+2, stated), a report on 5 March (−1), an inference on 1 March (−1)."""
    cell = cell_of(
        make_position("mayor", "bus-lane", 2),
        make_position("mayor", "bus-lane", -1, "blog", attribution=REPORTED),
        make_position("mayor", "bus-lane", -1, "paper", attribution=IMPLIED),
        rule=rule,
    )
    assert cell.stance == stance
    assert cell.state is State.CONTESTED


def test_a_position_of_its_own_date_outdates_its_source():
    early = make_position("mayor", "bus-lane", 1, "blog", date=make_day("2020-01-01"))
    late = make_position("mayor", "bus-lane", -2, "paper")
    assert cell_of(early, late, rule=Rule.LATEST).stance == -2


def test_undated_positions_count_as_latest_only_among_themselves():
    undated = make_position("mayor", "bus-lane", 1, "leaflet")
    assert cell_of(undated, rule=Rule.LATEST).stance == 1
    assert cell_of(undated, make_position("mayor", "bus-lane", -1), rule=Rule.LATEST).stance == -1


def test_reported_outranks_implied():
    told = make_position("mayor", "bus-lane", 1, attribution=REPORTED)
    inferred = make_position("mayor", "bus-lane", -2, attribution=IMPLIED)
    assert cell_of(inferred, told).stance == 1


def test_mixed_is_not_contested():
    assert cell_of(make_position("mayor", "bus-lane", 0)).state is State.MIXED
    assert (
        cell_of(make_position("mayor", "bus-lane", 0), make_position("mayor", "bus-lane", 2)).state
        is State.CLEAR
    )


def test_conditional_needs_every_counted_position_to_be():
    tied = make_position("mayor", "bus-lane", 1, condition="it is free")
    assert cell_of(tied).state is State.CONDITIONAL
    assert cell_of(tied, make_position("mayor", "bus-lane", 2)).state is State.CLEAR


def test_a_mean_between_points_is_a_number_on_a_numeric_scale_only():
    assert cell_of(make_position("a", "i", 2), make_position("a", "i", 1)).stance == 1.5
    named = Scale(id="s", points=("no", "yes"))
    both = (make_position("a", "i", 2), make_position("a", "i", -2))
    assert build_cell(CORPUS, named, both, Rule.MEAN).stance is None


@given(
    st.lists(st.tuples(st.sampled_from(list(FIVE)), st.sampled_from(list(Attribution))), min_size=1),
    st.sampled_from(Rule),
)
def test_laws(coded, rule):
    """Order does not matter; the stance lies within what was coded; only two sides contest."""
    positions = [make_position("mayor", "bus-lane", stance, attribution=a) for stance, a in coded]
    cell, back = cell_of(*positions, rule=rule), cell_of(*reversed(positions), rule=rule)
    assert (cell.placement, cell.state) == (back.placement, back.state)
    assert min(FIVE[s] for s, _ in coded) <= cell.placement <= max(FIVE[s] for s, _ in coded)
    stances = {s for s, _ in coded}
    assert (cell.state is State.CONTESTED) == (max(stances) > 0 > min(stances))
    assert len(cell.positions) == len(positions)
