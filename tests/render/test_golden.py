"""Small reports against files kept as they should look. `UPDATE_GOLDEN=1 pytest` rewrites them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report_makers import make_details, make_footnotes, make_list, make_matrix, make_names, write

GOLDEN = Path(__file__).parent.parent / "golden"
REPORTS = {
    "matrix": make_matrix,
    "three-issues": lambda: make_matrix(3),
    "details": make_details,
    "list": make_list,
    "names": make_names,
}


def check(path: Path, text: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("width", [40, 80, 120, 200, None])
@pytest.mark.parametrize("name", REPORTS)
def test_terminal(name: str, width: int | None) -> None:
    path = GOLDEN / "terminal" / f"{name}-{width or 'pipe'}.txt"
    check(path, write(REPORTS[name](), width=width))


@pytest.mark.parametrize("name", ["matrix", "names"])
def test_ascii_terminal(name: str) -> None:
    text = write(REPORTS[name](), width=80, unicode=False)
    assert text.isascii()
    check(GOLDEN / "terminal" / f"{name}-80-ascii.txt", text)


def test_color_terminal() -> None:
    check(GOLDEN / "terminal" / "matrix-80-color.txt", write(make_matrix(), width=80, colors=16))


@pytest.mark.parametrize(
    ("format_name", "suffix"),
    [("markdown", "md"), ("csv", "csv"), ("tsv", "tsv"), ("json", "json"), ("jsonl", "jsonl")],
)
def test_other_formats(format_name: str, suffix: str) -> None:
    check(GOLDEN / format_name / f"footnotes.{suffix}", write(make_footnotes(), format_name))
