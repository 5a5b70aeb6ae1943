"""Input made to do harm ends in a fault, soon and without a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policycmp.load.corpus import check_corpus
from steps import count_lines

if TYPE_CHECKING:
    from pathlib import Path

LAUGHS = "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30))

LINES = 80
"""Lines of Python run per character of hostile input; what goes by squares is far beyond."""

HOSTILE = {
    "brackets.yaml": ("[" * 30_000, "E107"),
    "braces.yaml": ("{a: " * 30_000, "E107"),
    "dashes.yaml": ("- " * 30_000, "E107"),
    "questions.yaml": ("? " * 30_000, "E203"),
    "brackets-in-place.yaml": ("issues:\n  - id: " + "[" * 30_000, "E107"),
    "laughs.yaml": (LAUGHS, "E104"),
    "merges.yaml": (MERGES, "E104"),
    "recursive.yaml": ("&a [*a, &b {b: *b, a: *a}]", "E104"),
    "line.yaml": ("title: " + "x" * 5_000_000 + ": y", "E102"),
    "key.yaml": ("x" * 5_000_000 + ": y", "E110"),
    "words.yaml": ("issues: [" + "x, " * 1_000, "E102"),
    "number.yaml": ("policycmp: " + "9" * 1_000_000, "E111"),
    "stance.yaml": ("scales: [{id: a, low: -" + "9" * 1_000_000 + ", high: 1e999999999}]", "E203"),
    "points.yaml": ("scales: [{id: a, points: [1, " + "9" * 5_000 + "]}]", "E209"),
    "keys.yaml": ("".join(f"key{n}: 1\n" for n in range(30_000)), "E201"),
    "names.yaml": ("positions:\n" + "".join(f"- {{actor: a{n}}}\n" for n in range(10_000)), "E302"),
    "nul.yaml": ("\0" * 100_000, "E108"),
    "brackets.json": ('{"issues": ' + "[" * 100_000, "E107"),
    "braces.json": ('{"a": ' * 100_000, "E107"),
    "number.json": ('{"policycmp": ' + "9" * 1_000_000 + "}", "E111"),
    "line.json": ('{"title": "' + "x" * 5_000_000 + '"', "E102"),
    "brackets.jsonl": ("[" * 100_000, "E107"),
    "braces.jsonl": ('{"a": ' * 100_000, "E107"),
    "number.jsonl": ('{"paragraph": ' + "9" * 1_000_000 + "}", "E203"),
    "line.csv": ("actor,issue,stance,source,attribution\n" + "x" * 5_000_000, "E113"),
    "quotes.csv": ("actor,issue,stance,source,attribution\n" + '"' * 300_001, "E102"),
    "columns.csv": ("actor," * 300_000, "E103"),
    "unknown-columns.csv": ("x," * 300_000, "E117"),
    "keys.jsonl": ("{" + ", ".join(['"a": 1'] * 100_000) + "}", "E103"),
    "commas.csv": ("actor,issue,stance,source,attribution\n" + "," * 1_000_000 + "x", "E113"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_in_a_fault_soon(name: str, tmp_path: Path) -> None:
    text, code = HOSTILE[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = []
    count_lines(lambda: found.append(check_corpus([str(path)])), 20_000 + LINES * len(text))
    [(corpus, faults)] = found
    assert corpus is None
    assert code in {fault.code for fault in faults}
    assert all(len(fault.message) < 300 and len(fault.remedy) < 300 for fault in faults)
    assert all(fault.line is None or len(fault.line) <= 2_000 for fault in faults)


def test_a_binary_file_is_told_in_a_few_faults(tmp_path: Path) -> None:
    path = tmp_path / "image.yaml"
    path.write_bytes(bytes(range(256)) * 1_000)
    _, faults = check_corpus([str(path)])
    assert 1 <= len(faults) <= 25
