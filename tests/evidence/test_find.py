"""Passages proposed for coding, in a text of our own and, where they lie at hand, in the real ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makers import QUARREL, make_corpus
from policycmp.corpusfile.drafts import write_draft
from policycmp.evidence.find import propose_passages
from policycmp.evidence.layout import Layout
from policycmp.evidence.locate import locate_evidence
from policycmp.evidence.sentences import split_sentences
from policycmp.load.corpus import check_corpus
from policycmp.load.texts.source_texts import Texts
from policycmp.model.passages import Span
from policycmp.model.source import Evidence
from policycmp.model.verification import Outcome
from policycmp.tabulate.find import tabulate_proposals
from townhall import TOWN, make_text

CORPUS = make_corpus(*QUARREL)


def test_sentences_end_where_a_reader_thinks_they_do():
    text = "Mr. Low met the U.S. President. He said “no!” Then, at 3.5 km, J. R. Ewing left? Yes."
    parts = [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))]
    assert parts == [
        "Mr. Low met the U.S. President.",
        "He said “no!”",
        "Then, at 3.5 km, J. R. Ewing left?",
        "Yes.",
    ]


def test_passages_speak_to_their_issue_and_say_by_which_words():
    proposals = propose_passages(CORPUS, Layout(make_text(TOWN)), limit=6)
    assert [p.score for p in proposals] == sorted((p.score for p in proposals), reverse=True)
    best = {p.issue: p for p in reversed(proposals)}
    assert best["bus-lane"].paragraph == 2
    assert "lane" in best["bus-lane"].terms
    assert best["bus-lane"].actors[:1] == ("mayor",)
    assert "fountain" in best["fountain"].terms


def test_issues_narrow_what_is_proposed_down():
    proposals = propose_passages(CORPUS, Layout(make_text(TOWN)), issues=["fountain"], limit=9)
    assert {p.issue for p in proposals} == {"fountain"}
    assert {p.paragraph for p in proposals} <= {5, 6}


def test_a_text_about_something_else_yields_next_to_nothing():
    text = make_text("Whales sing.\n\nPenguins dive deep, far below any ice.")
    assert propose_passages(CORPUS, Layout(text)) == []


@settings(deadline=None, max_examples=40)
@given(st.text(st.sampled_from("lane bus fee. \n\nMayor“”é-"), max_size=300), st.integers(1, 20))
def test_any_text_can_be_read_and_anchors_lead_into_it(text, limit):
    layout = Layout(make_text(text))
    proposals = propose_passages(CORPUS, layout, limit=limit)
    assert len(proposals) <= limit
    for p in proposals:
        assert text[p.span.start : p.span.end].split()
        assert layout.paragraphs[p.paragraph - 1].start <= p.span.start


def test_a_draft_is_a_corpus_with_every_stance_open_and_every_anchor_in_place(tmp_path):
    source_text = make_text(TOWN, "minutes")
    found = [(source_text, propose_passages(CORPUS, Layout(source_text)))]
    path = tmp_path / "draft.yaml"
    path.write_text("".join(write_draft(CORPUS, found)), encoding="utf-8")
    corpus, faults = check_corpus([str(path)])
    assert {fault.code for fault in faults} <= {"W406", "W404"}
    assert len(corpus.positions) == len(found[0][1]) == [f.code for f in faults].count("W406")
    assert {p.stance for p in corpus.positions} == {None}
    assert corpus.sources[0].digest == source_text.digest
    layout = Layout(source_text)
    for position in corpus.positions:
        assert locate_evidence(layout, position.evidence).outcome is Outcome.FOUND


def test_a_report_has_a_record_for_each_proposal():
    source_text = make_text(TOWN, "minutes")
    proposals = propose_passages(CORPUS, Layout(source_text), limit=5)
    report = tabulate_proposals(CORPUS, [(source_text, proposals)])
    assert len(report.records) == len(report.tables[0].sections[0].rows) == 5
    assert "stance" not in report.records[0]
    assert TOWN[report.records[0]["start"] :].startswith(report.records[0]["first"].split()[0])


TEXTS = Path(os.environ.get("POLICYCMP_TEXTS") or "no-such-folder")


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the sources' texts are not part of the project")
def test_what_was_coded_is_proposed_without_learning_from_the_source_itself():
    from policycmp.corpusfile.bundled import bundled_corpus
    from policycmp.load.corpus import load_corpus

    corpus = load_corpus([str(bundled_corpus())])
    texts = Texts([str(TEXTS)])
    pairs = passages = pairs_found = passages_found = 0
    for source in corpus.sources:
        layout = Layout(texts.find(source))
        proposals = propose_passages(corpus, layout, without=source.id)
        coded = {
            (locate_evidence(layout, p.evidence or Evidence()).span, p.issue)
            for p in corpus.positions
            if p.source == source.id
        }
        hit = {(s, i) for s, i in coded if any(_meets(p.span, s) and p.issue == i for p in proposals)}
        places = {span for span, _ in coded}
        seen = {span for span in places if any(_meets(p.span, span) for p in proposals)}
        assert len(seen) >= 0.85 * len(places)
        assert len(proposals) <= 4 * len(coded)
        pairs, pairs_found = pairs + len(coded), pairs_found + len(hit)
        passages, passages_found = passages + len(places), passages_found + len(seen)
    assert pairs_found >= 0.8 * pairs
    assert passages_found >= 0.95 * passages


def _meets(one, other):
    return one.start < other.end and other.start < one.end
