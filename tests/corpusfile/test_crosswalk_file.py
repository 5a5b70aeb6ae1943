"""Crosswalks as files: what is written reads back, and what is wrong is told with its place."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.alignment.codebooks import align_codebooks
from policycmp.corpusfile.crosswalks import load_crosswalk, write_crosswalk
from policycmp.errors import CorpusError
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from processes import run

OTHER = """\
issues:
  - {id: a, title: Freeze on NATO expansion}
  - {id: b, title: Sanctions because of Crimea}
  - {id: d, title: Zinc quarries}
actors: [{id: ww, name: The White House}]
sources: [{id: s, title: A letter}]
positions:
  - {actor: ww, issue: a, stance: 2, source: s, attribution: stated}
"""


@pytest.fixture
def other(tmp_path):
    (tmp_path / "other.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_what_is_written_reads_back(tmp_path):
    odd = Match(kind=Kind.ACTOR, theirs="no", ours="mayor", is_reversed=True, score=0.5, why='say: "#1"')
    crosswalk = Crosswalk(matches=(*align_codebooks(make_corpus(), make_corpus()).matches, odd))
    path = tmp_path / "x.yaml"
    path.write_text("".join(write_crosswalk(crosswalk)), encoding="utf-8")
    assert load_crosswalk(str(path)).matches == crosswalk.matches


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("issues:\n  - {from: a, to: b, verdict: maybe}\n", "x.yaml:2:5: `verdict` is 'maybe'"),
        ("issues:\n  - {to: b, verdict: sure}\n", "x.yaml:2:5: a row needs `from`"),
        ("issues:\n  - {from: a, verdict: sure}\n", "sure of nothing"),
        ("issues:\n  - {from: a, verdict: none, form: b}\n", "no field 'form'"),
        ("issues:\n  - {from: a, verdict: none}\n  - {from: a, verdict: none}\n", "stands twice"),
        ("issuse: []\n", "no list 'issuse'"),
        ("- 3\n", "no crosswalk"),
        ("issues: [\n", "x.yaml:2:1: this is not YAML"),
        ("issues: \n  - " + "[" * 40 + "]" * 40, "x.yaml:2:36: lists and mappings stand more than 32 deep"),
        ("issues:\n  - " + "[" * 2_000, "lists and mappings stand more than 32 deep"),
    ],
)
def test_what_is_wrong_is_told(text, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        load_crosswalk("x.yaml")
    assert told in caught.value.message


def test_corrections_stay_and_review_goes_on_where_it_stopped(other):
    assert run("align", "other.yaml", "-o", "x.yaml", cwd=other).returncode == 0
    first = load_crosswalk(str(other / "x.yaml"))
    by_id = {m.theirs: m for m in first.matches}
    assert (by_id["a"].ours, by_id["a"].is_reversed, by_id["a"].verdict) == (
        "nato-open-door",
        True,
        Verdict.SURE,
    )
    assert (by_id["b"].ours, by_id["b"].verdict) == ("crimea-sanctions", Verdict.DOUBTFUL)
    assert by_id["d"].verdict is Verdict.NONE

    asked = run("align", "other.yaml", "-o", "x.yaml", "--review", stdin="?\ny\n", cwd=other)
    assert asked.stderr.count("Sanctions over the annexation") == 1
    decided = {m.theirs: m for m in load_crosswalk(str(other / "x.yaml")).matches}
    assert decided["b"].verdict is Verdict.SURE
    again = run("align", "other.yaml", "-o", "x.yaml", "--review", cwd=other)
    assert "Sanctions over" not in again.stderr
    assert {m.theirs: m for m in load_crosswalk(str(other / "x.yaml")).matches} == decided


def test_review_needs_a_file():
    assert run("align", "other.yaml", "--review").returncode == 2
