"""What the measuring commands write, in every format, against files kept as they should look.

`UPDATE_GOLDEN=1 pytest` rewrites them.
"""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from policycmp.cli import output as out
from policycmp.cli.main import main
from policycmp.model.report import Surface
from processes import ROOT, run

HERE = ROOT / "tests" / "cli"
GOLDEN = ROOT / "tests" / "golden"
CASES = {
    "agree": ["agree", "-c", "quarrel.yaml"],
    "agree-robust": ["agree", "-c", "quarrel.yaml", "--robust", "--weight", "bus-lane=2"],
    "agree-one": ["agree", "mayor", "-c", "quarrel.yaml", "--missing", "against"],
    "agree-top": ["agree", "-c", "quarrel.yaml", "--top", "2"],
    "agree-explain": ["agree", "-c", "quarrel.yaml", "--explain", "mayor", "shops", "-m", "euclidean"],
    "agree-explain-counted": ["agree", "-c", "quarrel.yaml", "--explain", "mayor", "shops", "-m", "subtract"],
    "agree-without": ["agree", "-c", "quarrel.yaml", "--without", "reported", "--floor", "1"],
    "agree-congruence": ["agree", "-c", "quarrel.yaml", "-m", "congruence", "--normalise", "average"],
    "diff": ["diff", "mayor", "shops", "-c", "quarrel.yaml"],
    "conflicts": ["conflicts", "-c", "quarrel.yaml"],
    "changes": ["changes", "--from", "2024-03-01", "-c", "quarrel.yaml"],
    "issues": ["issues", "-c", "quarrel.yaml"],
    "camps": ["camps", "-c", "quarrel.yaml"],
    "match": ["match", "mine.csv", "-c", "quarrel.yaml", "--must", "bus-lane"],
    "reliability": ["reliability", "-c", "coded-twice.yaml"],
}
FORMATS = {
    "terminal": "txt",
    "markdown": "md",
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "jsonl": "jsonl",
}


def check(path: Path, text: bytes) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    assert text.decode() == path.read_bytes().decode()


def write(
    name: str,
    format_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    *more: str,
) -> bytes:
    monkeypatch.chdir(HERE)
    monkeypatch.setenv("POLICYCMP_CORPUS", "quarrel.yaml")
    monkeypatch.setattr(out, "find_surface", lambda stream, environ: Surface(width=80))
    assert main([*CASES[name], "-f", format_name, *more]) == 0
    return capfdbinary.readouterr().out


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_golden(
    name: str,
    format_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    text = write(name, format_name, monkeypatch, capfdbinary)
    if format_name == "terminal":
        assert max(len(line) for line in text.decode().splitlines()) <= 80
    check(GOLDEN / name / f"{name}.{FORMATS[format_name]}", text)


@pytest.mark.parametrize("name", CASES)
def test_every_number_carries_its_terms(
    name: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Metric, rule for silence, weights, filters and corpus in every row; where two are compared,
    the shared issues too."""
    records = [
        json.loads(line) for line in write(name, "jsonl", monkeypatch, capfdbinary).decode().splitlines()
    ]
    rows = list(csv.DictReader(io.StringIO(write(name, "csv", monkeypatch, capfdbinary).decode())))
    needed = {"metric", "missing", "weights", "filters", "corpus"}
    if name.startswith(("agree", "match", "camps")):
        needed |= {"floor", "rule", "normalisation"}
    if name.startswith(("agree", "match", "camps", "diff")):
        needed |= {"shared"}
    assert records
    assert rows
    assert all(needed <= set(row) for row in rows)
    assert all(needed - {"metric"} <= set(record) for record in records)
    document = json.loads(write(name, "json", monkeypatch, capfdbinary))
    assert {"missing", "weights", "filters", "corpus"} <= set(document)
    for format_name in ("terminal", "markdown"):
        whole = write(name, format_name, monkeypatch, capfdbinary, "--provenance")
        text = " ".join(whole.decode().split())
        assert "Corpus: " in text
        assert "Missing" in text
        assert "Weights" in text


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["agree", "-m", "city-blok"], 2, "did you mean 'city-block'"),
        (["agree", "--missing", "neutrall"], 2, "did you mean 'neutral'"),
        (["agree", "--weight", "bus-lane"], 2, "is not ISSUE=N"),
        (["agree", "--weight", "bus-lane=0"], 2, "above 0"),
        (["agree", "--weight", "buzz=2"], 2, "no issue is named 'buzz'"),
        (["agree", "--weights", "nowhere.csv"], 66, "nowhere.csv"),
        (["agree", "--weights", "quarrel.yaml"], 65, "the columns are issue and weight"),
        (["agree", "--explain", "mayor", "mayor"], 2, "two different actors"),
        (["agree", "-m", "conflict", "--missing", "neutral"], 2, "counts positions"),
        (["agree", "--normalise", "cosine"], 2, "takes no normalisation"),
        (["agree", "--without", "stated,reported,implied"], 2, "leaves no position"),
        (["agree", "nobody at all"], 2, "no actor is named"),
        (["diff", "mayor", "city mayor"], 2, "no actor is named"),
        (["diff", "mayor", "mayor"], 2, "two different actors"),
        (["changes"], 2, "--from DATE or --before PATH"),
        (["changes", "--from", "yesterday"], 2, "yesterday"),
        (["changes", "--before", "nowhere.yaml"], 66, "nowhere.yaml"),
        (["camps", "-m", "conflict"], 2, "a metric with a range"),
        (["match", "--must", "bus-lane"], 2, "there is no answer"),
        (["match", "quarrel.yaml"], 65, "the columns are issue, answer"),
        (["reliability"], 2, "fewer than two coders"),
    ],
)
def test_wrong_use_is_one_plain_line(args: list[str], code: int, said: str) -> None:
    done = run(*args, cwd=HERE, POLICYCMP_CORPUS="quarrel.yaml", PYTHONPATH=str(ROOT / "src"))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.splitlines()[-1].startswith("policycmp: error: ")


@pytest.mark.parametrize(
    "command", ["agree", "diff", "conflicts", "changes", "issues", "camps", "match", "reliability"]
)
def test_help_shows_examples(command: str) -> None:
    done = run(command, "--help", PYTHONPATH=str(ROOT / "src"))
    assert done.returncode == 0
    assert f"policycmp {command}" in done.stdout.split("Examples:")[1]


def test_a_person_answers_stops_and_resumes(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    corpus: dict[str, Any] = {
        "POLICYCMP_CORPUS": str(HERE / "quarrel.yaml"),
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    first = run("match", str(mine), "-f", "csv", "--floor", "1", stdin="1\n3\nq\n", **corpus)
    assert first.returncode == 0, first.stderr
    assert "1 of 5: Main Street should get a bus lane." in first.stderr
    assert mine.read_text(encoding="utf-8").splitlines()[1:] == ["bus-lane,-2,,", "bike-lane,0,,"]
    again = run("match", str(mine), "--ask", "-f", "csv", stdin="i\n2\n1\n1\n", **corpus)
    assert "3 of 5" in again.stderr.splitlines()[1]
    assert mine.read_text(encoding="utf-8").splitlines()[3] == "speed-limit,-1,yes,"
    assert again.stdout.splitlines()[1].startswith("1,shops,1.0,4,")
    before = mine.read_bytes()
    assert run("match", str(mine), **corpus).returncode == 0
    assert mine.read_bytes() == before


ANCHORS = Path(os.environ.get("POLICYCMP_ANCHORS", "no-anchors-here"))


@pytest.mark.skipif(not ANCHORS.is_dir(), reason="no anchors at hand")
@pytest.mark.parametrize(
    ("metric", "figure"), [("co-occurrence", 7), ("congruence", 2), ("conflict", 5), ("subtract", -3)]
)
def test_the_discourse_network_sample_as_a_corpus(metric: str, figure: int) -> None:
    sample = str(ANCHORS / "dna" / "sample.dna")
    args = ("agree", "-c", sample, "-m", metric, "--floor", "1", "-f", "jsonl")
    done = run(*args, PYTHONPATH=str(ROOT / "src"))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    (value,) = [r["value"] for r in records if {r["first"], r["second"]} == {"senate", "sierra-club"}]
    assert value == figure
    if metric == "co-occurrence":
        assert 2 * sum(r["value"] or 0 for r in records) == 276


def test_the_tree_keeps_its_shape_where_there_is_only_ascii() -> None:
    args = ("camps", "-c", str(HERE / "quarrel.yaml"))
    done = run(*args, PYTHONPATH=str(ROOT / "src"), PYTHONIOENCODING="ascii")
    assert done.stdout.isascii()
    tree = done.stdout.split("Who joins whom")[1].splitlines()[2:9]
    assert [line[:4].rstrip() for line in tree] == ["+", "|-+", "| |-", "| `-", "`-+", "  |-", "  `-"]


def test_nothing_is_written_unasked(tmp_path: Path) -> None:
    done = run(
        *("match", "--floor", "1"),
        stdin="1\nq\n",
        cwd=tmp_path,
        POLICYCMP_CORPUS=str(HERE / "quarrel.yaml"),
        PYTHONPATH=str(ROOT / "src"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


def read_weights(*args: str, corpus: Path) -> str:
    done = run("agree", "-c", str(corpus), "-f", "jsonl", *args, PYTHONPATH=str(ROOT / "src"))
    assert done.returncode == 0, done.stderr
    return str(json.loads(done.stdout.splitlines()[0])["weights"])


def test_weights_come_from_the_codebook_a_file_and_options(tmp_path: Path) -> None:
    plain, corpus, table = HERE / "quarrel.yaml", tmp_path / "weighed.yaml", tmp_path / "weights.csv"
    text = plain.read_text(encoding="utf-8")
    corpus.write_text(text.replace("{id: bus-lane,", "{id: bus-lane, weight: 3,"), encoding="utf-8")
    table.write_text("issue,weight\nBus lane,0.5\ntourist-tax,2\n", encoding="utf-8")
    assert read_weights(corpus=plain) == ""
    assert read_weights(corpus=corpus) == "bus-lane=3"
    assert read_weights("--weights", str(table), corpus=corpus) == "bus-lane=0.5 tourist-tax=2"
    both = read_weights("--weights", str(table), "-w", "bus lane=4", corpus=corpus)
    assert both == "bus-lane=4 tourist-tax=2"


def test_two_states_of_a_corpus(tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", HERE / "quarrel.yaml"
    text = new.read_text(encoding="utf-8")
    old.write_text(
        text.replace("issue: bike-lane, stance: 1", "issue: bike-lane, stance: -2", 1), encoding="utf-8"
    )
    done = run(*("changes", "--before", str(old), "-c", str(new), "-f", "csv"), PYTHONPATH=str(ROOT / "src"))
    assert done.returncode == 0, done.stderr
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["actor"], row["issue"], row["shift"], row["gap"]) == ("mayor", "bike-lane", "flipped", "0.75")
