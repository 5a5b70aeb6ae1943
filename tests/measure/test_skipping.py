"""Issues that do not count: against a slow reference on drawn votes, and on the UN's roll calls."""

from __future__ import annotations

import csv
from collections import defaultdict
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policycmp
from policycmp.errors import UsageError
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.source import Source
from profile_makers import ANCHORS

UNGA = ANCHORS / "tables" / "unga-2018" / "un_votes_2018.csv"
PLACES = {"no": -1.0, "abstain": 0.0, "yes": 1.0}
Votes = dict[tuple[str, str], str]
"""By actor and issue."""


def make_votes(votes: Votes) -> Corpus:
    return Corpus(
        scales=(Scale(id="vote", points=("no", "abstain", "yes")),),
        issues=tuple(Issue(id=i, title=i, scale="vote") for i in dict.fromkeys(i for _, i in votes)),
        actors=tuple(Actor(id=a, name=a) for a in dict.fromkeys(a for a, _ in votes)),
        sources=(Source(id="record", title="Record"),),
        positions=tuple(
            Position(
                actor=actor,
                issue=issue,
                stance=vote,
                placement=PLACES[vote],
                source="record",
                attribution=Attribution.STATED,
            )
            for (actor, issue), vote in votes.items()
        ),
    )


def list_kept(votes: Votes, skip: str, least: int) -> list[str]:
    """The issues that count, judged one by one on all votes."""
    by_issue: defaultdict[str, list[str]] = defaultdict(list)
    for (_, issue), vote in votes.items():
        by_issue[issue].append(vote)
    kept = []
    for issue, cast in by_issue.items():
        yes, no = cast.count("yes"), cast.count("no")
        share = Fraction(min(yes, no), yes + no) if yes + no else Fraction(0)
        one_sided = "lopsided" in skip and share < Fraction(skip.rpartition("=")[2].rstrip("%")) / 100
        if len(cast) >= least and not ("unanimous" in skip and len(set(cast)) == 1) and not one_sided:
            kept.append(issue)
    return kept


def measure_slowly(votes: Votes, first: str, second: str, kept: list[str]) -> tuple[float | None, int]:
    both = [(votes[first, i], votes[second, i]) for i in kept if {(first, i), (second, i)} <= votes.keys()]
    if not both:
        return None, 0
    return sum(1 - abs(PLACES[a] - PLACES[b]) / 2 for a, b in both) / len(both), len(both)


def measure(corpus: Corpus, *names: str, **options: Any) -> tuple[float | None, int]:
    [pair] = policycmp.agree(corpus, *names, floor=1, exact=True, **options).value.pairs
    return pair.value, pair.shared


VOTES = st.dictionaries(
    st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.sampled_from(["w", "x", "y", "z"])),
    st.sampled_from(list(PLACES)),
    min_size=1,
)


@given(
    votes=VOTES,
    skip=st.sampled_from(["", "unanimous", "lopsided=26%", "lopsided=50", "unanimous,lopsided=34%"]),
    least=st.integers(1, 4),
)
def test_against_the_slow_reference(votes: Votes, skip: str, least: int) -> None:
    votes = {("a", "w"): "yes", ("b", "w"): "no", **votes}
    corpus = make_votes(votes)
    value, shared = measure_slowly(votes, "a", "b", list_kept(votes, skip, least))
    options = {"skip": skip or None, "min_actors": least}
    found = measure(corpus, "a", "b", **options)
    assert found == (value if value is None else pytest.approx(value, abs=1e-9), shared)
    rows = policycmp.issues(corpus, floor=2, **options).value.spreads
    assert {row.issue.id for row in rows} <= set(list_kept(votes, skip, least))


def test_what_was_skipped_is_told() -> None:
    votes = {(a, "all"): "yes" for a in "abc"} | {("a", "few"): "no", ("b", "few"): "yes"}
    votes |= {("a", "most"): "no", ("b", "most"): "yes", ("c", "most"): "yes"}
    corpus = make_votes(votes)
    report = policycmp.agree(corpus, floor=1, skip=["unanimous", "lopsided=34%"], min_actors=3).report
    told = (
        "Issues skipped: 1 on which fewer than 3 speak, 1 unanimous and 1 with fewer than 34% on the lesser"
    )
    assert told in report.provenance
    numbers = {"skipped_too_few": 1, "skipped_unanimous": 1, "skipped_lopsided": 1}
    assert report.about["skipped"] == {"skip": "unanimous,lopsided=34%", "min_actors": 3, **numbers}
    assert all(
        r["skip"] == "unanimous,lopsided=34%"
        for r in policycmp.agree(corpus, floor=1, skip="unanimous,lopsided=34%").records
    )
    assert "skipped" not in policycmp.agree(corpus, floor=1).report.about


def test_all_decide_what_is_unanimous_and_not_the_two_who_are_compared() -> None:
    votes = {("a", "x"): "yes", ("b", "x"): "yes", ("c", "x"): "no"}
    corpus = make_votes(votes | {(a, "y"): "yes" for a in "abc"})
    assert measure(corpus, "a", "b", skip="unanimous") == (1, 1)
    assert policycmp.explain(corpus, "a", "b", skip="unanimous").value.parts[0].issue.id == "x"
    [only] = policycmp.match(
        corpus, {"x": "yes", "y": "no"}, floor=1, skip="unanimous", actor="a"
    ).value.matches
    assert (only.pair.value, only.pair.shared) == (1, 1)


@pytest.mark.parametrize(
    "skip", ["all", "lopsided", "lopsided=many", "lopsided=0%", "lopsided=51%", "unanimous=1"]
)
def test_what_is_no_kind_of_issue_to_skip(skip: str) -> None:
    with pytest.raises(UsageError, match=f"--skip '{skip}' is neither unanimous nor lopsided"):
        policycmp.agree(make_votes({("a", "x"): "yes"}), skip=skip)


@pytest.mark.skipif(not UNGA.is_file(), reason="no anchors at hand")
def test_the_general_assembly_of_2018() -> None:
    """The shares over all votes as they were computed apart, and those without unanimous votes."""
    with UNGA.open(encoding="utf-8", newline="") as file:
        votes = {(r["country"], r["rcid"]): r["vote"] for r in csv.DictReader(file)}
    corpus = make_votes(votes)
    published = {
        ("United States", "Israel"): (0.9231, 91),
        ("United States", "Russia"): (0.3, 95),
        ("Russia", "China"): (0.8656, 93),
        ("France", "Germany"): (0.9421, 95),
        ("United States", "Canada"): (0.6684, 95),
    }
    for pair, (value, shared) in published.items():
        found, on = measure(corpus, *pair)
        assert (round(found or 0, 4), on) == (value, shared)
        for skip in ("unanimous", "lopsided=2.5%"):
            kept = list_kept(votes, skip, 1)
            value_left, shared_left = measure_slowly(votes, *pair, kept)
            left, on_left = measure(corpus, *pair, skip=skip)
            assert (left, on_left) == (pytest.approx(value_left, abs=1e-9), shared_left)
    assert 0 < len(list_kept(votes, "lopsided=2.5%", 1)) < 95
