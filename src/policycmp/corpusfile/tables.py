"""Tables of positions, in CSV or TSV: a row a position, or a row an actor and a column an issue."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import clean_text, decode_text, report_hidden
from policycmp.corpusfile.csv_dialect import CSV, unguard, write_rows
from policycmp.corpusfile.fields import POSITION, Type
from policycmp.corpusfile.inputs import read_input
from policycmp.corpusfile.marks import BrokenError, LazyMarks, Mark, Spot, StopReadingError
from policycmp.corpusfile.reader import Row
from policycmp.corpusfile.sections import list_positions
from policycmp.corpusfile.table_header import FIELDS, read_header
from policycmp.corpusfile.table_lines import Lines
from policycmp.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policycmp.corpusfile.csv_dialect import Dialect
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.reader import Content
    from policycmp.corpusfile.table_header import Header
    from policycmp.model.corpus import Corpus

_LOOKED_AT = 10
"""So many rows are looked at where the first names no field."""
_TRIMMED = frozenset(
    field.name
    for field in POSITION.fields
    if field.type in {Type.REFERENCE, Type.STANCE, Type.CHOICE, Type.DATE, Type.WHOLE}
)
"""Fields around whose values space means nothing."""
_PADDED = re.compile(r"[,;\t|][^\S\t\n]|[^\S\t\n][,;\t|]|^[^\S\t\n]|[^\S\t\n]$", re.MULTILINE)
_COMMA = re.compile(r"[-+\u2212]?[0-9]+,[0-9]+")


def read_table(data: bytes, findings: Findings, dialect: Dialect) -> Iterator[Row]:
    """The rows of a table whose first row names the fields."""
    text = clean_text(decode_text(data).replace("\r\n", "\n"), findings)
    lines = Lines(text, dialect)
    cells = lines.rows()
    head = list(islice(cells, 1 + _LOOKED_AT))
    if not head:
        raise BrokenError("E109", Spot(0, 0), "the file is empty", "begin with a row that names the columns")
    header, is_whole = read_header(head, lines.find_starts(head[0][0]), findings)
    rows: Iterator[tuple[int, list[str]]] = chain(head[1:], cells)
    if lines.is_escaped and "\\r" in text:
        rows = _report_returns(rows, lines, findings)
    rows = _keep_even(rows, header, lines, findings)
    if header.is_wide:
        yield from _read_wide(header, rows, lines, head[0][0])
        return
    if not is_whole:
        raise StopReadingError
    trim = _TRIMMED if _PADDED.search(text) else frozenset()
    names = header.names
    for start, row in rows:
        values = {
            name: (unguard(value) if value[:1] == "'" else value) or None
            for name, value in zip(names, row, strict=True)
            if (value or name == "stance") and name in FIELDS
        }
        for name in trim & values.keys():
            values[name] = (values[name] or "").strip() or None
        if lines.delimiter == ";" and (stance := values.get("stance")):
            values["stance"] = read_comma(stance)
        marks = LazyMarks(_find_marks, lines, start, names)
        yield Row("positions", {**values}, marks, marks, Spot(start, 0), True, None not in values.values())


def note_swallowed_rows(data: bytes, findings: Findings, dialect: Dialect) -> None:
    """Add a warning for each cell in quotes that seems to hold whole rows."""
    if b'"' not in data:
        return
    lines = Lines(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n"), dialect)
    if not lines.is_quoted:
        return
    try:
        for start, row in lines.rows():
            for number, cell in enumerate(row):
                inside = cell.split("\n")[1:]
                if any(line.count(lines.delimiter) >= max(1, len(row) - 1) for line in inside):
                    message = f"this cell runs over {len(inside) + 1} lines and holds what look like rows"
                    mark = lines.find_starts(start)[number]
                    findings.add("W411", mark, message, "look for a stray quotation mark", length=1)
    except BrokenError:
        return  # the reader has reported it


def read_comma(text: str) -> str:
    """A decimal comma as the point that is meant: where semicolons separate the cells it is one."""
    return text.replace(",", ".") if _COMMA.fullmatch(text) else text


def write_table(corpus: Corpus, dialect: Dialect) -> Iterator[str]:
    """The positions of the corpus as lines of a table with every column there is."""
    keys = POSITION.names()
    yield from write_rows(dialect, [keys])
    rows = ([record.get(key) for key in keys] for record in list_positions(corpus))
    yield from write_rows(dialect, rows)


def names_fields(head: str, dialect: Dialect) -> bool:
    """Whether the first row of what begins so names the fields of a position."""
    first = head.partition("\n")[0].rstrip("\r")
    return {"actor", "issue"} <= {cell.strip().strip('"') for cell in first.split(dialect.delimiter)}


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


def _read_wide(
    header: Header, rows: Iterable[tuple[int, list[str]]], lines: Lines, first: int
) -> Iterator[Row]:
    """The positions of a table of actors by issues; an empty cell is none. Columns that are fields
    hold for the whole row; without them the table is its own source, and positions are stated.

    The columns that may be issues go first, in a row of their own: whoever knows the codebook takes out
    those that are none, and puts ids in the place of names.
    """
    names = [unguard(name) for name in header.names]
    shared = [name for name in names if name in FIELDS]
    columns: dict[str, Content] = {name: name for name in names if name and name not in FIELDS}
    marks = dict(zip(names, lines.find_starts(first), strict=False))
    yield Row("columns", columns, marks, marks, Spot(first, 0), True)
    for start, row in rows:
        given = {name: unguard(cell).strip() for name, cell in zip(names, row, strict=True) if name}
        common = {"source": "table", "attribution": "stated"} | {n: given[n] for n in shared if given[n]}
        places = dict(zip(names, lines.find_starts(start), strict=False))
        for column, issue in columns.items():
            if stance := given[column]:
                place = places[column]
                stance = read_comma(stance) if lines.delimiter == ";" else stance
                values = common | {"issue": issue, "stance": stance}
                marks = dict.fromkeys(values, place)
                yield Row("positions", {**values}, dict(marks), dict(marks), place, True, True)


def _keep_even(
    rows: Iterable[tuple[int, list[str]]], header: Header, lines: Lines, findings: Findings
) -> Iterator[tuple[int, list[str]]]:
    """The rows that are as wide as the header; others are reported, and so is what stands under no name."""
    unnamed = [number for number, name in enumerate(header.names) if not name]
    told = False
    for start, row in rows:
        if len(row) != len(header.names):
            _report_width(start, len(row), len(header.names), findings)
            continue
        for number in unnamed:
            if not told and row[number].strip():
                mark = lines.find_starts(start)[number]
                remedy = "name the column in the first row, or delete it"
                findings.add("E201", mark, f"column {number + 1} has no name, but a cell here", remedy)
                told = True
        yield start, row


def _report_returns(
    cells: Iterable[tuple[int, list[str]]], lines: Lines, findings: Findings
) -> Iterator[tuple[int, list[str]]]:
    """The rows, with each escaped carriage return reported and replaced."""
    for start, row in cells:
        for mark, cell in zip(lines.find_starts(start), row, strict=True):
            if "\r" in cell:
                report_hidden("\r", Spot(mark.line, mark.column), findings)
        yield start, [cell.replace("\r", "\ufffd") for cell in row]


def _report_width(line: int, found: int, wanted: int, findings: Findings) -> None:
    findings.add(
        "E113",
        Spot(line, 0),
        f"this row has {found} cells, the header {wanted}",
        "put a cell that holds the separator into quotes, and leave an empty cell empty",
    )


def _find_marks(lines: Lines, start: int, header: tuple[str, ...]) -> dict[str, Mark]:
    return dict(zip(header, lines.find_starts(start), strict=False))
