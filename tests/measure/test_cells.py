"""What several positions in one cell amount to."""

from __future__ import annotations

from fractions import Fraction

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


def make_cell(scale, stances, rule=Rule.MEAN):
    positions = [
        Position(
            actor="mayor",
            issue="bus-lane",
            stance=stance,
            placement=scale.placement(stance),
            source="paper",
            attribution=STATED,
        )
        for stance in stances
    ]
    return build_cell(CORPUS, scale, positions, rule)


POINTS = [Scale(id="p", points=tuple(range(1, count + 1))) for count in range(2, 12)]
NAMED = [Scale(id="n", points=tuple("abcdefghijk"[:count])) for count in range(2, 12)]
TENTHS = [Scale(id="t", points=tuple(n / 10 for n in range(1, count + 1))) for count in range(2, 12)]
BOUNDS = [
    Scale(id="b", low=low, high=high) for low, high in ((0.1, 0.3), (-5, 5), (0, 1), (-1e12, 1e12), (1, 7))
]


@pytest.mark.parametrize("scale", [*POINTS, *NAMED, *TENTHS], ids=lambda s: f"{s.id}{len(s.points)}")
def test_opposite_points_are_equally_strong_and_cancel_out(scale):
    for near, far in zip(scale.points, reversed(scale.points), strict=True):
        assert scale.placement(near) == -scale.placement(far)
        cell = make_cell(scale, [near, far], Rule.STRONGEST)
        assert len(cell.used) == 2
        assert cell.placement == 0


def place_in_fractions(scale, stance):
    """The slow way: steps of names, numbers as they are written."""
    low, high = (scale.points[0], scale.points[-1]) if scale.points else (scale.low, scale.high)
    if isinstance(stance, str):
        low, high, stance = 0, len(scale.points) - 1, scale.points.index(stance)
    low, high, stance = (Fraction(str(number)) for number in (low, high, stance))
    return 2 * (stance - low) / (high - low) - 1


def pick_in_fractions(scale, stances, rule):
    """The cell's placement by the rules as they are written down; all positions are alike but in stance."""
    placements = [place_in_fractions(scale, stance) for stance in stances]
    if rule is Rule.STRONGEST:
        farthest = max(abs(place) for place in placements)
        placements = [place for place in placements if abs(place) == farthest]
    return sum(placements) / len(placements)


@given(st.data())
def test_cells_are_what_fractions_say(data):
    scale = data.draw(st.sampled_from([*POINTS, *NAMED, *TENTHS, *BOUNDS]))
    one = (
        st.sampled_from(scale.points)
        if scale.points
        else st.integers(0, 1000).map(lambda n: round(scale.low + (scale.high - scale.low) * n / 1000, 6))
    )
    stances = data.draw(st.lists(one, min_size=1, max_size=6))
    for rule in Rule:
        exact = pick_in_fractions(scale, stances, rule)
        cell = make_cell(scale, stances, rule)
        assert cell.placement == pytest.approx(float(exact), abs=1e-9)
        assert (cell.placement > 0, cell.placement < 0) == (exact > 0, exact < 0)
        mixed = (
            exact == 0
            and len({place_in_fractions(scale, s) > 0 for s in stances if place_in_fractions(scale, s)}) < 2
        )
        assert (cell.state is State.MIXED) == mixed


@pytest.mark.parametrize(("low", "high"), [(-(10**12), 10**12), (-1e12, 1e12), (-1e15, 1e15)])
def test_a_stance_near_the_middle_of_a_wide_scale_is_not_mixed(low, high):
    scale = Scale(id="wide", low=low, high=high)
    for stance in (1, -1):
        for stances in ([stance], [stance, stance], [10**12, -(10**12), 3 * stance]):
            cell = make_cell(scale, stances)
            assert cell.placement * stance > 0
            assert cell.state is not State.MIXED
            assert cell.stance == pytest.approx(stance, abs=1e-3)
