"""Somebody's own answers against the actors."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.errors import UsageError
from policycmp.measure.agreement import set_terms
from policycmp.measure.matches import place_answers, rank_matches, read_stance
from policycmp.measure.metric import METRICS
from policycmp.model.codebook import FIVE_POINTS, Scale
from policycmp.model.matches import Answer, Matches
from profile_makers import make_profiles

ROWS: list[list[float | None]] = [[1.0, 1.0, -1.0, 1.0], [1.0, -1.0, -1.0, None], [-1.0, 0.0, 1.0, 0.5]]


def rank(places: dict[str, float], *answers: Answer, floor: int = 1) -> Matches:
    metric, profiles = METRICS.load("city-block"), make_profiles(ROWS)
    return rank_matches(profiles, places, answers, metric, set_terms(metric, profiles, floor=floor))


def test_the_nearest_comes_first_and_says_why() -> None:
    found = rank({"i0": 1.0, "i1": -1.0, "i2": -1.0})
    assert [(m.actor.id, m.pair.value, m.pair.shared) for m in found.matches] == [
        ("a1", 1.0, 3),
        ("a0", pytest.approx(2 / 3), 3),
        ("a2", pytest.approx(0.5 / 3), 3),
    ]
    assert [issue.id for issue in found.matches[1].apart] == ["i1"]
    assert [issue.id for issue in found.matches[1].together] == ["i0", "i2"]


def test_important_counts_twice_and_is_told_as_a_weight() -> None:
    found = rank({"i0": 1.0, "i1": -1.0}, Answer(issue="i1", stance="-2", important=True))
    assert found.matches[1].pair.value == pytest.approx(1 / 3)
    assert found.terms.weights == (("i1", 2.0),)


def test_must_rules_out_the_other_side_the_middle_and_the_silent() -> None:
    places = {"i0": 1.0, "i1": 1.0, "i3": 1.0}
    found = rank(places, Answer(issue="i1", stance="2", must=True))
    assert [actor.id for actor in found.ruled_out] == ["a1", "a2"]
    found = rank(places, Answer(issue="i3", stance="2", must=True))
    assert [actor.id for actor in found.ruled_out] == ["a1"]


def test_whoever_shares_too_little_comes_last_without_a_number() -> None:
    found = rank({"i0": 1.0, "i3": 1.0}, floor=2)
    assert (found.matches[-1].actor.id, found.matches[-1].pair.value) == ("a1", None)


def test_of_equals_the_one_with_more_shared_issues_is_first() -> None:
    found = rank({"i0": 1.0, "i2": -1.0, "i3": 1.0})
    assert [(m.actor.id, m.pair.shared) for m in found.matches[:2]] == [("a0", 3), ("a1", 2)]


@pytest.mark.parametrize("text", ["2", "+2", "Strongly supports", " strongly supports "])
def test_answers_as_people_type_them(text: str) -> None:
    assert read_stance(FIVE_POINTS, text) == 2


def test_answers_off_the_scale_are_told() -> None:
    with pytest.raises(UsageError, match="no answer on the scale"):
        read_stance(FIVE_POINTS, "7")
    bounded = Scale(id="share", low=0, high=100)
    assert read_stance(bounded, "25") == 25
    with pytest.raises(UsageError):
        read_stance(bounded, "many")


def test_skipped_answers_have_no_place() -> None:
    answers = [Answer(issue="bus-lane", stance=None), Answer(issue="fountain", stance="no")]
    assert place_answers(make_corpus(), answers) == {"fountain": -1.0}


@pytest.mark.parametrize("point", ["x\u00a0", " y", "A", "a", "\u3000"])
def test_every_point_of_a_scale_can_be_answered_as_it_is_written(point):
    scale = Scale(id="s", points=("x\u00a0", " y", "A", "a", "\u3000"))
    assert read_stance(scale, point) == point
