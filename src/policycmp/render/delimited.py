"""The main table as bare fields, for the formats that spreadsheets and programs read."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

from policycmp.model.report import Flat
from policycmp.text.unsafe import replace_halves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.model.report import Report, Scalar

RECALLED = 1 << 14
"""Texts that are kept as they are written: names stand in many rows."""

# What a spreadsheet would run as a formula; numbers with a sign are no formulas.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")


def list_lines(report: Report, separator: str, write: Callable[[str], str]) -> Iterator[str]:
    """The header and the rows of the report's main table without their line ends, the section's title
    first where the table names a column for it; nothing for a report without a table.

    `write` makes a text fit to stand between separators; it is asked for the same text but once, if it
    comes again soon.
    """
    recall = lru_cache(RECALLED)(lambda text: write(defuse(text)))

    def enter(value: Scalar) -> str:
        if type(value) is int:  # as millions are, and no truth value
            return repr(value)
        return recall(value) if isinstance(value, str) else write_scalar(value)

    table = report.flat or next(iter(report.tables), None)
    if isinstance(table, Flat):
        yield separator.join(map(recall, table.names))
        for block in table.blocks:
            ending = "".join([separator + enter(value) for value in block.ending])
            for values in block.rows:
                yield separator.join(map(enter, values)) + ending
    elif table:
        name = table.section_column
        yield separator.join(map(recall, [*([name] if name else []), *(c.name for c in table.columns)]))
        for section in table.sections:
            head = [recall(section.title)] if name else []
            for row in section.rows:
                fields = [entry.value for entry in row]
                yield separator.join([*head, *["" if field is None else enter(field) for field in fields]])


def write_scalar(value: float | None) -> str:
    """What is no text as text: nothing for what is missing or no number, `true` and `false`."""
    if value is None or not isfinite(value):
        return ""
    return repr(value) if type(value) is not bool else "true" if value else "false"


def defuse(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it as a formula."""
    text = replace_halves(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text
