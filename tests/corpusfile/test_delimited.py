from __future__ import annotations

import contextlib
import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.corpusfile.csv_dialect import CSV as DIALECT_CSV
from policycmp.corpusfile.csv_dialect import TSV as DIALECT_TSV
from policycmp.corpusfile.diagnostics import Findings
from policycmp.corpusfile.marks import BrokenError, StopReadingError
from policycmp.corpusfile.readers.csv import READER as CSV
from policycmp.corpusfile.readers.tsv import READER as TSV
from policycmp.corpusfile.table_lines import Lines
from policycmp.load.corpus import check_corpus, load_corpus
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from pathlib import Path

    from policycmp.corpusfile.csv_dialect import Dialect

HEADER = ["actor", "issue", "stance", "source", "attribution", "summary"]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs")) | st.just("\n")
)
SAFE = WORDS.filter(lambda text: not re.search(UNSAFE, text) and text[:1] != "'")


@given(st.lists(SAFE, min_size=1), st.sampled_from([CSV, TSV]))
def test_what_the_standard_library_writes_is_read(summaries: list[str], reader: object) -> None:
    chosen = CSV if reader is CSV else TSV
    # In a table with tabs, backslashes may be escapes.
    summaries = [text if chosen is CSV else text.replace("\\", "/") for text in summaries]
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if chosen is CSV else "\t")
    writer.writerows([HEADER, *(["a", "i", "1", "s", "stated", text] for text in summaries)])
    rows = list(chosen.read(out.getvalue().encode(), Findings("x")))
    assert [row.values.get("summary") for row in rows] == [text or None for text in summaries]


@pytest.mark.parametrize(
    ("cell", "read"), [("'=1+1", "=1+1"), ("'-1", "-1"), ("'@x", "@x"), ("'tis", "'tis")]
)
def test_a_cell_kept_from_being_a_formula_comes_back(cell: str, read: str) -> None:
    text = f"{','.join(HEADER)}\na,i,1,s,stated,{cell}\n"
    assert next(CSV.read(text.encode(), Findings("x"))).values["summary"] == read


def test_empty_cells_are_missing_and_an_empty_stance_is_open(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f"{','.join(HEADER)}\na,i,,s,stated,\n\n", encoding="utf-8")
    position = load_corpus([str(path)]).positions[0]
    assert (position.stance, position.summary) == (None, None)


def test_places_count_lines_inside_quotes(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = 'a,i,1,s,stated,"two\nlines, one ""cell"""\na,"i",9,s,stated,x\n'
    path.write_text(f"{','.join(HEADER)}\n{rows}", encoding="utf-8")
    _, faults = check_corpus([str(path)])
    assert [(f.place.line, f.place.column) for f in faults if f.code == "E303"] == [(4, 7)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('x,i,1,s,a 5" gun,maybe', ["E204 2:9"]),
        ('x,i"",9,"s","stated","a ""5"" gun"', ["E205 2:3", "E303 2:7"]),
        ('x,i,1,s,5","', ["E102 2:1"]),
        ('"x""",i,1,s,"sta,ted",y', ["E204 2:13"]),
        ('"a\n""b",i,1,s,nope,y', ["E204 3:12"]),
    ],
)
def test_a_stray_quote_is_text_and_moves_no_place(text: str, faults: list[str], tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f"{','.join(HEADER)}\n{text}\n", encoding="utf-8")
    _, found = check_corpus([str(path)])
    assert [f"{f.code} {f.place.line}:{f.place.column}" for f in found if f.code[0] == "E"] == faults


@pytest.mark.parametrize(
    "text", [",,,,\n", '""\n', '"\n', "\n\n", '"",""\nx\n', 'x,i,1,s,a 5" gun,maybe\n', '"a"b\n']
)
def test_a_header_that_is_none_is_a_fault(text: str, tmp_path: Path) -> None:
    for name in ("rows.csv", "rows.tsv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        corpus, found = check_corpus([str(path)])
        assert corpus is None
        assert found


PIECES = st.lists(
    st.sampled_from(['"', '""', ",", "\t", "\n", "a", "b c", "'", "\\t", "x,y", '"a"']), max_size=20
)


@given(PIECES.map("".join), st.sampled_from([DIALECT_CSV, DIALECT_TSV]))
def test_each_cell_begins_where_its_place_says(text: str, dialect: Dialect) -> None:
    lines = Lines(text, dialect)
    try:
        rows = list(lines.rows())
    except BrokenError:
        return
    for start, row in rows:
        marks = lines.find_starts(start)
        assert len(marks) == len(row)
        for mark, cell in zip(marks, row, strict=True):
            raw = "\n".join(lines.lines[mark.line :]).split("\n")
            shown = "\n".join([raw[0][mark.column :], *raw[1:]])
            written = f'"{cell.replace(chr(34), chr(34) * 2)}"'
            if lines.is_escaped:
                assert "\\" in shown or shown.startswith(cell)
            else:
                assert shown.startswith((cell, written) if lines.is_quoted else cell)


@given(PIECES.map("".join))
def test_any_table_ends_in_faults_or_none(text: str) -> None:
    for reader in (CSV, TSV):
        findings = Findings("x", text.encode())
        with contextlib.suppress(BrokenError, StopReadingError):
            for row in reader.read(text.encode(), findings):
                assert dict(row.marks.items()) is not None
