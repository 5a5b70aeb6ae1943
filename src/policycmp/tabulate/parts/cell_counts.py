"""The cells of a comparison one by one, with how often who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import By, Distinct, Share
from policycmp.model.report import Column, Entry, Role, Section, Table, Tone
from policycmp.tabulate.parts.terms import describe_distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.counts import CellCounts, Counts
    from policycmp.model.matrix import Cell, Heading, Matrix
    from policycmp.model.report import Json


PARTS = ("activity", "prominence", "congruence", "conflict", "subtract")
NUMBERS = ("positions", "activity", "prominence", "combine", "congruence", "conflict", "subtract")


def list_cells(matrix: Matrix, entries: Sequence[Sequence[Entry]], counts: CellCounts) -> Table:
    """One row a cell."""
    names = (
        "topic" if matrix.by is By.TOPIC else "issue",
        "actor" if matrix.by is By.TOPIC else matrix.by.value,
    )
    rows = tuple(
        _enter_cell(row, column, cell, entry, number)
        for row, cells, shown, numbers in zip(matrix.rows, matrix.cells, entries, counts.cells, strict=True)
        for column, cell, entry, number in zip(matrix.columns, cells, shown, numbers, strict=True)
    )
    return Table(
        columns=(
            *(Column(name=name, title=name.capitalize(), role=Role.KEY) for name in names),
            Column(name="stance", title="Stance"),
            Column(name="state", title="State"),
            *(Column(name=name, title=name.capitalize(), role=Role.NUMBER) for name in NUMBERS),
            Column(name="sources", title="Sources", role=Role.PROSE),
        ),
        sections=(Section(rows=rows),),
    )


def record_counts(counts: Counts) -> dict[str, Json]:
    """The same numbers by name."""
    return {name: getattr(counts, name) for name in NUMBERS}


def describe_counts(counts: CellCounts) -> str:
    """How the cells were counted, with a space after it; empty where every position counts whole."""
    told = ""
    if counts.distinct is not Distinct.NONE:
        said = describe_distinct(counts.distinct, ignores_stance=False)
        told = f"{said}; for positions, activity and prominence whatever the stance. "
    if counts.share is not Share.NONE:
        whose = "the column's" if counts.share is Share.ACTIVITY else "the row's"
        told += f"Normalisation {counts.share}: congruence, conflict and subtract are divided by {whose} "
        told += "positions. "
    return told


def record_counting(counts: CellCounts) -> dict[str, Json]:
    """The same as data."""
    return {"distinct": counts.distinct.value, "normalisation": counts.share.value}


def _enter_cell(row: Heading, column: Heading, cell: Cell, entry: Entry, counts: Counts) -> tuple[Entry, ...]:
    sources = list(dict.fromkeys(p.source for p in cell.positions))
    value = (cell.tally and entry.value) or cell.stance
    return (
        Entry(text=row.title, value=row.id),
        Entry(text=column.short, value=column.id),
        Entry(text=entry.text, value=value, tone=entry.tone, details=entry.details),
        Entry(text=cell.state.value, value=cell.state.value, tone=Tone.MUTED),
        *(_enter_number(name, getattr(counts, name)) for name in NUMBERS),
        Entry(text=", ".join(sources), value=" ".join(sources), footnotes=entry.footnotes),
    )


def _enter_number(name: str, number: float | None) -> Entry:
    if number is None:
        return Entry(text="·", tone=Tone.SILENT)
    text = f"{number:.3f}" if name in PARTS else str(number)
    return Entry(text=text.replace("-", "−"), value=number)
