"""The main table as bare values, for the formats that spreadsheets and programs read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policycmp.corpusfile.csv_dialect import write_cell
from policycmp.model.report import Flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Scalar

RECALLED = 1 << 14
"""Texts that are kept as they are written: names stand in many rows."""


def list_rows(report: Report) -> Iterator[list[str]]:
    """The header and the rows of the report's main table as guarded cells, the section's title first
    where the table names a column for it; nothing for a report without a table."""
    recall = lru_cache(RECALLED)(write_cell)

    def enter(value: Scalar) -> str:
        # Numbers do not recur, and a text is found by itself alone.
        return recall(value) if type(value) is str else write_cell(value)

    table = report.flat or next(iter(report.tables), None)
    if isinstance(table, Flat):
        yield [recall(name) for name in table.names]
        for block in table.blocks:
            ending = [enter(value) for value in block.ending]
            for values in block.rows:
                yield [*map(enter, values), *ending]
    elif table:
        name = table.section_column
        yield [recall(text) for text in [*([name] if name else []), *(c.name for c in table.columns)]]
        for section in table.sections:
            head = [recall(section.title)] if name else []
            for row in section.rows:
                yield [*head, *[enter(entry.value) for entry in row]]
