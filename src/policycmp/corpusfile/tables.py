"""Positions in lines of cells, for the readers of CSV and TSV."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import clean_text, decode_text
from policycmp.corpusfile.fields import POSITION
from policycmp.corpusfile.marks import BrokenError, LazyMarks, Mark, Spot
from policycmp.corpusfile.reader import Row
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policycmp.corpusfile.diagnostics import Findings

_WIDEST = 1_000
"""So many columns are looked at; a table of positions has about twenty."""
_DEFUSED = ("'=", "'+", "'-", "'@")
"""How a cell begins that was kept from running as a formula in a spreadsheet."""


def read_delimited(data: bytes, findings: Findings, delimiter: str) -> Iterator[Row]:
    """The rows of a table whose first row names the fields."""
    text = clean_text(decode_text(data).replace("\r\n", "\n"), findings)
    lines = text.split("\n")
    if not text.strip():
        raise BrokenError("E109", Spot(0, 0), "the file is empty", "begin with a row that names the columns")
    cells = _read_cells((line + "\n" for line in lines), delimiter)
    first, header = next(cells)
    if is_wide(header):
        yield from read_wide(header, cells, lines, delimiter, findings)
        return
    known = _check_header(header, _find_starts(lines, first, delimiter), findings)
    partial_row = any(field.required and field.name not in header for field in POSITION.fields)
    for start, row in cells:
        if len(row) != len(header):
            _report_width(start, len(row), len(header), findings)
            continue
        values = {
            name: value[1:] if value.startswith(_DEFUSED) else value or None
            for name, value in zip(header, row, strict=True)
            if (value or name == "stance") and name in known
        }
        marks = LazyMarks(_find_marks, lines, start, header, delimiter)
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
    header: list[str],
    cells: Iterable[tuple[int, list[str]]],
    lines: list[str],
    delimiter: str,
    findings: Findings,
) -> Iterator[Row]:
    """The positions of a table of actors by issues; an empty cell is none. Columns that are fields
    hold for the whole row; without them the table is its own source, and positions are stated."""
    shared = [name for name in header if name in POSITION.names()]
    for start, row in cells:
        if len(row) != len(header):
            _report_width(start, len(row), len(header), findings)
            continue
        given = dict(zip(header, row, strict=True))
        common = {"source": "table", "attribution": "stated"} | {n: given[n] for n in shared if given[n]}
        places = _find_starts(lines, start, delimiter)
        for place, (issue, stance) in zip(places, given.items(), strict=False):
            if issue not in shared and stance:
                values = common | {"issue": issue, "stance": stance.removeprefix("'")}
                marks = dict.fromkeys(values, place)
                yield Row("positions", {**values}, dict(marks), dict(marks), place, True, True)


def _read_cells(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it starts in; blank lines are passed over."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            spot = Spot(start, 0)
            raise BrokenError(
                "E102", spot, f"this row is not readable: {error}", "look at its quotes"
            ) from None
        if row is None:
            return
        if any(row):
            yield start, row
        start = reader.line_num


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


def _find_marks(lines: list[str], start: int, header: list[str], delimiter: str) -> dict[str, Mark]:
    return dict(zip(header, _find_starts(lines, start, delimiter), strict=False))


def _find_starts(lines: list[str], start: int, delimiter: str) -> list[Mark]:
    """Where each cell of the row that starts in the line begins."""
    starts: list[Mark] = [Spot(start, 0)]
    quoted = False
    for number in range(start, len(lines)):
        for column, char in enumerate(lines[number]):
            if char == '"':
                quoted = not quoted
            elif char == delimiter and not quoted:
                starts.append(Spot(number, column + 1))
        if not quoted:
            break
    return starts
