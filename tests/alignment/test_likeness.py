"""Ids that tell something, and ids that only number."""

from __future__ import annotations

import pytest

from policycmp.alignment.codebooks import align_names
from policycmp.alignment.likeness import drop_opaque_id
from policycmp.model.crosswalk import Verdict
from policycmp.model.names import Kind, Named


def make_issue(key, title):
    return Named(kind=Kind.ISSUE, id=key, title=title)


@pytest.mark.parametrize(
    ("key", "kept"),
    [("new-start", True), ("eu", True), ("item-12", False), ("q3", False), ("resolution-1244", True)],
)
def test_only_an_id_that_says_something_is_a_name(key, kept):
    assert bool(drop_opaque_id(make_issue(key, "Anything")).id) is kept


def test_the_same_id_that_says_something_is_the_same_thing():
    (match,) = align_names(
        [make_issue("new-start", "Arms control")], [make_issue("new-start", "A treaty of 2010")]
    )
    assert (match.ours, match.verdict) == ("new-start", Verdict.SURE)


def test_the_same_number_with_another_title_is_left_to_a_person():
    ours = [make_issue("item-1", "Motorway speed limit"), make_issue("item-2", "Wealth tax")]
    theirs = [make_issue("item-1", "Wealth tax"), make_issue("item-2", "Wolf hunting")]
    first, second = align_names(ours, theirs)
    assert (first.ours, first.verdict) == ("item-2", Verdict.SURE)
    assert second.verdict is not Verdict.SURE


def test_a_close_rival_makes_a_match_doubtful():
    ours = [make_issue("a1", "Tax on petrol"), make_issue("a2", "Tax on diesel")]
    (match,) = align_names(ours, [make_issue("b1", "Tax on fuel")])
    assert match.verdict is not Verdict.SURE


@pytest.mark.parametrize(("kind", "verdict"), [(Kind.ISSUE, Verdict.DOUBTFUL), (Kind.ACTOR, Verdict.SURE)])
def test_only_a_question_can_be_put_the_other_way_round(kind, verdict):
    ours = [Named(kind=kind, id="bureau", title="Corruption Bureau of the Republic")]
    (match,) = align_names(ours, [Named(kind=kind, id="b1", title="Anti-Corruption Bureau of the Republic")])
    assert match.verdict is verdict
