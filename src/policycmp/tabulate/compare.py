"""A comparison as a report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_position
from policycmp.model.choices import By, Layout
from policycmp.model.command_options import Compare
from policycmp.model.matrix import Cell, State
from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Sign, Table, Tone
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
    long: bool = False,
    layout: Layout = USUAL.layout,
    quotes: Mapping[Position, str] | None = None,
) -> Report:
    """The matrix as a table: rows by columns, turned, or with `long` one row a cell; or by stance,
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
    if long:
        table = _list_cells(matrix, entries)
    elif transpose:
        table = _turn_table(matrix, entries)
    else:
        table = _lay_table(matrix, entries)
        if layout is Layout.AUTO and matrix.by is not By.TOPIC and not detail:
            table = replace(table, instead=Deferred(partial(_lay_instead, corpus, matrix, entries)))
    return replace(
        _report(corpus, filters, matrix, footnotes),
        tables=(table,),
        records=Deferred(partial(_record_cells, corpus, matrix)),
        legend=_explain(corpus, matrix),
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


def _list_cells(matrix: Matrix, entries: Sequence[Sequence[Entry]]) -> Table:
    names = (
        "topic" if matrix.by is By.TOPIC else "issue",
        "actor" if matrix.by is By.TOPIC else matrix.by.value,
    )
    rows = []
    columns = zip(*matrix.cells, strict=True)
    totals = [max(sum(len(cell.positions) for cell in cells), 1) for cells in columns]
    for (row, cells), shown in zip(_walk(matrix), entries, strict=True):
        for column, cell, entry, total in zip(matrix.columns, cells, shown, totals, strict=True):
            activity = round(len(cell.positions) / total, 6)
            sources = list(dict.fromkeys(p.source for p in cell.positions))
            value = (cell.tally and entry.value) or cell.stance
            rows.append(
                (
                    Entry(text=row.title, value=row.id),
                    Entry(text=column.short, value=column.id),
                    Entry(text=entry.text, value=value, tone=entry.tone, details=entry.details),
                    Entry(text=cell.state.value, value=cell.state.value, tone=Tone.MUTED),
                    Entry(text=str(len(cell.positions)), value=len(cell.positions)),
                    Entry(text=f"{activity:.3f}", value=activity),
                    Entry(text=", ".join(sources), value=" ".join(sources), footnotes=entry.footnotes),
                )
            )
    return Table(
        columns=(
            Column(name=names[0], title=names[0].capitalize(), role=Role.KEY),
            Column(name=names[1], title=names[1].capitalize(), role=Role.KEY),
            Column(name="stance", title="Stance"),
            Column(name="state", title="State"),
            Column(name="positions", title="Positions", role=Role.NUMBER),
            Column(name="activity", title="Activity", role=Role.NUMBER),
            Column(name="sources", title="Sources", role=Role.PROSE),
        ),
        sections=(Section(rows=tuple(rows)),),
    )


def _record_cells(corpus: Corpus, matrix: Matrix) -> Iterator[dict[str, Json]]:
    for row, cells in _walk(matrix):
        yield from _record_row(corpus, matrix, row, cells)


def _record_row(
    corpus: Corpus, matrix: Matrix, row: Heading, cells: Sequence[Cell]
) -> Iterator[dict[str, Json]]:
    over_topics = matrix.by is By.TOPIC
    head: dict[str, Json] = {"topic": row.id, "topic_title": row.title}
    if not over_topics:
        topic = corpus.issue_by_id[row.id].topic
        head = {"topic": topic, "issue": row.id, "issue_title": row.title}
    name = "actor" if over_topics else matrix.by.value
    silence = _record_cell(corpus, row, Cell(state=State.SILENT), over_topics=over_topics)
    for column, cell in zip(matrix.columns, cells, strict=True):
        said = _record_cell(corpus, row, cell, over_topics=over_topics) if cell.positions else silence
        yield {**head, name: column.id, "title": column.title, **said}


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
