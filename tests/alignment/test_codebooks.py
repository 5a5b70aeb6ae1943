"""Codebooks brought onto one another: laws, and a renamed copy of the corpus that ships."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import make_corpus
from policycmp.alignment.assignment import assign
from policycmp.alignment.codebooks import align_codebooks, align_names
from policycmp.load.corpus import load_corpus
from policycmp.model.codebook import Issue
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind, Named
from processes import ROOT

BUNDLED = load_corpus([str(ROOT / "data" / "positions.yaml")])


def test_a_codebook_with_itself_is_the_identity():
    matches = align_codebooks(BUNDLED, BUNDLED).matches
    assert all((m.ours, m.verdict, m.is_reversed) == (m.theirs, Verdict.SURE, False) for m in matches)
    assert len(matches) == len(BUNDLED.issues) + len(BUNDLED.actors)


def test_order_changes_nothing():
    shuffled = sorted(BUNDLED.issues, key=lambda issue: issue.title[::-1])
    one = align_codebooks(BUNDLED, replace(BUNDLED, issues=tuple(shuffled)))
    other = align_codebooks(replace(BUNDLED, issues=tuple(shuffled)), BUNDLED)
    assert {(m.theirs, m.ours) for m in one.matches} == {(m.theirs, m.ours) for m in other.matches}


def test_an_unrelated_label_changes_no_sure_match():
    ours = make_corpus()
    theirs = replace(ours, issues=(Issue(id="x1", title="Dedicated lanes for buses"),))
    before = align_codebooks(ours, theirs).matches[0]
    more = replace(theirs, issues=(*theirs.issues, Issue(id="x2", title="Quarrying of zinc")))
    after = align_codebooks(ours, more).matches
    assert (before.ours, before.verdict) == ("bus-lane", Verdict.SURE)
    assert (after[0].ours, after[0].verdict) == ("bus-lane", Verdict.SURE)
    assert after[1].verdict is not Verdict.SURE


@pytest.mark.parametrize("side", ["aliases", "reversed_aliases"])
def test_a_renamed_and_turned_copy_is_recovered(side):
    """Each issue is known in the copy by nothing but an alias that was not given to ours."""
    hidden = {i.id: getattr(i, side)[-1] for i in BUNDLED.issues if len(getattr(i, side)) > 1}
    issues = tuple(Issue(id=f"i{n}", title=name) for n, name in enumerate(hidden.values()))
    owner = {f"i{n}": key for n, key in enumerate(hidden)}
    for match in align_codebooks(BUNDLED, replace(BUNDLED, issues=issues, actors=())).matches:
        assert (match.ours, match.verdict) == (owner[match.theirs], Verdict.SURE)
        assert match.is_reversed is (side == "reversed_aliases")


def test_no_reversed_item_is_surely_joined_unflipped():
    """The reversed alias itself is not declared on our side, so that only likeness remains."""
    bare = replace(BUNDLED, issues=tuple(replace(i, reversed_aliases=()) for i in BUNDLED.issues))
    turned = tuple(
        Issue(id=f"i{n}", title=name)
        for n, name in enumerate(name for i in BUNDLED.issues for name in i.reversed_aliases)
    )
    joined = align_codebooks(bare, replace(BUNDLED, issues=turned, actors=()), many=True)
    assert joined.list_verdict(Verdict.SURE) == ()


def test_a_verdict_is_listed_by_its_name_too():
    matches = tuple(
        Match(kind=Kind.ISSUE, theirs=verdict.value, ours="new-start", verdict=verdict) for verdict in Verdict
    )
    crosswalk = Crosswalk(matches=matches)
    assert crosswalk.list_verdict("doubtful") == crosswalk.list_verdict(Verdict.DOUBTFUL) == matches[1:2]
    with pytest.raises(ValueError, match="'dubious'"):
        crosswalk.list_verdict("dubious")


def test_what_a_person_decided_stays():
    decided = Match(
        kind=Kind.ISSUE, theirs="nato-open-door", ours="new-start", verdict=Verdict.SURE, why="said so"
    )
    refused = Match(kind=Kind.ACTOR, theirs="russia", ours=None, verdict=Verdict.NONE)
    again = align_codebooks(BUNDLED, BUNDLED, known=Crosswalk(matches=(decided, refused)))
    assert decided in again.matches
    assert refused in again.matches
    assert align_codebooks(BUNDLED, BUNDLED, known=again) == again


def test_two_close_candidates_are_doubtful():
    ours = [
        Named(kind=Kind.ACTOR, id=i, title=t) for i, t in (("a", "Bank of Norland"), ("b", "Bank of Norlund"))
    ]
    (match,) = align_names(ours, [Named(kind=Kind.ACTOR, id="z", title="Bank of Norlind")])
    assert match.verdict is Verdict.DOUBTFUL


cells = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0.1, 1.0).map(lambda x: round(x, 3))
)


@given(cells)
def test_assignment_is_the_best_there_is(scores):
    found = assign(scores)
    assert len(set(found.values())) == len(found)
    columns = [0, 1, 2, 3, None, None, None, None]
    best = max(
        sum(scores.get((row, column), -9.0) for row, column in enumerate(order) if column is not None)
        for order in set(permutations(columns, 4))
    )
    assert sum(scores[pair] for pair in found.items()) == pytest.approx(best)
