"""What align, merge and convert write, in every format, against files kept as they should look.

`UPDATE_GOLDEN=1 pytest` rewrites them.
"""

from __future__ import annotations

import csv
import io
import json
import os

import pytest

from policycmp.alignment import codebooks
from policycmp.cli import output as out
from policycmp.cli.main import main
from policycmp.corpusfile.crosswalks import load_crosswalk
from policycmp.model.report import Surface
from processes import ROOT

HERE = ROOT / "tests" / "cli"
GOLDEN = ROOT / "tests" / "golden"
FORMATS = {
    "terminal": "txt",
    "markdown": "md",
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "jsonl": "jsonl",
    "html": "html",
}
TOWNS = ("quarrel.yaml", "next-town.yaml", "--crosswalk", "town-crosswalk.yaml")


@pytest.fixture
def call(monkeypatch, capfdbinary):
    """What a command writes to standard output, and to standard error."""
    monkeypatch.chdir(HERE)
    monkeypatch.setattr(out, "find_surface", lambda stream, environ: Surface(width=80))

    def call(*args):
        assert main([*args]) == 0
        done = capfdbinary.readouterr()
        return done.out, done.err

    return call


def check(name, text):
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    assert text.decode() == path.read_bytes().decode()


@pytest.mark.parametrize("format_name", FORMATS)
def test_align(format_name, call, monkeypatch):
    """How a crosswalk looks, whatever the matcher makes of these names."""
    crosswalk = load_crosswalk(str(HERE / "town-crosswalk.yaml"))
    monkeypatch.setattr(codebooks, "align_codebooks", lambda *_, **__: crosswalk)
    text, said = call("align", "next-town.yaml", "-c", "quarrel.yaml", "-f", format_name)
    assert said == b""
    if format_name == "terminal":
        assert max(len(line) for line in text.decode().splitlines()) <= 80
    check(f"align/align.{FORMATS[format_name]}", text)


def test_align_matches_the_towns(call):
    text, _ = call("align", "next-town.yaml", "-c", "quarrel.yaml", "-f", "csv")
    rows = {row["from"]: row for row in csv.DictReader(io.StringIO(text.decode()))}
    assert [rows[key]["to"] for key in ("lane", "limit", "chamber", "zinc", "monks")] == [
        *("bus-lane", "speed-limit", "shops", "", "")
    ]
    assert (rows["no-fee"]["verdict"], rows["lane"]["verdict"]) == ("doubtful", "sure")


def test_align_writes_a_crosswalk(call, tmp_path):
    path = tmp_path / "crosswalk.yaml"
    path.write_bytes((HERE / "town-crosswalk.yaml").read_bytes())
    text, said = call("align", "next-town.yaml", "-c", "quarrel.yaml", "-o", str(path))
    assert (text, said.decode().split(": ")[-1]) == (b"", "4 sure, 1 doubtful, 2 none\n")
    check("align/crosswalk.yaml", path.read_bytes())


@pytest.mark.parametrize("on_conflict", ["keep-both", "first"])
def test_merge(on_conflict, call):
    text, said = call("merge", *TOWNS, "--on-conflict", on_conflict)
    check(f"merge/{on_conflict}.yaml", text)
    check(f"merge/{on_conflict}.err", said)


@pytest.mark.parametrize("suffix", ["yaml", "json", "jsonl", "csv", "tsv"])
def test_convert(suffix, call, tmp_path):
    path = tmp_path / f"town.{suffix}"
    text, said = call("convert", "next-town.yaml", str(path))
    assert text == b""
    check(f"convert/town.{suffix}", path.read_bytes())
    check(f"convert/town.{suffix}.err", said.replace(str(path).encode(), path.name.encode()))


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_what_convert_writes_whole_reads_back_the_same(suffix, call, tmp_path):
    path = tmp_path / f"town.{suffix}"
    call("convert", "next-town.yaml", str(path))
    again, _ = call("convert", str(path), "-")
    check("convert/town.yaml", again)


def test_what_merge_writes_passes_check(call, tmp_path):
    path = tmp_path / "both.yaml"
    call("merge", *TOWNS, "-o", str(path))
    said, _ = call("check", str(path), "-f", "json")
    assert b'"E' not in said


def test_a_comparison_says_how_its_corpora_were_aligned(call):
    args = ("compare", "-c", "quarrel.yaml", "-c", "next-town.yaml", "--crosswalk", "town-crosswalk.yaml")
    text, _ = call(*args, "--provenance")
    told = " ".join(text.decode().split())
    assert "next-town.yaml aligned by town-crosswalk.yaml (sha256 " in told
    assert "): 4 names matched, 1 doubtful one left apart." in told
    text, _ = call(*args)
    assert "4 names matched, 1 doubtful one left apart;" in " ".join(text.decode().split())
    text, _ = call(*args, "-f", "json")
    (aligned,) = json.loads(text)["alignments"]
    assert aligned["corpus"][0]["name"] == "next-town.yaml"
    assert aligned["crosswalk"]["name"] == "town-crosswalk.yaml"
    assert (aligned["matched"], aligned["doubtful"]) == (4, 1)
    text, _ = call("compare", "-c", "quarrel.yaml")
    assert b"aligned" not in text


def test_bare_positions_take_their_codebook_from_the_first(call, tmp_path):
    rows = tmp_path / "rows.csv"
    call("convert", "quarrel.yaml", str(rows))
    text, said = call("merge", "quarrel.yaml", str(rows))
    alone, _ = call("convert", "quarrel.yaml", "-")
    assert text == alone
    assert b"0 cells in which they disagree" in said


def test_one_file_given_twice_is_one_corpus(call, tmp_path):
    once, _ = call("list", "positions", "-c", "quarrel.yaml", "-f", "csv")
    twice, _ = call("list", "positions", "-c", "quarrel.yaml", "-c", "quarrel.yaml", "-f", "csv")
    assert once == twice
    corpus = tmp_path / "town.yaml"
    corpus.write_bytes((HERE / "quarrel.yaml").read_bytes())
    text = tmp_path / "daily.txt"
    text.write_text("One.\n\nTwo.\n\nThe lane comes.\n", encoding="utf-8")
    args = ("-c", str(corpus), "-c", str(corpus), "--texts", str(tmp_path), "--fix")
    assert main(["verify", *args]) == 1
