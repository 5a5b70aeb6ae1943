"""What is too large is refused with its place, and the environment allows more."""

from __future__ import annotations

import json

import pytest

from policycmp import limits
from policycmp.cli.main import main
from policycmp.load.corpus import check_corpus
from processes import ROOT

LIMITS = [value for value in vars(limits).values() if isinstance(value, limits.Limit)]
BASE = {
    "issues": [{"id": "i", "title": "I"}],
    "actors": [{"id": "a", "name": "A"}],
    "sources": [{"id": "s", "title": "S"}],
    "positions": [
        {"actor": "a", "issue": "i", "stance": 1, "source": "s", "attribution": "stated", "quote": "q"}
    ],
}
TEXTS = [
    ("issues", "id", limits.ID),
    ("issues", "title", limits.NAME),
    ("issues", "statement", limits.TEXT),
    ("issues", "aliases", limits.NAME),
    ("actors", "name", limits.NAME),
    ("actors", "note", limits.TEXT),
    ("sources", "publisher", limits.NAME),
    ("positions", "summary", limits.TEXT),
    ("positions", "quote", limits.TEXT),
    ("positions", "coder", limits.NAME),
    ("positions", "condition", limits.TEXT),
]


def write(path, section, name, text):
    corpus = json.loads(json.dumps(BASE))
    corpus[section][0][name] = [text] if name == "aliases" else text
    path.write_text(json.dumps(corpus), encoding="utf-8")
    return str(path)


def codes(path):
    return {fault.code: fault for fault in check_corpus([path])[1] if fault.code[0] == "E"}


@pytest.mark.parametrize("suffix", ["json", "yaml"])
@pytest.mark.parametrize(("section", "name", "limit"), TEXTS, ids=lambda x: str(x)[:12])
def test_a_text_may_be_so_long_and_no_longer(section, name, limit, suffix, tmp_path, monkeypatch):
    longest, longer = "7" * limit.most, "7" * (limit.most + 1)
    assert "E210" not in codes(write(tmp_path / f"a.{suffix}", section, name, longest))
    path = write(tmp_path / f"b.{suffix}", section, name, longer)
    fault = codes(path)["E210"]
    assert f"`{name}` is longer than {limit.most:,} characters" in fault.message
    assert limit.variable in fault.remedy
    assert fault.place.column > 1
    monkeypatch.setenv(limit.variable, str(limit.most + 1))
    assert "E210" not in codes(path)


def test_bare_positions_have_the_same_limits(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(f"actor,issue,stance,source,attribution\n{'a' * 201},i,1,s,stated\n", encoding="utf-8")
    assert set(codes(str(path))) == {"E210"}


def test_a_file_and_a_stream_may_be_so_large(tmp_path, monkeypatch, capsys):
    path = tmp_path / "town.yaml"
    path.write_text("title: Town\n" + "#" * 3_000_000, encoding="utf-8")
    size = path.stat().st_size
    monkeypatch.setenv(limits.FILE.variable, str(size))
    assert not codes(str(path))
    monkeypatch.setenv(limits.FILE.variable, str(size - 1))
    assert set(codes(str(path))) == {"E112"}
    for argv in (["compare", "-c"], ["find"], ["align"], ["agree", "--weights"], ["match"]):
        assert main([*argv, str(path)]) == 66
        assert f"larger than {size - 1:,} bytes" in capsys.readouterr().err


def test_a_stream_without_an_end_is_left(monkeypatch, capsys):
    class Endless:
        class buffer:  # noqa: N801
            asked = 0

            @classmethod
            def read(cls, size):
                cls.asked += size
                return b"#" * size

    monkeypatch.setattr("sys.stdin", Endless)
    monkeypatch.setenv(limits.FILE.variable, str(20 << 20))
    assert main(["compare", "-c", "-"]) == 66
    assert "standard input" in capsys.readouterr().err
    assert Endless.buffer.asked < 40 << 20


def test_depth_can_be_set(tmp_path, monkeypatch):
    path = tmp_path / "deep.yaml"
    path.write_text(f"note: {'[' * 40}{']' * 40}\n", encoding="utf-8")
    assert "E107" in codes(str(path))
    monkeypatch.setenv(limits.DEPTH.variable, "50")
    assert "E107" not in codes(str(path))


@pytest.mark.parametrize("given", ["", "0", "-5", "x", "1e6", "²", "9" * 20])
def test_a_variable_that_is_no_number_changes_nothing(given, monkeypatch):
    for limit in LIMITS:
        monkeypatch.setenv(limit.variable, given)
        assert limit.most == limit.usual


def test_every_limit_is_documented():
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for limit in LIMITS:
        assert f"| `{limit.variable}` | {limit.usual:,} {limit.of} |" in text
    assert len({limit.variable for limit in LIMITS}) == len(LIMITS) >= 5
