from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.corpusfile.diagnostics import Findings
from policycmp.corpusfile.readers.csv import READER as CSV
from policycmp.corpusfile.readers.tsv import READER as TSV
from policycmp.load.corpus import check_corpus, load_corpus
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["actor", "issue", "stance", "source", "attribution", "summary"]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs")) | st.just("\n")
)
SAFE = WORDS.filter(lambda text: not UNSAFE.search(text) and text[:1] != "'")


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
