"""Several corpora as one: nothing lost, disagreements told, reversals turned once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from makers import QUARREL, make_corpus, make_position
from policycmp.alignment.codebooks import align_codebooks
from policycmp.alignment.merge import find_conflicts, merge_corpora
from policycmp.alignment.translate import carry_stance
from policycmp.corpusfile.writers.yaml import WRITER
from policycmp.errors import UsageError
from policycmp.load.corpus import load_corpus
from policycmp.model.choices import OnConflict
from policycmp.model.codebook import FIVE_POINTS, Issue, Scale
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from processes import ROOT, run

OURS = make_corpus(*QUARREL)
YES_NO = Scale(id="yn", points=("no", "yes"))


def turned(theirs="anti", ours="bus-lane"):
    return Crosswalk(
        matches=(Match(kind=Kind.ISSUE, theirs=theirs, ours=ours, is_reversed=True, verdict=Verdict.SURE),)
    )


def test_with_itself_nothing_changes():
    merger = merge_corpora(OURS, OURS, align_codebooks(OURS, OURS))
    assert (merger.corpus, merger.conflicts, merger.notes) == (OURS, (), ())


def test_a_reversed_issue_is_turned_once_and_said():
    theirs = replace(
        OURS,
        issues=(Issue(id="anti", title="Keep it for cars"),),
        positions=(make_position("council", "anti", 2),),
    )
    merger = merge_corpora(OURS, theirs, align_codebooks(OURS, theirs, known=turned()))
    assert (merger.corpus.positions[-1].issue, merger.corpus.positions[-1].stance) == ("bus-lane", -2)
    assert merger.corpus.positions[-1].placement == -1.0
    assert "turned round" in merger.notes[0]
    assert "Keep it for cars" in merger.corpus.issue_by_id["bus-lane"].reversed_aliases


def test_turning_twice_is_the_identity():
    for stance in FIVE_POINTS.points:
        once = carry_stance(stance, FIVE_POINTS, FIVE_POINTS, True)
        assert carry_stance(once, FIVE_POINTS, FIVE_POINTS, True) == stance


@pytest.mark.parametrize(
    ("scale", "stance", "wanted"),
    [
        (YES_NO, "yes", 2),
        (Scale(id="three", points=(-1, 0, 1)), -1, -2),
        (Scale(id="nine", points=tuple(range(1, 10))), 7, 1),
        (Scale(id="seven", points=tuple(range(1, 8))), 6, None),
        (Scale(id="ten", low=0, high=10), 7.5, 1),
        (Scale(id="wide", low=-5, high=5), 5, 2),
        (Scale(id="names", points=("never", "perhaps", "always")), "perhaps", 0),
        (YES_NO, "maybe", None),
    ],
)
def test_scales_map_by_their_declaration(scale, stance, wanted):
    assert carry_stance(stance, scale, FIVE_POINTS, False) == wanted


def test_what_a_scale_cannot_hold_is_kept_apart_and_told():
    fine = Scale(id="seven", points=tuple(range(1, 8)))
    theirs = replace(
        OURS,
        scales=(*OURS.scales, fine),
        issues=(Issue(id="bus-lane", title="Bus lane", scale="seven"),),
        positions=(replace(make_position("council", "bus-lane", 0), stance=6, placement=2 / 3),),
    )
    merger = merge_corpora(OURS, theirs, align_codebooks(OURS, theirs))
    assert merger.corpus.positions[-1].issue == "bus-lane-2"
    assert "kept apart" in " ".join(merger.notes)


def test_conflicts_are_listed_and_settled_as_asked():
    theirs = replace(
        OURS, positions=(make_position("shops", "bus-lane", 2), make_position("shops", "parking-fee", -1))
    )
    same = align_codebooks(OURS, theirs)
    both = merge_corpora(OURS, theirs, same)
    assert [(c.actor, c.issue) for c in both.conflicts] == [("shops", "bus-lane")]
    assert len(both.corpus.positions) == len(OURS.positions) + 1
    first = merge_corpora(OURS, theirs, same, OnConflict.FIRST)
    assert first.corpus.positions == OURS.positions
    with pytest.raises(UsageError, match="disagree in 1 cell: shops on bus-lane"):
        merge_corpora(OURS, theirs, same, OnConflict.FAIL)


def test_conflicts_do_not_depend_on_order():
    theirs = replace(OURS, positions=(make_position("shops", "bus-lane", 2),))
    forwards = find_conflicts(OURS.positions, theirs.positions)
    backwards = find_conflicts(theirs.positions[::-1], OURS.positions[::-1])
    assert {(c.actor, c.issue) for c in forwards} == {(c.actor, c.issue) for c in backwards}


def test_a_document_reads_back_to_the_same_corpus(tmp_path):
    bundled = load_corpus([str(ROOT / "data" / "positions.yaml")])
    path = tmp_path / "again.yaml"
    path.write_text("".join(WRITER.write(bundled)), encoding="utf-8")
    again = load_corpus([str(path)])
    assert bare(again) == bare(bundled)


def bare(corpus):
    return replace(corpus, origins=(), positions=tuple(replace(p, place=None) for p in corpus.positions))


def test_the_commands(tmp_path):
    other = make_corpus(make_position("shops", "bus-lane", 2))
    for name, corpus in (("a.yaml", OURS), ("b.yaml", other)):
        (tmp_path / name).write_text("".join(WRITER.write(corpus)), encoding="utf-8")
    merged = run("merge", "a.yaml", "b.yaml", "-o", "c.yaml", cwd=tmp_path)
    assert (merged.returncode, "shops on bus-lane: -2 in the first, 2 in the second" in merged.stderr) == (
        0,
        True,
    )
    assert run("check", "c.yaml", cwd=tmp_path).returncode == 0
    assert run("merge", "a.yaml", "b.yaml", "--on-conflict", "fail", cwd=tmp_path).returncode == 2
    compared = run("compare", "-c", "a.yaml", "-c", "b.yaml", cwd=tmp_path)
    assert "contested" in compared.stdout
    for suffix in ("json", "csv", "tsv", "jsonl"):
        done = run("convert", "a.yaml", f"a.{suffix}", cwd=tmp_path)
        assert done.returncode == 0
        assert ("3 actors" in done.stderr) is (suffix != "json")
        listed = run(
            "list", "positions", "-c", f"a.{suffix}", "-f", "jsonl", cwd=tmp_path, POLICYCMP_CORPUS="a.yaml"
        )
        assert listed.stdout == run("list", "positions", "-c", "a.yaml", "-f", "jsonl", cwd=tmp_path).stdout
