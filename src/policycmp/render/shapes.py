"""The shapes a table can take on a screen, and the tables they are made from."""

from __future__ import annotations

from policycmp.model.report import Column, Entry, Role, Section, Table
from policycmp.record import dataclass, replace
from policycmp.render.width import measure_width

BULLET = "- "
"""What heads a detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A title over several neighbouring columns."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table set in columns of these widths."""

    table: Table
    widths: tuple[int, ...]
    bands: tuple[Band, ...] = ()
    caption: str = ""
    """Which block of columns this is, where there are several."""
    signs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """A table set one row a card, no line wider than `width`."""

    table: Table
    width: int


def has_rows(table: Table) -> bool:
    """Whether there is anything to show."""
    return any(section.rows for section in table.sections)


def has_details(table: Table, index: int | None = None) -> bool:
    """Whether any entry, or any of one column, has lines under its text."""
    rows = (row for section in table.sections for row in section.rows)
    if index is None:
        return any(entry.details for row in rows for entry in row)
    return any(row[index].details for row in rows)


def has_titles(table: Table) -> bool:
    """Whether any section shows a title."""
    return any(section.title for section in table.sections)


def list_texts(table: Table, index: int) -> set[str]:
    """The different texts and details of one column, as they are shown."""
    entries = [row[index] for section in table.sections for row in section.rows]
    details = {BULLET + detail for entry in entries for detail in entry.details}
    return {entry.text for entry in entries} | details


def has_items(table: Table) -> bool:
    """Whether any entry lists names."""
    return any(entry.items for section in table.sections for row in section.rows for entry in row)


def list_items(table: Table, index: int) -> list[list[int]]:
    """The widths of the names in each cell of one column; empty for a column that lists none."""
    cells = [row[index].items for section in table.sections for row in section.rows if row[index].items]
    return [[measure_width(item.text) for item in items] for items in cells]


def show_signs(table: Table) -> Table | None:
    """The table in signs and short headings; None where that changes nothing."""

    def shorten(entry: Entry) -> Entry:
        return replace(entry, text=entry.sign) if entry.sign else entry

    columns = tuple(replace(c, title=c.short) if c.short else c for c in table.columns)
    sections = tuple(
        replace(section, rows=tuple(tuple(shorten(entry) for entry in row) for row in section.rows))
        for section in table.sections
    )
    signed = replace(table, columns=columns, sections=sections)
    return None if signed == table else signed


def take_columns(table: Table, indexes: tuple[int, ...]) -> Table:
    """The table with only these columns."""
    return replace(
        table,
        columns=tuple(table.columns[n] for n in indexes),
        sections=tuple(
            replace(section, rows=tuple(tuple(row[n] for n in indexes) for row in section.rows))
            for section in table.sections
        ),
    )


def turn_table(table: Table) -> tuple[Table, tuple[Band, ...]] | None:
    """The table with its value columns as rows, its sections' titles as bands over the columns.

    None unless it is one key column and values.
    """
    roles = [column.role for column in table.columns]
    if roles[:1] != [Role.KEY] or len(roles) < 2 or set(roles[1:]) != {Role.VALUE}:
        return None
    bands: list[Band] = []
    rows: list[tuple[Entry, ...]] = []
    for section in table.sections:
        if section.title and section.rows:
            bands.append(Band(title=section.title, first=len(rows) + 1, last=len(rows) + len(section.rows)))
        rows += section.rows
    columns = (
        Column(name="", title="", role=Role.KEY),
        *(Column(name="", title=row[0].text) for row in rows),
    )
    turned = tuple(
        (Entry(text=column.title), *(row[n] for row in rows))
        for n, column in enumerate(table.columns[1:], start=1)
    )
    return replace(table, columns=columns, sections=(Section(rows=turned),)), tuple(bands)
