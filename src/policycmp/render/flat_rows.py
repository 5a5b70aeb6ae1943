"""The main table as bare values, for the formats that spreadsheets and programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.csv_dialect import write_rows
from policycmp.model.report import Flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.csv_dialect import Dialect
    from policycmp.model.report import Report, Scalar, Table


def write_table(report: Report, dialect: Dialect) -> Iterator[str]:
    """The lines of the report's main table, a header first, the section's title before each row where
    the table names a column for it; nothing for a report without a table."""
    table = report.flat or next(iter(report.tables), None)
    if isinstance(table, Flat):
        yield from write_rows(dialect, [table.names])
        for block in table.blocks:
            yield from write_rows(dialect, block.rows, block.ending)
    elif table:
        yield from write_rows(dialect, _list_rows(table))


def _list_rows(table: Table) -> Iterator[list[Scalar]]:
    name = table.section_column
    yield [*([name] if name else []), *(column.name for column in table.columns)]
    for section in table.sections:
        head: list[Scalar] = [section.title] if name else []
        for row in section.rows:
            yield head + [entry.value for entry in row]
