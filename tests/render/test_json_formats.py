"""JSON and JSON Lines as other readers read them."""

from __future__ import annotations

import json
import math
import re
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.model.report import Report
from policycmp.render.json_text import indent_json, write_json
from policycmp.text.unsafe import UNSAFE
from report_makers import make_footnotes, write

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\u2028\x9b\u202e\U000e0041\n"), max_size=6
)
VALUES = st.recursive(
    LEAVES | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(TEXTS, VALUES, max_size=3), max_size=3)


@given(RECORDS, st.lists(TEXTS, max_size=2))
def test_json_comes_back(records: list[dict[str, Any]], notes: list[str]) -> None:
    report = Report(name="any", tables=(), records=records, notes=tuple(notes), about={"rule": "mean"})
    written = write(report, "json")
    read = json.loads(written)
    assert read == {
        "schema": "policycmp/1",
        "result": "any",
        "rule": "mean",
        "notes": notes,
        "records": records,
    }
    assert list(read)[:2] == ["schema", "result"]
    assert written.endswith("\n}\n")
    if written.isascii() and "\\u" not in written:
        assert written == json.dumps(read, indent=2) + "\n"


def test_json_is_set_as_the_standard_library_sets_it() -> None:
    report = Report(
        name="any", tables=(), records=[{"a": [1, {"b": None}], "c": 'x"'}], about={"rule": "mean"}
    )
    written = write(report, "json")
    assert written == json.dumps(json.loads(written), indent=2) + "\n"


@given(RECORDS)
def test_json_lines_come_back(records: list[dict[str, Any]]) -> None:
    written = write(Report(name="any", tables=(), records=records), "jsonl")
    assert [json.loads(line) for line in written.splitlines()] == records


@given(st.text())
def test_nothing_steers_a_terminal(text: str) -> None:
    written = indent_json({text: text})
    assert not re.search(UNSAFE, written)
    assert written.encode().decode() == written


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_no_number_is_null(number: float) -> None:
    assert write_json({"a": [number, 1.5]}) == '{"a":[null,1.5]}'


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert write_json("a\ud800é") == '"a\ufffdé"'


def test_words_stay_readable() -> None:
    assert write_json("Ångström 日本") == '"Ångström 日本"'


def test_any_mapping_is_written() -> None:
    assert write_json(MappingProxyType({"a": ("b",)})) == '{"a":["b"]}'


def test_records_are_written_one_by_one() -> None:
    from policycmp.model.report import Surface
    from policycmp.render.format import render

    chunks = list(render(make_footnotes(), "json", Surface()))
    assert sum('"issue"' in chunk for chunk in chunks) == 2


PLAIN_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('aé"'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN_VALUES)
def test_lines_are_broken_as_the_standard_encoder_breaks_them(value):
    assert indent_json(value) == json.dumps(value, indent=2, ensure_ascii=False)
    deeper = json.dumps(value, indent=2, ensure_ascii=False).replace("\n", "\n    ")
    assert indent_json(value, "    ") == deeper
