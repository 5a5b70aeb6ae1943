"""A comparison as a report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_position
from policycmp.model.choices import By, Layout
from policycmp.model.command_options import Compare
from policycmp.model.matrix import Cell, State
from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Sign, Table
from policycmp.record import replace
from policycmp.tabulate.parts.contested import note_conditions, note_contested, write_detail
from policycmp.tabulate.parts.footnotes import Footnotes
from policycmp.tabulate.parts.provenance import describe_briefly, describe_provenance, record_provenance
from policycmp.tabulate.parts.stances import (
    SILENCE,
    enter_cell,
    enter_tally,
    explain_signs,
    explain_tallies,
)
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from policycmp.model.codebook import Scale
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.counts import CellCounts, Counts
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Heading, Matrix
    from policycmp.model.report import Json

USUAL = Compare()
_UNITS = {By.ACTOR: "actors", By.TOPIC: "actors", By.SOURCE: "sources", By.AFFILIATION: "affiliations"}


def tabulate_matrix(
    corpus: Corpus,
    filters: Filters,
    matrix: Matrix,
    *,
    detail: bool = False,
    transpose: bool = False,
    counts: CellCounts | None = None,
    layout: Layout = USUAL.layout,
    quotes: Mapping[Position, str] | None = None,
) -> Report:
    """The matrix as a table: rows by columns, turned, or with `counts` one row a cell; or by stance,
    which is also what a screen shows where the grid does not fit it in one piece.

    With `detail` every position is written out under its stance, there and in the footnotes with
    its passage's words where `quotes` has them.
    """
    footnotes = Footnotes(corpus, quotes)
    write = partial(write_detail, corpus, quotes or {}) if detail else None
    entries = [
        [_enter(corpus, matrix, row, cell, footnotes, write) if cell.positions else SILENCE for cell in cells]
        for row, cells in _walk(matrix)
    ]
    if layout is Layout.STANCE:
        from policycmp.tabulate.compare_stance import report_stances

        return report_stances(_report(corpus, filters, matrix, footnotes), corpus, matrix, entries)
    report = _report(corpus, filters, matrix, footnotes)
    if counts:
        from policycmp.tabulate.parts.cell_counts import list_cells

        table, report = list_cells(matrix, entries, counts), _tell_counts(report, counts)
    elif transpose:
        table = _turn_table(matrix, entries)
    else:
        table = _lay_table(matrix, entries)
        if layout is Layout.AUTO and not detail:
            table = _offer_stances(corpus, matrix, entries, table)
    records = Deferred(partial(_record_cells, corpus, matrix, counts))
    return replace(report, tables=(table,), records=records, legend=_explain(corpus, matrix))


def _tell_counts(report: Report, counts: CellCounts) -> Report:
    """The report with how its counts came about."""
    from policycmp.tabulate.parts.cell_counts import describe_counts, record_counting

    told = describe_counts(counts)
    return replace(
        report,
        brief=told + report.brief,
        provenance=told + report.provenance,
        about={**(report.about or {}), **record_counting(counts)},
    )


def _report(corpus: Corpus, filters: Filters, matrix: Matrix, footnotes: Footnotes) -> Report:
    """What is said beside the table, whatever its layout."""
    return Report(
        name="compare",
        tables=(),
        notes=(*note_contested(corpus, matrix), *note_conditions(matrix), *_note_hidden(matrix)),
        brief=describe_briefly(corpus, filters, matrix.selection, matrix.rule),
        provenance=describe_provenance(corpus, filters, matrix.selection, matrix.rule),
        about={"by": matrix.by.value, **record_provenance(corpus, filters, matrix.selection, matrix.rule)},
        footnotes=Deferred(footnotes.write),
    )


def _offer_stances(corpus: Corpus, matrix: Matrix, entries: Sequence[Sequence[Entry]], table: Table) -> Table:
    """The table with what a screen shows in its place where it does not fit; by topic there is none."""
    if matrix.by is By.TOPIC:
        return table
    return replace(table, instead=Deferred(partial(_lay_instead, corpus, matrix, entries)))


def _lay_instead(corpus: Corpus, matrix: Matrix, entries: Sequence[Sequence[Entry]]) -> Iterator[Table]:
    from policycmp.tabulate.compare_stance import lay_by_stance, list_stands

    table = lay_by_stance(matrix, list_stands(corpus, matrix, entries))
    yield table
    yield from table.instead


def _walk(matrix: Matrix) -> Iterator[tuple[Heading, tuple[Cell, ...]]]:
    return zip(matrix.rows, matrix.cells, strict=True)


def _enter(
    corpus: Corpus,
    matrix: Matrix,
    row: Heading,
    cell: Cell,
    footnotes: Footnotes,
    write: Callable[[Cell, Position], str] | None,
) -> Entry:
    entry = enter_tally(cell.tally) if matrix.by is By.TOPIC else enter_cell(corpus.scale_of(row.id), cell)
    return Entry(
        text=entry.text,
        value=entry.value,
        sign=entry.sign,
        tone=entry.tone,
        details=tuple(write(cell, p) for p in cell.positions) if write else (),
        footnotes=tuple(footnotes.add(p) for p in cell.positions),
    )


def _explain(corpus: Corpus, matrix: Matrix) -> tuple[Sign, ...]:
    if matrix.by is By.TOPIC:
        return explain_tallies(cell.tally for _, cells in _walk(matrix) for cell in cells)
    spoken = [(corpus.scale_of(row.id), c) for row, cells in _walk(matrix) for c in cells if c.positions]
    silent = next((cell for _, cells in _walk(matrix) for cell in cells if not cell.positions), None)
    return explain_signs(spoken, has_silence=silent is not None)


def _key(heading: Heading) -> Entry:
    return Entry(text=heading.title, sign=heading.short, value=heading.id)


def _lay_table(matrix: Matrix, entries: Sequence[Sequence[Entry]]) -> Table:
    groups: dict[str, list[tuple[Entry, ...]]] = {}
    for row, cells in zip(matrix.rows, entries, strict=True):
        groups.setdefault(row.group or "", []).append((_key(row), *cells))
    if matrix.is_scattered:
        groups = {"": [(_key(row), *cells) for row, cells in zip(matrix.rows, entries, strict=True)]}
    row_name = "topic" if matrix.by is By.TOPIC else "issue"
    return Table(
        columns=(
            Column(name=row_name, title=row_name.capitalize(), role=Role.KEY),
            *(Column(name=c.id, title=c.short, short=c.short) for c in matrix.columns),
        ),
        sections=tuple(Section(title=title, rows=tuple(rows)) for title, rows in groups.items()),
        unit=_UNITS[matrix.by],
    )


def _turn_table(matrix: Matrix, entries: Sequence[Sequence[Entry]]) -> Table:
    rows = tuple((_key(column), *(row[n] for row in entries)) for n, column in enumerate(matrix.columns))
    name = "actor" if matrix.by is By.TOPIC else matrix.by.value
    return Table(
        columns=(
            Column(name=name, title=name.capitalize(), role=Role.KEY),
            *(Column(name=row.id, title=row.title, short=row.short) for row in matrix.rows),
        ),
        sections=(Section(rows=rows),),
        unit="topics" if matrix.by is By.TOPIC else "issues",
    )


def _record_cells(corpus: Corpus, matrix: Matrix, counts: CellCounts | None) -> Iterator[dict[str, Json]]:
    for number, (row, cells) in enumerate(_walk(matrix)):
        yield from _record_row(corpus, matrix, row, cells, counts.cells[number] if counts else None)


def _record_row(
    corpus: Corpus, matrix: Matrix, row: Heading, cells: Sequence[Cell], counts: Sequence[Counts] | None
) -> Iterator[dict[str, Json]]:
    over_topics = matrix.by is By.TOPIC
    head: dict[str, Json] = {"topic": row.id, "topic_title": row.title}
    if not over_topics:
        topic = corpus.issue_by_id[row.id].topic
        head = {"topic": topic, "issue": row.id, "issue_title": row.title}
    name = "actor" if over_topics else matrix.by.value
    silence = _record_cell(corpus, row, Cell(state=State.SILENT), over_topics=over_topics)
    for number, (column, cell) in enumerate(zip(matrix.columns, cells, strict=True)):
        said = _record_cell(corpus, row, cell, over_topics=over_topics) if cell.positions else silence
        counted = _record_counts(counts[number]) if counts else {}
        yield {**head, name: column.id, "title": column.title, **said, **counted}


def _record_counts(counts: Counts) -> dict[str, Json]:
    from policycmp.tabulate.parts.cell_counts import record_counts

    return {"counts": record_counts(counts)}


def _record_cell(corpus: Corpus, row: Heading, cell: Cell, *, over_topics: bool) -> dict[str, Json]:
    said = _record_tally(cell) if over_topics else _record_stance(corpus.scale_of(row.id), cell)
    positions = [{**record_position(p), "counts": p in cell.used} for p in cell.positions]
    return {"state": cell.state.value, **said, "positions": positions}


def _record_stance(scale: Scale, cell: Cell) -> dict[str, Json]:
    return {
        "stance": cell.stance,
        "placement": cell.placement,
        "text": enter_cell(scale, cell).text if cell.positions else None,
        "conditional": cell.conditional,
    }


def _record_tally(cell: Cell) -> dict[str, Json]:
    names = ("supports", "opposes", "mixed", "contested", "issues")
    return {name: getattr(cell.tally, name, 0) for name in names}


def _note_hidden(matrix: Matrix) -> Iterator[str]:
    if matrix.hidden_rows:
        why = "nobody here speaks to them, or a filter or --only leaves them out"
        yield f"{count(matrix.hidden_rows, 'issue')} not shown: {why}."
