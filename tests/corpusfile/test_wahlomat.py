"""Wahl-O-Mat folders: a small one of our own, and published ones where they are at hand."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from policycmp.alignment.codebooks import align_codebooks
from policycmp.alignment.merge import find_conflicts, merge_corpora
from policycmp.corpusfile.writers.yaml import WRITER
from policycmp.errors import UnreadableError
from policycmp.load.corpus import FaultyCorpusError, load_corpus

ANCHORS = Path(os.environ.get("POLICYCMP_ANCHORS", "missing")) / "wahlomat"
anchored = pytest.mark.skipif(not ANCHORS.is_dir(), reason="needs POLICYCMP_ANCHORS")
FILES = {
    "overview": {"title": "Stadtwahl", "date": "2024-05-01T00:00:00.000Z"},
    "party": [{"id": 0, "name": "Rad", "longname": "Partei der Räder"}, {"id": 1, "name": "Auto"}],
    "statement": [{"id": 0, "label": "Busspur", "text": "Es soll eine Busspur geben."}],
    "answer": [{"id": 0, "message": "Stimme zu"}, {"id": 1, "message": "Stimme nicht zu"}],
    "opinion": [
        {"id": 0, "party": 0, "statement": 0, "answer": 0, "comment": 0},
        {"id": 1, "party": 1, "statement": 0, "answer": 1},
    ],
    "comment": [{"id": 0, "text": '"Busse sind gut."'}],
}


def write_folder(folder, **changed):
    for name, content in (FILES | changed).items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return str(folder)


def test_a_folder_is_a_corpus(tmp_path):
    corpus = load_corpus([write_folder(tmp_path)])
    assert [(i.id, i.statement) for i in corpus.issues] == [("busspur", "Es soll eine Busspur geben.")]
    assert [(a.name, a.short) for a in corpus.actors] == [("Partei der Räder", "Rad"), ("Auto", None)]
    assert [(p.stance, p.placement, p.summary) for p in corpus.positions] == [
        (1, 1.0, "Busse sind gut."),
        (-1, -1.0, None),
    ]
    assert corpus.sources[0].published.text == "2024-05-01"


def test_a_folder_of_something_else_is_refused(tmp_path):
    with pytest.raises(UnreadableError, match="is a directory"):
        load_corpus([str(tmp_path)])
    with pytest.raises(FaultyCorpusError, match="not as Wahl-O-Mat folders are"):
        load_corpus([write_folder(tmp_path, opinion=[{"party": 9, "statement": 0, "answer": 0}])])


@anchored
def test_two_transcriptions_merge_with_exactly_one_conflict():
    first = load_corpus([str(ANCHORS / "2019-europa")])
    with (ANCHORS / "2019-europa-second-transcription.csv").open(encoding="utf-8") as file:
        cells = {(r["party"], int(r["thesis_id"])): int(r["position"]) for r in csv.DictReader(file)}
    parties = {actor.id: actor.label for actor in first.actors}
    theses = {issue.id: number for number, issue in enumerate(first.issues)}
    both = [p for p in first.positions if (parties[p.actor], theses[p.issue]) in cells]
    stances = [cells[parties[p.actor], theses[p.issue]] for p in both]
    again = tuple(replace(p, stance=s, placement=float(s)) for p, s in zip(both, stances, strict=True))
    second = replace(first, positions=again)
    merger = merge_corpora(first, second, align_codebooks(first, second))
    assert [(parties[c.actor], theses[c.issue]) for c in merger.conflicts] == [("AfD", 15)]
    assert len(both) == 646
    assert len(merger.corpus.positions) == len(first.positions) + 1


@anchored
def test_two_states_differ_in_the_published_cells():
    """One names the theses by their text only, so that they have to be aligned."""
    before = load_corpus([str(ANCHORS / "2017-deutschland-august")])
    after = load_corpus([str(ANCHORS / "2017-deutschland")])
    merger = merge_corpora(before, after, align_codebooks(before, after))
    parties = {actor.id: actor.label for actor in before.actors}
    theses = {issue.id: number for number, issue in enumerate(before.issues)}
    assert len(merger.corpus.issues) == 38
    assert len(merger.corpus.positions) == 32 * 38 + 5
    assert sum(p.summary is not None for p in merger.corpus.positions) > 32 * 38 * 0.9
    assert {(parties[c.actor], theses[c.issue]) for c in merger.conflicts} == {
        ("AfD", 19),
        ("ÖDP", 14),
        ("Die Humanisten", 3),
        ("Die Humanisten", 8),
        ("Die Humanisten", 13),
    }


@anchored
def test_a_folder_converts_and_reads_back(tmp_path):
    corpus = load_corpus([str(ANCHORS / "2019-europa")])
    (tmp_path / "again.yaml").write_text("".join(WRITER.write(corpus)), encoding="utf-8")
    again = load_corpus([str(tmp_path / "again.yaml")])
    assert (again.issues, again.actors) == (corpus.issues, corpus.actors)
    assert find_conflicts(corpus.positions, again.positions) == ()
