"""A comparison by stance: on each issue, who is against and who is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from policycmp.model.matrix import State
from policycmp.model.report import Block, Column, Deferred, Entry, Flat, Role, Section, Sign, Table, Tone
from policycmp.record import dataclass, replace
from policycmp.tabulate.parts.stances import find_sides, is_strength_told, tone_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policycmp.model.codebook import Scale
    from policycmp.model.corpus import Corpus
    from policycmp.model.matrix import Cell, Heading, Matrix
    from policycmp.model.report import Json, Report

STRONG = "●"
ON_CONDITION = "°"
CONTESTED = "±"
JOINT = ";"
"""Between ids in a field of CSV: names of affiliations hold blanks and commas."""

_COLUMNS = {
    Tone.STRONG_AGAINST: ("strongly_against", "Strongly against"),
    Tone.AGAINST: ("against", "Against"),
    Tone.MIXED: ("mixed_or_contested", "Mixed or contested"),
    Tone.FOR: ("for", "For"),
    Tone.STRONG_FOR: ("strongly_for", "Strongly for"),
}
_RECORDED = {
    "strongly_against": Tone.STRONG_AGAINST,
    "against": Tone.AGAINST,
    "mixed": Tone.MIXED,
    "contested": Tone.CONTESTED,
    "for": Tone.FOR,
    "strongly_for": Tone.STRONG_FOR,
}
_STRONG = (Tone.STRONG_AGAINST, Tone.STRONG_FOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where one column of the matrix stands on one issue."""

    column: Heading
    tone: Tone
    """Of its stance; `contested` for positions on both sides."""
    conditional: bool
    sides: tuple[tuple[Tone, bool], ...]
    """The tone of its stance and whether on a condition; of a contested one the strongest on each side."""
    cell: Entry
    """What the grid shows, with footnotes and details."""


Stands = dict[str, list[Stand]]
"""By issue."""


def list_stands(corpus: Corpus, matrix: Matrix, entries: Sequence[Sequence[Entry]]) -> Stands:
    """Who stands where on each issue, in the order of the columns; the silent are left out."""
    return {
        row.id: [
            _find_stand(corpus.scale_of(row.id), column, cell, entry)
            for column, cell, entry in zip(matrix.columns, cells, shown, strict=True)
            if cell.state is not State.SILENT
        ]
        for row, cells, shown in zip(matrix.rows, matrix.cells, entries, strict=True)
    }


def report_stances(
    report: Report, corpus: Corpus, matrix: Matrix, entries: Sequence[Sequence[Entry]]
) -> Report:
    """The report, with the comparison by stance as its table."""
    stands = list_stands(corpus, matrix, entries)
    table = lay_by_stance(matrix, stands)
    return replace(
        report,
        tables=(table,),
        flat=_flatten(matrix, stands),
        records=Deferred(partial(_record_stands, corpus, matrix, stands)),
        legend=table.legend,
    )


def lay_by_stance(matrix: Matrix, stands: Stands) -> Table:
    """Issues down and five stances across, who takes each in the cells; where that is too wide, the
    two sides, with marks for how strongly."""
    fits = {tone: partial(_mark_stance, tone) for tone in _COLUMNS}
    table = _lay(matrix, stands, [(*_COLUMNS[tone], fit) for tone, fit in fits.items()])
    return replace(
        table,
        legend=_explain_marks(stands),
        instead=Deferred(lambda: [_lay_sides(matrix, stands)]),
    )


def _flatten(matrix: Matrix, stands: Stands) -> Flat:
    """The same for CSV: ids, and in columns of their own who is contested and who makes conditions."""
    names = ("issue", *_RECORDED, "conditional")
    return Flat(names=names, blocks=(Block(rows=_list_ids(matrix, stands)),))


def _record_stands(corpus: Corpus, matrix: Matrix, stands: Stands) -> Iterator[dict[str, Json]]:
    """The same for programs, one record an issue."""
    for row in matrix.rows:
        there = stands[row.id]
        sides: dict[str, Json] = {
            name: [
                {
                    matrix.by.value: stand.column.id,
                    "title": stand.column.title,
                    "conditional": stand.conditional,
                }
                for stand in there
                if stand.tone is tone
            ]
            for name, tone in _RECORDED.items()
        }
        topic = corpus.issue_by_id[row.id].topic
        yield {"topic": topic, "issue": row.id, "issue_title": row.title, **sides}


def _find_stand(scale: Scale, column: Heading, cell: Cell, entry: Entry) -> Stand:
    strong = is_strength_told(scale)
    contested = cell.state is State.CONTESTED
    sides = find_sides(cell) if contested else ((cell.placement or 0, cell.conditional),)
    tones = tuple((tone_of(placement, strong=strong), conditional) for placement, conditional in sides)
    return Stand(
        column=column,
        tone=Tone.CONTESTED if contested else tones[0][0],
        conditional=cell.conditional,
        sides=tones,
        cell=entry,
    )


def _lay_sides(matrix: Matrix, stands: Stands) -> Table:
    mixed = any(stand.tone is Tone.MIXED for row in stands.values() for stand in row)
    against, for_ = (Tone.STRONG_AGAINST, Tone.AGAINST), (Tone.STRONG_FOR, Tone.FOR)
    columns = [
        ("against", "Against", partial(_mark_side, against)),
        *([("mixed", "Mixed", partial(_mark_stance, Tone.MIXED, contested=False))] if mixed else []),
        ("for", "For", partial(_mark_side, for_)),
    ]
    strength = Sign(sign=STRONG, meaning="strongly", in_words=True)
    table = _lay(matrix, stands, columns)
    rows = tuple(row for section in table.sections for row in section.rows)
    # Topics would take a third of a small screen's lines.
    return replace(table, sections=(Section(rows=rows),), legend=(strength, *_explain_marks(stands)))


def _lay(
    matrix: Matrix, stands: Stands, columns: Sequence[tuple[str, str, Callable[[Stand], str | None]]]
) -> Table:
    groups: dict[str, list[tuple[Entry, ...]]] = {}
    scattered = matrix.is_scattered
    for row in matrix.rows:
        cells = [_list_names(stands[row.id], mark) for _, _, mark in columns]
        key = Entry(text=row.title, value=row.id)
        groups.setdefault("" if scattered else row.group or "", []).append((key, *cells))
    return Table(
        columns=(
            Column(name="issue", title="Issue", role=Role.KEY),
            *(Column(name=name, title=title) for name, title, _ in columns),
        ),
        sections=tuple(Section(title=title, rows=tuple(rows)) for title, rows in groups.items()),
    )


def _list_names(stands: Sequence[Stand], mark: Callable[[Stand], str | None]) -> Entry:
    """The names that belong there, the strongest first."""
    there = [(text, stand) for stand in stands if (text := mark(stand))]
    there.sort(key=lambda pair: not pair[0].startswith(STRONG))
    items = tuple(Entry(text=text, tone=stand.tone, footnotes=stand.cell.footnotes) for text, stand in there)
    return Entry(
        text=", ".join(item.text for item in items),
        value=JOINT.join(stand.column.id for _, stand in there) or None,
        details=tuple(
            f"{stand.column.short}: {detail}" for _, stand in there for detail in stand.cell.details
        ),
        items=items,
    )


def _mark_stance(tone: Tone, stand: Stand, *, contested: bool = True) -> str | None:
    """How it is named under that stance; None where it takes another. The contested are in the middle."""
    if stand.tone is Tone.CONTESTED:
        return _mark(stand, stand.conditional) if contested and tone is Tone.MIXED else None
    return _mark(stand, stand.conditional) if stand.tone is tone else None


def _mark_side(tones: Sequence[Tone], stand: Stand) -> str | None:
    """How it is named on that side; None where it does not stand there."""
    for tone, conditional in stand.sides:
        if tone in tones:
            return (STRONG if tone in _STRONG else "") + _mark(stand, conditional)
    return None


def _mark(stand: Stand, conditional: bool) -> str:
    marks = (ON_CONDITION if conditional else "") + (CONTESTED if stand.tone is Tone.CONTESTED else "")
    return stand.column.short + marks


def _explain_marks(stands: Stands) -> tuple[Sign, ...]:
    known = [stand for row in stands.values() for stand in row]
    marks = []
    if any(conditional for stand in known for _, conditional in stand.sides):
        marks.append(Sign(sign=ON_CONDITION, meaning="on a condition", in_words=True))
    if any(stand.tone is Tone.CONTESTED for stand in known):
        meaning = "contested: positions on both sides"
        marks.append(Sign(sign=CONTESTED, meaning=meaning, tone=Tone.CONTESTED, in_words=True))
    return tuple(marks)


def _list_ids(matrix: Matrix, stands: Stands) -> Iterator[tuple[str | None, ...]]:
    for row in matrix.rows:
        there = stands[row.id]
        sides = [[stand.column.id for stand in there if stand.tone is tone] for tone in _RECORDED.values()]
        conditional = [stand.column.id for stand in there if stand.conditional]
        yield (row.id, *(JOINT.join(ids) or None for ids in (*sides, conditional)))
