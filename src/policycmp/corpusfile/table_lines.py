"""The lines of a table taken apart into cells, in the dialect that they turn out to be in."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.marks import BrokenError, Mark, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.csv_dialect import Dialect

_ESCAPED = re.compile(r'\\([\\tnr"])')
_MEANT = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r", '"': '"'}
_LOOKED_AT = 10
"""Lines by which what separates the cells is found."""
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
"""A first line by which a spreadsheet is told what separates the cells."""
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


class Lines:
    """The lines of a table that is read, with what tells its cells apart.

    A table with tabs may come from elsewhere. Quotes in it are text, unless all of it is written as by
    a program that puts cells into quotes; and so are backslashes, unless each of them begins an escape.
    """

    def __init__(self, text: str, dialect: Dialect) -> None:
        from policycmp.corpusfile.table_header import find_separator  # who only writes needs it not

        self.lines = text.split("\n")
        named = _SEPARATOR_LINE.fullmatch(self.lines[0].rstrip())
        if named:
            self.lines[0] = ""
        first = next((line for line in self.lines if line.strip()), "")
        self.delimiter = named[1] if named else find_separator(self.lines[:_LOOKED_AT], dialect.delimiter)
        self.skips_space = re.search(f'{re.escape(self.delimiter)} +"', first) is not None
        # A cell may be as long as the table, which the standard library does not expect.
        csv.field_size_limit(max(csv.field_size_limit(), len(text)))
        self.is_quoted = not dialect.escapes or _is_quoted(text, self.lines, dialect.delimiter)
        self.is_escaped = not self.is_quoted and "\\" in text and "\\" not in _ESCAPED.sub("", text)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line it starts in; blank lines are passed over."""
        return self._read_quoted() if self.is_quoted else self._read_plain()

    def _read_plain(self) -> Iterator[tuple[int, list[str]]]:
        for number, line in enumerate(self.lines):
            row = line.split(self.delimiter)
            if not any(row):
                continue
            if self.is_escaped and "\\" in line:
                row = [_ESCAPED.sub(lambda match: _MEANT[match[1]], cell) for cell in row]
            yield number, row

    def _read_quoted(self) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(
            (f"{line}\n" for line in self.lines),
            delimiter=self.delimiter,
            skipinitialspace=self.skips_space,
            strict=True,
        )
        start = 0
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                message = f"this row is not readable: {error}"
                raise BrokenError("E102", Spot(start, 0), message, "look at its quotes") from None
            if row is None:
                return
            if any(row):
                yield start, row
            start = reader.line_num

    def find_starts(self, start: int) -> list[Mark]:
        """Where each cell of the row that starts in the line begins, as the csv module reads it: a quote
        opens a cell only where that begins, and is text inside any other."""
        starts: list[Mark] = [Spot(start, 0)]
        inside, fresh = False, True
        for number in range(start, len(self.lines)):
            for column, char in enumerate(self.lines[number]):
                if char == '"' and self.is_quoted and (inside or fresh):
                    # Two quotes inside a cell close it and open it again: the cell is still the same.
                    inside, fresh = not inside, inside
                elif char == self.delimiter and not inside:
                    starts.append(Spot(number, column + 1))
                    fresh = True
                else:
                    fresh = False
            if not inside:
                break
            fresh = False
        return starts


def _is_quoted(text: str, lines: list[str], delimiter: str) -> bool:
    """Whether the quotes in a table with tabs hold cells, as spreadsheets and statistics programs write
    them: around the heads too; or so that the table comes out even only with them; or around each
    cell that has need of them and no other."""
    if text[:1] == '"':
        return True
    if f'{delimiter}"' not in text and '\n"' not in text:
        return False
    header, *rows = [line.split(delimiter) for line in lines if line]
    if any(len(row) != len(header) for row in rows):
        return _is_even(lines, delimiter, len(header))
    cells = [cell for row in rows for cell in row]
    marked = [cell for cell in cells if cell[:1] == '"']
    if not all(_QUOTED.fullmatch(cell) for cell in marked):
        return False
    if any('""' in cell[1:-1] for cell in marked):
        return True
    # A spreadsheet quotes what holds a comma, even in a table with tabs.
    others = "".join(cell for cell in cells if cell[:1] != '"')
    return all("," in cell for cell in marked) and "," not in others and '"' not in others


def _is_even(lines: list[str], delimiter: str, width: int) -> bool:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    try:
        return all(len(row) == width for row in reader if row)
    except csv.Error:
        return False
