"""How tables are written as CSV and as TSV, and read again: one dialect each for both ways.

CSV is RFC 4180's: CRLF line ends, a cell in quotes where it must be, a quote inside doubled. TSV is
the IANA registration's, which knows no quotes and allows no tabs or line ends inside a cell: they are
written `\\t`, `\\n` and `\\r`, a backslash `\\\\`, and a quote that begins a cell `\\"`, so that no reader
takes it for the first of two.

In both a text that a spreadsheet would run as a formula stands behind an apostrophe. So does a text
that looks as if it had been put there, behind one more: what is read is always what was written.
"""

from __future__ import annotations

import csv
import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policycmp.record import dataclass
from policycmp.text.unsafe import replace_halves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policycmp.model.report import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way to put cells into lines."""

    delimiter: str
    line_end: str
    suffixes: tuple[str, ...]
    escapes: bool
    """Whether backslashes keep cells apart, not quotes."""


CSV = Dialect(delimiter=",", line_end="\r\n", suffixes=(".csv",), escapes=False)
TSV = Dialect(delimiter="\t", line_end="\n", suffixes=(".tsv", ".tab"), escapes=True)

RECALLED = 1 << 14
"""Texts that are kept as they are written: names stand in many rows."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""How a text begins that a spreadsheet would run as a formula, or that looks as if it were guarded."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write_rows(
    dialect: Dialect, rows: Iterable[Iterable[Scalar]], ending: Sequence[Scalar] = ()
) -> Iterator[str]:
    """The lines of a table, whose last cells may be the same in every row."""
    recall = lru_cache(RECALLED)(_make_writer(dialect))

    def write(value: Scalar) -> str:
        if type(value) is int:  # as millions are, and no truth value
            return repr(value)
        return recall(value) if isinstance(value, str) else write_cell(value)

    delimiter = dialect.delimiter
    end = "".join([delimiter + write(value) for value in ending]) + dialect.line_end
    # An empty cell alone is quoted, for readers pass over empty lines.
    empty = "" if ending or dialect.escapes else '""'
    for row in rows:
        yield (delimiter.join(map(write, row)) or empty) + end


def write_cell(value: Scalar) -> str:
    """The value as text, guarded: nothing for what is missing or no number, `true` and `false`."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard(value) if isinstance(value, str) else repr(value)


def guard(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it as a formula; numbers with a sign
    are none. Half a surrogate pair, which cannot be encoded, becomes U+FFFD."""
    if not text.isascii():
        text = replace_halves(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unguard(cell: str) -> str:
    """The text that was guarded."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


class _Echo:
    def write(self, line: str) -> str:
        return line


def _make_writer(dialect: Dialect) -> Callable[[str], str]:
    """What writes a text as a cell, wherever it stands."""
    if dialect.escapes:
        return lambda text: _escape(guard(text))
    # What `write` gives, `writerow` gives back.
    writer = csv.writer(_Echo(), delimiter=dialect.delimiter, lineterminator=dialect.line_end)
    rest = -len(dialect.delimiter + dialect.line_end)
    return lambda text: str(writer.writerow([guard(text), ""]))[:rest]


def _escape(cell: str) -> str:
    return ("\\" if cell[:1] == '"' else "") + cell.translate(_ESCAPES)
