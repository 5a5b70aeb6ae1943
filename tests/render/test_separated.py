"""CSV and TSV as other readers read them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.model.report import Block, Column, Entry, Flat, Report, Scalar, Section, Table
from report_makers import make_matrix, write

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(",\"\r\n\t\\'=+-@1."), max_size=8)
VALUES = st.one_of(TEXTS, st.integers(), st.floats(), st.booleans(), st.none())
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def make_report(rows: list[list[Scalar]]) -> Report:
    columns = tuple(Column(name=f"c{n}", title="Not shown") for n in range(len(rows[0])))
    entries = tuple(tuple(Entry(text="not shown", value=value) for value in row) for row in rows)
    table = Table(columns=columns, sections=(Section(title="Group", rows=entries),), section_column="group")
    return Report(name="any", tables=(table, make_matrix().tables[0]))


def is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", text) is not None


def show(value: Scalar) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return ""
    text = str(value)
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) and not is_number(text) else text


ROWS = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(VALUES, min_size=n, max_size=n), min_size=1, max_size=4)
)


@given(ROWS)
def test_csv_comes_back(rows: list[list[Scalar]]) -> None:
    written = write(make_report(rows), "csv")
    header, *read = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert header == ["group", *(f"c{n}" for n in range(len(rows[0])))]
    assert read == [["Group", *map(show, row)] for row in rows]


@given(ROWS, st.integers(0, 2), st.sampled_from(["csv", "tsv"]))
def test_bare_values_are_written_like_entries(rows: list[list[Scalar]], alike: int, name: str) -> None:
    """A block a row, whose last columns are the block's."""
    width = len(rows[0])
    columns = tuple(Column(name=f"c{n}", title="Not shown") for n in range(width))
    entries = tuple(tuple(Entry(text="not shown", value=value) for value in row) for row in rows)
    table = Table(columns=columns, sections=(Section(rows=entries),))
    cut = max(width - alike, 1)
    blocks = tuple(Block(rows=[tuple(row[:cut])], ending=tuple(row[cut:])) for row in rows)
    flat = Flat(names=tuple(column.name for column in columns), blocks=blocks)
    bare = write(Report(name="any", tables=make_matrix().tables, flat=flat), name)
    assert bare == write(Report(name="any", tables=(table,)), name)


@given(ROWS)
def test_tsv_comes_back(rows: list[list[Scalar]]) -> None:
    header, *lines = write(make_report(rows), "tsv").removesuffix("\n").split("\n")
    unescape = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r", '\\"': '"'}
    read = [[re.sub(r"\\.", lambda m: unescape[m[0]], field) for field in line.split("\t")] for line in lines]
    assert header.split("\t")[0] == "group"
    assert read == [["Group", *map(show, row)] for row in rows]


@pytest.mark.parametrize(
    "value", ["=1+1", "+SUM(A1)", "-x", "@cmd", "\t=1", "-", "−1 =", "-1", "+1.5e3", "-1-1"]
)
def test_formulas_are_defused_and_numbers_left_alone(value: str) -> None:
    written = write(make_report([[value]]), "csv").split("\r\n")[1].removeprefix("Group,").strip('"')
    assert written == show(value)
    assert written.startswith("'") == (value not in ("−1 =", "-1", "+1.5e3"))


def test_only_what_must_be_quoted_is() -> None:
    written = write(make_report([["plain words", 'a "b"', "a,b", 0.1, True, None]]), "csv")
    assert written.endswith('\r\nGroup,plain words,"a ""b""","a,b",0.1,true,\r\n')


def test_one_empty_column_is_no_empty_line() -> None:
    table = Table(columns=(Column(name="only", title=""),), sections=(Section(rows=((Entry(text=""),),)),))
    assert write(Report(name="any", tables=(table,)), "csv") == 'only\r\n""\r\n'


def test_a_report_without_tables_is_empty() -> None:
    assert write(Report(name="any", tables=()), "csv") == write(Report(name="any", tables=()), "tsv") == ""


def test_half_a_surrogate_pair_can_be_encoded() -> None:
    assert "\ufffd" in write(make_report([["a\ud800"]]), "csv").encode().decode()
