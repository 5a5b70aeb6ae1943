"""The main table as bare values, for the formats that spreadsheets and programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Scalar


def list_rows(report: Report) -> Iterator[list[Scalar]]:
    """The header and the rows of the report's main table, the section's title first where the
    table names a column for it; nothing for a report without a table."""
    for table in (report.flat,) if report.flat else report.tables[:1]:
        name = table.section_column
        yield [*([name] if name else []), *(column.name for column in table.columns)]
        for section in table.sections:
            head: list[Scalar] = [section.title] if name else []
            for row in section.rows:
                yield head + [entry.value for entry in row]
