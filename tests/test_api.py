"""The same from Python."""

from __future__ import annotations

import pytest

import policycmp
from makers import QUARREL, make_corpus


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
