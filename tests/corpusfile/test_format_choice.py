"""Which reader and which writer a file gets."""

from __future__ import annotations

import pytest

from policycmp.corpusfile.inputs import Input
from policycmp.corpusfile.reader_choice import READERS, choose_reader
from policycmp.corpusfile.writer_choice import WRITERS, choose_writer
from policycmp.errors import UsageError
from processes import run

CONTENT = {
    "csv": b'"actor",issue,stance\r\n',
    "tsv": b"\xef\xbb\xbfissue\tactor\tstance\n",
    "jsonl": b'{"actor": "a", "issue": "i"}\n{',
    "json": b'\n[{"actor": "a",\n',
    "wahlomat": b'{"wahlomat": 1,\n"party": []}',
    "dna": b"SQLite format 3\0\x10\0",
    "yaml": b"actor,question\n",
}


def make_input(path: str, data: bytes) -> Input:
    return Input(path=path, name=path, data=data)


def test_every_reader_is_told_by_content() -> None:
    assert set(CONTENT) == set(READERS.names())


@pytest.mark.parametrize("path", ["-", "file", "file.txt", "a.b/file"])
@pytest.mark.parametrize("name", CONTENT)
def test_the_content_tells_where_no_suffix_does(name: str, path: str) -> None:
    assert choose_reader(make_input(path, CONTENT[name])).name == name


@pytest.mark.parametrize("name", WRITERS.names())
def test_the_suffix_tells_in_any_case(name: str) -> None:
    for suffix in WRITERS.load(name).suffixes:
        for path in (f"a{suffix}", f"b.c{suffix.upper()}"):
            assert choose_reader(make_input(path, CONTENT["dna"])).name == name
            assert choose_writer(path).name == name


@pytest.mark.parametrize("path", ["a", "a.txt", "yaml", ".csv", "a.dna"])
def test_no_writer_is_told_with_those_there_are(path: str) -> None:
    with pytest.raises(UsageError) as raised:
        choose_writer(path)
    assert all(suffix in raised.value.hint for suffix in (".yaml", ".yml", ".tab", ".ndjson"))


def test_a_corpus_does_not_look_for_another_one(tmp_path) -> None:
    path = tmp_path / "town.yaml"
    assert run("init", str(path)).returncode == 0
    assert run("check", str(path), POLICYCMP_CORPUS="missing.yaml").returncode == 0
    assert run("compare", "-c", str(path), POLICYCMP_CORPUS="missing.yaml").returncode == 0


def test_merge_writes_the_format_of_the_suffix(tmp_path) -> None:
    path = tmp_path / "town.yaml"
    run("init", str(path))
    done = run("merge", str(path), str(path), "-o", str(tmp_path / "both.csv"))
    assert done.returncode == 0
    assert "both.csv: 3 actors\n" in done.stderr
    assert (tmp_path / "both.csv").read_text(encoding="utf-8").startswith("actor,issue,stance,")
    assert run("merge", str(path), str(path), "-o", str(tmp_path / "both.txt")).returncode == 2
