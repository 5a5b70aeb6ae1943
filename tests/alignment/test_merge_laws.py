"""Laws of merging, on small corpora: nothing of either is lost, and what is written has no fault."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makers import make_corpus, make_day, make_position
from policycmp.alignment.codebooks import align_codebooks
from policycmp.alignment.merge import merge_corpora
from policycmp.corpusfile.writers.yaml import WRITER
from policycmp.load.corpus import check_corpus
from policycmp.model.codebook import Issue, Scale, Topic
from policycmp.model.corpus import Attribution
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.fault import Severity
from policycmp.model.names import Kind
from policycmp.model.source import Evidence

BASE = make_corpus()
ISSUES = ("bus-lane", "bike-lane")
PLACES = (
    None,
    Evidence(paragraph=1),
    Evidence(paragraph=1, first="he", last="said"),
    Evidence(page="2"),
    Evidence(start=3, end=9),
)
positions = st.builds(
    make_position,
    st.sampled_from(["mayor", "shops"]),
    st.sampled_from(ISSUES),
    st.sampled_from([None, -1, 0, 2]),
    st.sampled_from(["paper", "blog"]),
    attribution=st.sampled_from(Attribution),
    condition=st.sampled_from([None, "it rains"]),
    summary=st.sampled_from([None, "For it.", 'Against: "no" \\ #1\nand - more']),
    date=st.sampled_from([None, make_day("2024-01-02")]),
    evidence=st.sampled_from(PLACES),
)
corpora = st.builds(
    lambda found, note, statement, weight, topic, scale: replace(
        BASE,
        note=note,
        topics=(replace(BASE.topics[0], title=topic), BASE.topics[1]),
        scales=(*BASE.scales[:-1], scale),
        issues=(replace(BASE.issues[0], statement=statement, weight=weight), *BASE.issues[1:]),
        positions=tuple(found),
    ),
    st.lists(positions, max_size=6),
    st.sampled_from([None, "Coded in spring.", "no"]),
    st.sampled_from([None, "There should be a lane.", "Main Street should get a bus lane."]),
    st.sampled_from([None, 2.0]),
    st.sampled_from(["Streets", "Roads"]),
    st.sampled_from([BASE.scales[-1], Scale(id="yes-no", points=("nay", "aye"))]),
)
rows = st.builds(
    lambda theirs, ours, turned, verdict: Match(
        kind=Kind.ISSUE,
        theirs=theirs,
        ours=None if verdict is Verdict.NONE else ours,
        is_reversed=turned,
        verdict=verdict,
    ),
    st.sampled_from(ISSUES),
    st.sampled_from(ISSUES),
    st.booleans(),
    st.sampled_from(Verdict),
)


def write_and_check(corpus):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "merged.yaml"
        path.write_text("".join(WRITER.write(corpus)), encoding="utf-8")
        again, faults = check_corpus([str(path)])
    assert [fault for fault in faults if fault.severity is Severity.FAULT] == []
    return again


def bare(corpus):
    return replace(corpus, origins=(), positions=tuple(replace(p, place=None) for p in corpus.positions))


@settings(max_examples=150, deadline=None)
@given(corpora, corpora, st.lists(rows, max_size=2, unique_by=lambda row: row.theirs))
def test_what_is_merged_has_no_fault_and_reads_back(ours, theirs, decided):
    crosswalk = align_codebooks(ours, theirs, known=Crosswalk(matches=tuple(decided)))
    merged = merge_corpora(ours, theirs, crosswalk).corpus
    assert bare(write_and_check(merged)) == bare(merged)


@settings(max_examples=150, deadline=None)
@given(corpora, corpora)
def test_nothing_said_is_lost(ours, theirs):
    merged = merge_corpora(ours, theirs, align_codebooks(ours, theirs)).corpus
    for position in (*ours.positions, *theirs.positions):
        same = [p for p in merged.positions if p.claim == position.claim]
        if position.evidence is not None:
            same = [p for p in same if p.evidence == position.evidence]
        assert len(same) >= 1
        assert any((position.summary or "") in (p.summary or "") for p in same)
    texts = "".join(WRITER.write(merged))
    for corpus in (ours, theirs):
        assert (corpus.note or "") in texts
        assert (corpus.issues[0].statement or "") in texts


@settings(max_examples=60, deadline=None)
@given(corpora)
def test_merging_twice_is_merging_once(corpus):
    same = align_codebooks(corpus, corpus)
    once = merge_corpora(corpus, corpus, same).corpus
    assert merge_corpora(once, corpus, same).corpus == once


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({}, 1),
        ({"summary": "He is for it."}, 1),
        ({"evidence": None}, 1),
        ({"evidence": Evidence(paragraph=2)}, 2),
        ({"attribution": Attribution.IMPLIED}, 2),
        ({"condition": "it rains"}, 2),
        ({"coder": "b"}, 2),
        ({"source": "blog"}, 2),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_what_makes_two_positions_one(more, kept, swapped):
    one = make_position("mayor", "bus-lane", 2, evidence=Evidence(paragraph=1), summary="For.")
    two = replace(one, **more)
    ours, theirs = (replace(BASE, positions=(p,)) for p in ((two, one) if swapped else (one, two)))
    merged = merge_corpora(ours, theirs, align_codebooks(ours, theirs)).corpus
    assert len(merged.positions) == kept
    assert Evidence(paragraph=1) in [p.evidence for p in merged.positions]
    assert all(word in str(merged.positions) for word in ("For.", more.get("summary", "For.")))


def test_gaps_of_the_first_are_filled_and_what_differs_is_told():
    ours = replace(BASE, issues=(Issue(id="lane", title="Bus lane", topic="money"),), positions=())
    theirs = replace(
        BASE,
        title="Another coding",
        note="Summer.",
        issues=(Issue(id="b", title="Bus lane", topic="streets", statement="Buses first.", weight=2.0),),
        actors=(replace(BASE.actors[0], kind="office", note="Since May."), *BASE.actors[1:]),
    )
    merger = merge_corpora(replace(ours, title="A coding"), theirs, align_codebooks(ours, theirs))
    issue, actor = merger.corpus.issues[0], merger.corpus.actors[0]
    assert (issue.statement, issue.weight, issue.topic) == ("Buses first.", 2.0, "money")
    assert (merger.corpus.title, merger.corpus.note) == ("A coding", "Another coding\n\nSummer.")
    assert (actor.kind, actor.note) == ("official", "Since May.")
    assert sorted(merger.notes) == [
        "the kind of mayor stays official; theirs, office, is left out",
        "the topic of lane stays money; theirs, streets, is left out",
    ]


def test_what_a_person_keeps_apart_stays_apart_under_one_id():
    refused = Crosswalk(matches=(Match(kind=Kind.ISSUE, theirs="bus-lane", ours=None),))
    spoken = replace(BASE, positions=(make_position("mayor", "bus-lane", 2),))
    merged = merge_corpora(spoken, spoken, align_codebooks(spoken, spoken, known=refused)).corpus
    assert [p.issue for p in merged.positions] == ["bus-lane", "bus-lane-2"]


def test_one_id_on_two_scales_is_kept_apart():
    """The issue is word for word the same, but its scale is another."""
    theirs = replace(
        BASE,
        scales=(*BASE.scales[:-1], Scale(id="yes-no", points=("nay", "aye"))),
        topics=(*BASE.topics, Topic(id="water", title="Water")),
        positions=(replace(make_position("mayor", "fountain", 2), stance="aye"),),
    )
    doubtful = Match(kind=Kind.ISSUE, theirs="fountain", ours="fountain", verdict=Verdict.DOUBTFUL)
    merged = merge_corpora(BASE, theirs, Crosswalk(matches=(doubtful,))).corpus
    assert (merged.positions[0].issue, merged.positions[0].stance) == ("fountain-2", "aye")
    assert write_and_check(merged) is not None
