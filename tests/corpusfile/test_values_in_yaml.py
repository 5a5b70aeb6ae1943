"""What the scalars of YAML 1.2 say, and how stances are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policycmp.load.corpus import check_corpus, load_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from policycmp.model.corpus import Corpus

HEAD = """\
issues: [{id: lane, title: Bus lane, scale: s}]
actors: [{id: council, name: Town Council}]
sources: [{id: gazette, title: Gazette}]
"""


def load(tmp_path: Path, text: str) -> Corpus:
    path = tmp_path / "corpus.yaml"
    path.write_text(text, encoding="utf-8")
    return load_corpus([str(path)])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1984", "1984"),
        ("017", "017"),
        ("3.10", "3.10"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("no", "no"),
        ("On", "On"),
        ("12:30", "12:30"),
        ("2024-05-03", "2024-05-03"),
        ("2024-02-30", "2024-02-30"),
        ("'null'", "null"),
        ('"true"', "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", None),
        (">-\n    two\n    lines", "two lines"),
        ('"caf\\u00e9"', "café"),
        ("日本語 🚌", "日本語 🚌"),
        ("9" * 400, "9" * 400),
    ],
)
def test_texts_are_read_as_written(written: str, read: str | None, tmp_path: Path) -> None:
    assert load(tmp_path, f"title: {written}\n").title == read
    record = load(tmp_path, f"actors:\n- id: a\n  name: A\n  note: {written}\n").actors[0]
    assert record.note == read


@pytest.mark.parametrize(
    ("scale", "written", "stance", "placement"),
    [
        ("points: [-2, -1, 0, 1, 2]", "+1", 1, 0.5),
        ("points: [-2, -1, 0, 1, 2]", "1.0", 1, 0.5),
        ("points: [-2, -1, 0, 1, 2]", "'2'", 2, 1.0),
        ("points: [no, unsure, yes]", "no", "no", -1.0),
        ("points: [no, unsure, yes]", "unsure", "unsure", 0.0),
        ("points: ['0', '1', '10']", "1", "1", 0.0),
        ("points: [0, 1, 10]", "1", 1, -0.8),
        ("points: [0, 1], labels: [against, for]", "for", 1, 1.0),
        ("points: [0, 0.5, 1]", ".5", 0.5, 0.0),
        ("low: 0, high: 10", "2.5", 2.5, -0.5),
        ("low: -1e1, high: 10", "0", 0, 0.0),
        ("low: 0, high: 10", "", None, None),
        ("low: 0, high: 10", "~", None, None),
    ],
)
def test_stances_are_read_on_their_scale(
    scale: str, written: str, stance: object, placement: float | None, tmp_path: Path
) -> None:
    rows = f"positions:\n- actor: council\n  issue: lane\n  stance: {written}\n  source: gazette\n"
    text = f"{HEAD}scales: [{{id: s, {scale}}}]\n{rows}  attribution: stated\n"
    position = load(tmp_path, text).positions[0]
    assert position.stance == stance
    assert isinstance(position.stance, type(stance))
    assert position.placement == (None if placement is None else pytest.approx(placement))


def test_positions_may_come_before_what_they_name(tmp_path: Path) -> None:
    rows = "positions:\n- {actor: council, issue: lane, stance: yes, source: gazette, attribution: stated}\n"
    book = HEAD + "scales: [{id: s, points: [no, yes]}]\n"
    early, late = load(tmp_path, rows + book).positions[0], load(tmp_path, book + rows).positions[0]
    assert (early.stance, early.placement) == (late.stance, late.placement) == ("yes", 1.0)


def test_the_default_scale_may_be_declared_anew(tmp_path: Path) -> None:
    text = HEAD.replace(", scale: s", "") + "scales: [{id: five-point, points: [0, 1, 2, 3, 4]}]\n"
    rows = "positions:\n- {actor: council, issue: lane, stance: 4, source: gazette, attribution: stated}\n"
    corpus = load(tmp_path, text + rows)
    assert [scale.points for scale in corpus.scales] == [(0, 1, 2, 3, 4)]
    assert corpus.positions[0].placement == 1.0


def test_line_ends_of_windows_change_no_place(tmp_path: Path) -> None:
    path = tmp_path / "corpus.yaml"
    path.write_bytes(b"title: Bus\r\nnote: |\r\n  one\r\n  two\r\nnoet: x\r\n")
    _, faults = check_corpus([str(path)])
    assert [(f.code, f.place.line, f.place.column, f.line) for f in faults] == [("E201", 5, 1, "noet: x")]


def test_the_pure_python_parser_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = (
        HEAD
        + "scales: [{id: s, points: [1, 2]}]\nactors: []\npositions:\n- {actor: a, issue: lane, stance: 3}\n"
    )
    path = tmp_path / "corpus.yaml"
    path.write_text(text, encoding="utf-8")
    fast = check_corpus([str(path)])[1]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert check_corpus([str(path)])[1] == fast
    assert len(fast) > 3
