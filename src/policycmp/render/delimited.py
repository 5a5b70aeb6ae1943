"""The main table as bare fields, for the formats that spreadsheets and programs read."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from policycmp.text.unsafe import replace_halves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Scalar

# What a spreadsheet would run as a formula; numbers with a sign are no formulas.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")


def list_fields(report: Report) -> Iterator[list[str]]:
    """The header and the rows of the report's main table, the section's title first where the
    table names a column for it; nothing for a report without a table."""
    for table in (report.flat,) if report.flat else report.tables[:1]:
        name = table.section_column
        yield [defuse(text) for text in ([name] if name else []) + [c.name for c in table.columns]]
        for section in table.sections:
            head = [defuse(section.title)] if name else []
            for row in section.rows:
                yield head + [write_scalar(entry.value) for entry in row]


def write_scalar(value: Scalar) -> str:
    """The value as text: nothing for what is missing or no number, `true` and `false`."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defuse(value) if isinstance(value, str) else repr(value)


def defuse(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it as a formula."""
    text = replace_halves(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text
