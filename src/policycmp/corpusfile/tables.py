"""Tables of positions, in CSV or TSV: a row a position, or a row an actor and a column an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import clean_text, decode_text, report_hidden
from policycmp.corpusfile.csv_dialect import CSV, unguard, write_rows
from policycmp.corpusfile.fields import POSITION
from policycmp.corpusfile.inputs import read_input
from policycmp.corpusfile.marks import BrokenError, LazyMarks, Mark, Spot
from policycmp.corpusfile.reader import Row
from policycmp.corpusfile.sections import list_positions
from policycmp.corpusfile.table_lines import Lines
from policycmp.errors import CorpusError
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policycmp.corpusfile.csv_dialect import Dialect
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.model.corpus import Corpus

_WIDEST = 1_000
"""So many columns are looked at; a table of positions has about twenty."""


def read_table(data: bytes, findings: Findings, dialect: Dialect) -> Iterator[Row]:
    """The rows of a table whose first row names the fields."""
    text = clean_text(decode_text(data).replace("\r\n", "\n"), findings)
    lines = Lines(text, dialect)
    cells = lines.rows()
    first, header = next(cells, (0, None))
    if header is None:
        raise BrokenError("E109", Spot(0, 0), "the file is empty", "begin with a row that names the columns")
    if lines.is_escaped and "\\r" in text:
        cells = _report_returns(cells, lines, findings)
    if is_wide(header):
        yield from read_wide(header, cells, lines, findings)
        return
    known = _check_header(header, lines.find_starts(first), findings)
    partial_row = any(field.required and field.name not in header for field in POSITION.fields)
    for start, row in cells:
        if len(row) != len(header):
            _report_width(start, len(row), len(header), findings)
            continue
        values = {
            name: unguard(value) if value[:1] == "'" else value or None
            for name, value in zip(header, row, strict=True)
            if (value or name == "stance") and name in known
        }
        marks = LazyMarks(_find_marks, lines, start, header)
        yield Row(
            "positions",
            {**values},
            marks,
            marks,
            Spot(start, 0),
            True,
            None not in values.values(),
            partial_row,
        )


def write_table(corpus: Corpus, dialect: Dialect) -> Iterator[str]:
    """The positions of the corpus as lines of a table with every column there is."""
    keys = POSITION.names()
    yield from write_rows(dialect, [keys])
    rows = ([record.get(key) for key in keys] for record in list_positions(corpus))
    yield from write_rows(dialect, rows)


def names_fields(head: str, dialect: Dialect) -> bool:
    """Whether the first row of what begins so names the fields of a position."""
    first = head.partition("\n")[0].rstrip("\r")
    return {"actor", "issue"} <= {cell.strip('"') for cell in first.split(dialect.delimiter)}


def read_columns(path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file of another kind, each by the names of its columns, with the line it begins
    in, counted from 1; a row that ends early lacks the last ones.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no table.
    """
    try:
        rows = Lines(decode_text(read_input(path)).replace("\r\n", "\n"), CSV).rows()
        header = next(rows, (0, []))[1]
        for start, row in rows:
            yield start + 1, dict(zip(header, map(unguard, row), strict=False))
    except BrokenError as error:
        raise CorpusError(f"{path}: not a CSV file in UTF-8: {error}", error.remedy) from None


def is_wide(header: list[str]) -> bool:
    """Whether a row is an actor and a column an issue, instead of a row a position."""
    names = set(header)
    return (
        "actor" in names
        and not {"issue", "stance"} & names
        and bool(names - set(POSITION.names()))
        and len(names) == len(header) <= _WIDEST
    )


def read_wide(
    header: list[str], cells: Iterable[tuple[int, list[str]]], lines: Lines, findings: Findings
) -> Iterator[Row]:
    """The positions of a table of actors by issues; an empty cell is none. Columns that are fields
    hold for the whole row; without them the table is its own source, and positions are stated."""
    header = [unguard(name) for name in header]
    shared = [name for name in header if name in POSITION.names()]
    for start, row in cells:
        if len(row) != len(header):
            _report_width(start, len(row), len(header), findings)
            continue
        given = dict(zip(header, map(unguard, row), strict=True))
        common = {"source": "table", "attribution": "stated"} | {n: given[n] for n in shared if given[n]}
        places = lines.find_starts(start)
        for place, (issue, stance) in zip(places, given.items(), strict=False):
            if issue not in shared and stance:
                values = common | {"issue": issue, "stance": stance}
                marks = dict.fromkeys(values, place)
                yield Row("positions", {**values}, dict(marks), dict(marks), place, True, True)


def _report_returns(
    cells: Iterable[tuple[int, list[str]]], lines: Lines, findings: Findings
) -> Iterator[tuple[int, list[str]]]:
    """The rows, with each escaped carriage return reported and replaced."""
    for start, row in cells:
        for mark, cell in zip(lines.find_starts(start), row, strict=True):
            if "\r" in cell:
                report_hidden("\r", Spot(mark.line, mark.column), findings)
        yield start, [cell.replace("\r", "\ufffd") for cell in row]


def _check_header(header: list[str], marks: list[Mark], findings: Findings) -> set[str]:
    """The columns that are fields; what is wrong with the header is noted."""
    known = set(POSITION.names())
    seen: set[str] = set()
    for number, name in enumerate(header[:_WIDEST]):
        if name not in known:
            remedy = findings.suggest(name, POSITION.names())
            findings.add("E201", marks[number], f"there is no column {quote_value(name)}", remedy)
        elif name in seen:
            findings.add("E103", marks[number], f"the column {name!r} stands twice", "keep one of the two")
        seen.add(name)
    for field in POSITION.fields:
        if field.required and field.name not in seen:
            remedy = f"add it, such as: {field.example}"
            findings.add("E202", marks[0], f"the column `{field.name}` is missing", remedy)
    return known & seen


def _report_width(line: int, found: int, wanted: int, findings: Findings) -> None:
    findings.add(
        "E113",
        Spot(line, 0),
        f"this row has {found} cells, the header {wanted}",
        "put a cell that holds the separator into quotes, and leave an empty cell empty",
    )


def _find_marks(lines: Lines, start: int, header: list[str]) -> dict[str, Mark]:
    return dict(zip(header, lines.find_starts(start), strict=False))
