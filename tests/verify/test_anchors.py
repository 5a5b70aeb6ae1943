"""Anchors held against texts of our own, and, where they lie at hand, against the real sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policycmp.model.source import Evidence
from policycmp.verify.anchors import find_anchor_fault
from policycmp.verify.paragraphs import split_paragraphs

TEXT = """A heading

The mayor “will not” give way, the mayor says. Buses — all of them —
come first.
 \u00a0
Third, the shops object.\r\n\r\nFourth."""

PARAGRAPHS = split_paragraphs(TEXT)


def test_paragraphs_count_from_one_over_blank_lines():
    assert [p.split()[0] for p in PARAGRAPHS] == ["A", "The", "Third,", "Fourth."]


@pytest.mark.parametrize(
    ("paragraph", "first", "last", "fault"),
    [
        (2, 'The mayor "will', "come first.", None),
        (2, "all of them - come", "first.", None),
        (2, "mayor", "first", "'mayor' occurs 2 times"),
        (2, "come first", "The mayor", "does not come after"),
        (2, "Buses", "bikes", "'bikes' occurs 0 times"),
        (5, "x", "y", "there is no paragraph 5; the text has 4"),
        (None, "x", "y", "no paragraph"),
    ],
)
def test_anchor(paragraph, first, last, fault):
    found = find_anchor_fault(PARAGRAPHS, Evidence(paragraph=paragraph, first=first, last=last))
    assert (fault is None and found is None) or (fault and fault in (found or ""))


TEXTS = Path(os.environ.get("POLICYCMP_TEXTS") or "no-such-folder")


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the sources' texts are not part of the project")
def test_every_anchor_of_the_corpus_that_ships_stands_in_its_source():
    from policycmp.load.corpus import load_corpus
    from policycmp.load.discovery import bundled_corpus

    corpus = load_corpus([str(bundled_corpus())])
    texts = {
        s.id: split_paragraphs((TEXTS / f"{s.id}.txt").read_text(encoding="utf-8")) for s in corpus.sources
    }
    faults = [
        f"{p.place}: {fault}"
        for p in corpus.positions
        if (fault := find_anchor_fault(texts[p.source], p.evidence or Evidence()))
    ]
    assert faults == []
