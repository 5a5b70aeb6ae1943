"""The scanner for JSON reads what the standard library reads, and knows places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.corpusfile.diagnostics import Findings
from policycmp.corpusfile.marks import BrokenError
from policycmp.corpusfile.nodes import Nodes
from policycmp.corpusfile.reader import Content, Numeral
from policycmp.corpusfile.readers.json import scan_json
from policycmp.load.corpus import load_corpus

if TYPE_CHECKING:
    from pathlib import Path

SAFE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs")))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | SAFE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SAFE, inner, max_size=4),
    max_leaves=20,
)


def scan(text: str) -> Content:
    events = scan_json(text)
    next(events)
    value = Nodes(events.__next__, Findings("x")).read(next(events), 0)
    next(events)
    return value


def plain(value: object) -> object:
    """The value with its numbers as they are written."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return json.dumps(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@given(VALUES, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_what_is_written_is_read(value: object, indent: int | str | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert scan(text) == plain(value)


@given(st.text(alphabet='{}[]",:01-.e truefalsn\\u\n', max_size=30))
def test_it_accepts_what_the_standard_library_accepts(text: str) -> None:
    def accepts() -> bool:
        try:
            json.loads(text, parse_constant=lambda name: json.loads(f"!{name}"))
        except json.JSONDecodeError:
            return False
        return True

    def scans() -> bool:
        try:
            scan(text)
        except (BrokenError, StopIteration):
            return False
        except AttributeError:  # an empty text has only an end
            return False
        return True

    assert scans() == accepts()


@pytest.mark.parametrize("text", [r'{"title": "a\/b \ud83d\ude00 \t"}', '{\n\t"title":\t"a/b 😀 \\t"\n}'])
def test_escapes_pairs_and_tabs_are_read_faithfully(text: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.json"
    path.write_text(text, encoding="utf-8")
    assert load_corpus([str(path)]).title == "a/b 😀 \t"


def test_numbers_keep_their_writing() -> None:
    value = scan("[1.50, 1e3, 12345678901234567890]")
    assert value == ["1.50", "1e3", "12345678901234567890"]
    assert isinstance(value, list)
    assert all(isinstance(item, Numeral) for item in value)
