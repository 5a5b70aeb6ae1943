"""The same from Python."""

from __future__ import annotations

import pytest

import policycmp
from makers import QUARREL, make_corpus, make_position
from policycmp.api import align
from policycmp.model.codebook import Issue
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind


def test_public_names_are_there_and_documented() -> None:
    for name in policycmp.__all__:
        assert getattr(policycmp, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = policycmp.nothing  # type: ignore[attr-defined]


def test_compare_gives_records_and_shows_itself() -> None:
    table = policycmp.compare(make_corpus(*QUARREL), "streets", actors=["mayor", "shops"])
    assert [(r["issue"], r["actor"], r["state"]) for r in table.records] == [
        ("bus-lane", "mayor", "contested"),
        ("bus-lane", "shops", "clear"),
        ("bike-lane", "mayor", "silent"),
        ("bike-lane", "shops", "mixed"),
    ]
    assert "strongly supports / opposes if …" in str(table)
    assert table._repr_html_().startswith('<article class="policycmp">')
    assert table.render("csv").splitlines()[0] == "issue,mayor,shops"


def test_every_filter_and_choice() -> None:
    corpus = make_corpus(*QUARREL)
    table = policycmp.compare(
        corpus,
        issues="bus lane",
        sources=["blog", "paper"],
        attributions=["reported", "stated"],
        since="2024-03",
        until="2024",
        by="source",
        rule="mean",
        only="disagreements",
        sort="codebook",
        detail=True,
    )
    assert table.matrix.by == "source"
    assert policycmp.compare(corpus, as_of="2024-03-02").matrix.rule == "latest"


def test_wrong_names_and_choices_are_refused() -> None:
    corpus = make_corpus(*QUARREL)
    with pytest.raises(policycmp.UsageError, match="no topic or issue is named 'zebras'"):
        policycmp.compare(corpus, "zebras")
    with pytest.raises(ValueError, match="no month 13"):
        policycmp.compare(corpus, since="2024-13")
    with pytest.raises(ValueError, match="'odd'"):
        policycmp.compare(corpus, rule="odd")


def test_load_corpus_reads_what_is_named(tmp_path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("issues: [{id: a, title: A}]\n", encoding="utf-8")
    assert policycmp.load_corpus(path).issues[0].title == "A"
    with pytest.raises(policycmp.UnreadableError):
        policycmp.load_corpus(tmp_path / "missing.yaml")
    path.write_text("isues: []\n", encoding="utf-8")
    with pytest.raises(policycmp.CorpusError, match="1 fault"):
        policycmp.load_corpus(path)


OTHER = make_corpus(
    make_position("shops", "lane", 2),
    issues=(Issue(id="lane", title="Bus lane"), Issue(id="zinc", title="Oxide vexillum")),
    topics=(),
)


def test_align_gives_a_crosswalk_and_shows_itself(tmp_path) -> None:
    found = align(OTHER, make_corpus())
    assert [(r["from"], r["to"], r["verdict"]) for r in found.records[:2]] == [
        ("lane", "bus-lane", "sure"),
        ("zinc", None, "none"),
    ]
    assert "bus-lane" in str(found)
    assert found._repr_html_().startswith("<article")
    path = tmp_path / "x.yaml"
    path.write_text(found.write(), encoding="utf-8")
    known = policycmp.load_crosswalk(path)
    assert known.matches == found.crosswalk.matches
    assert align(OTHER, make_corpus(), crosswalk=known, many=True).crosswalk.matches == known.matches
    with pytest.raises(policycmp.CorpusError):
        policycmp.load_crosswalk(__file__)


def test_merge_joins_tells_and_refuses() -> None:
    corpus = make_corpus(*QUARREL)
    merger = policycmp.merge(corpus, OTHER)
    assert [(c.actor, c.issue) for c in merger.conflicts] == [("shops", "bus-lane")]
    assert "policycmp: 1" in policycmp.write_corpus(merger.corpus)
    with pytest.raises(policycmp.UsageError, match="disagree"):
        policycmp.merge(corpus, OTHER, on_conflict="fail")
    with pytest.raises(ValueError, match="two corpora"):
        policycmp.merge(corpus)
    with pytest.raises(ValueError, match="'odd'"):
        policycmp.merge(corpus, OTHER, on_conflict="odd")


def test_several_corpora_load_as_one_and_say_how(tmp_path) -> None:
    ours, theirs = tmp_path / "a.yaml", tmp_path / "b.yaml"
    ours.write_text(policycmp.write_corpus(make_corpus(*QUARREL)), encoding="utf-8")
    theirs.write_text(policycmp.write_corpus(OTHER), encoding="utf-8")
    doubtful = Match(kind=Kind.ISSUE, theirs="lane", ours="bus-lane", verdict=Verdict.DOUBTFUL)
    plain = policycmp.load_corpus(ours, theirs)
    left = policycmp.load_corpus(ours, theirs, crosswalk=Crosswalk(matches=(doubtful,)))
    assert {"lane", "zinc"} - plain.issue_by_id.keys() == {"lane"}
    assert {"lane", "zinc"} - left.issue_by_id.keys() == set()
    assert f"{theirs} aligned without a crosswalk: 4 names matched." in str(policycmp.compare(plain))
    assert policycmp.compare(left).report.about["alignments"][0]["doubtful"] == 1
    with pytest.raises(policycmp.UsageError, match="several whole corpora"):
        policycmp.load_corpus(ours, crosswalk=Crosswalk())
