"""How many cells are on which side, per actor and per issue."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policycmp
from makers import QUARREL, make_corpus, make_position
from policycmp.errors import UsageError
from policycmp.model.choices import Rule

SIDES = ("supports", "opposes", "mixed", "contested", "silent")
POSITIONS = st.lists(
    st.builds(
        make_position,
        st.sampled_from(["mayor", "shops", "council"]),
        st.sampled_from(["bus-lane", "bike-lane", "parking-fee"]),
        st.sampled_from([-2, -1, 0, 1, 2]),
    ),
    min_size=1,
    max_size=10,
)


def test_shares_of_actors() -> None:
    records = policycmp.list(make_corpus(*QUARREL), "actors", shares=True).records
    told = {r["actor"]: tuple(r[side] for side in SIDES) for r in records}
    assert told == {"mayor": (0, 0, 0, 1, 2), "council": (2, 0, 0, 0, 1), "shops": (0, 2, 1, 0, 0)}
    [council] = [r for r in records if r["actor"] == "council"]
    assert (council["issues"], council["supports_share"], council["silent_share"]) == (3, 0.666667, 0.333333)


def test_shares_of_issues_and_their_table() -> None:
    found = policycmp.list(make_corpus(*QUARREL), "issues", shares=True)
    [lane] = [r for r in found.records if r["issue"] == "bus-lane"]
    assert [lane[side] for side in SIDES] == [1, 1, 0, 1, 0]
    assert "1 (33%)" in found.render("terminal")
    assert found.render("csv").startswith("issue,title,actors,supports,opposes,mixed,contested,silent,")


@given(positions=POSITIONS, rule=st.sampled_from(Rule))
def test_against_counting_cells_one_by_one(positions, rule) -> None:
    corpus = make_corpus(*positions)
    slow: dict[str, Counter[str]] = {}
    for r in policycmp.compare(corpus, rule=rule).records:
        place = r["placement"] or 0
        side = "supports" if place > 0 else "opposes" if place < 0 else "mixed"
        state = r["state"] if r["state"] in ("contested", "silent") else side
        for key in (r["actor"], r["issue"]):
            slow.setdefault(key, Counter())[state] += 1
    for kind, name in (("actors", "actor"), ("issues", "issue")):
        for r in policycmp.list(corpus, kind, shares=True, rule=rule).records:
            assert {side: r[side] for side in SIDES} == {side: slow[r[name]][side] for side in SIDES}
            assert sum(r[f"{side}_share"] for side in SIDES) == pytest.approx(1, abs=1e-5)


def test_only_actors_and_issues_have_shares() -> None:
    with pytest.raises(UsageError, match="sources have no shares"):
        policycmp.list(make_corpus(*QUARREL), "sources", shares=True)
    with pytest.raises(UsageError, match="--rule is for shares"):
        policycmp.list(make_corpus(*QUARREL), "actors", rule="mean")
