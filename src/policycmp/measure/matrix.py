"""Issues by actors, or any cut of that: who stands where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policycmp.measure.cells import build_cell
from policycmp.measure.matrix_order import measure_spread, sort_columns
from policycmp.measure.selection import select_positions
from policycmp.model.choices import By, Only, Rule, Sort
from policycmp.model.command_options import Compare, choose_rule
from policycmp.model.filters import Filters
from policycmp.model.matrix import Cell, Heading, Matrix, State, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.measure.matrix_order import Cells
    from policycmp.model.corpus import Corpus, Position

_SILENT = Cell(state=State.SILENT)

USUAL = Compare()


def build_matrix(
    corpus: Corpus,
    filters: Filters | None = None,
    *,
    by: By = USUAL.by,
    rule: Rule | None = None,
    only: Only | None = None,
    sort: Sort | None = None,
) -> Matrix:
    """The matrix of the positions that pass the filters.

    Rows are issues in codebook order (topics for `By.TOPIC`); issues on which no column
    speaks are left out unless they were asked for by id. Columns stand as the filter names
    them, else by coverage. Without a rule the usual one applies, see `choose_rule`.
    """
    filters = filters or Filters()
    rule = choose_rule(rule, as_of=filters.as_of)
    selection = select_positions(corpus, filters)
    columns = _list_columns(corpus, filters, selection.positions, by)
    cells = _fill_cells(corpus, selection.positions, by, rule)
    issues = _list_issues(corpus, filters)
    rows = [row for row in issues if filters.issues or row.id in cells]
    if only:
        rows = [row for row in rows if _shows_only(_row_cells(cells, row, columns), only)]
    columns = sort_columns(columns, rows, cells, sort, keep=bool(filters.actors and by is By.ACTOR))
    hidden = len(issues) - len(rows)
    if sort is Sort.SPREAD:
        rows.sort(key=lambda row: -measure_spread(_row_cells(cells, row, columns)))
    if by is By.TOPIC:
        cells = _tally_topics(corpus, rows, columns, cells)
        rows = [Heading(id=t, title=title, short=title) for t, title in _list_topics(rows, corpus)]
    return Matrix(
        rows=tuple(rows),
        columns=tuple(columns),
        cells=tuple(_row_cells(cells, row, columns) for row in rows),
        by=by,
        rule=rule,
        selection=selection,
        hidden_rows=hidden,
    )


def column_of(corpus: Corpus, position: Position, by: By) -> str:
    """The id of the column the position falls into."""
    if by is By.SOURCE:
        return position.source
    if by is By.AFFILIATION:
        return corpus.actor_by_id[position.actor].affiliation or corpus.actor_by_id[position.actor].name
    return position.actor


def _list_issues(corpus: Corpus, filters: Filters) -> list[Heading]:
    titles = {topic.id: topic.title for topic in corpus.topics}
    order = {topic.id: n for n, topic in enumerate(corpus.topics)}
    wanted = [
        issue
        for issue in corpus.issues
        if (not filters.issues or issue.id in filters.issues)
        and (not filters.topics or issue.topic in filters.topics)
    ]
    wanted.sort(key=lambda issue: order.get(issue.topic or "", len(order)))
    return [Heading(id=i.id, title=i.title, short=i.title, group=titles.get(i.topic or "")) for i in wanted]


def _list_columns(corpus: Corpus, filters: Filters, positions: Sequence[Position], by: By) -> list[Heading]:
    spoken = dict.fromkeys(column_of(corpus, p, by) for p in positions)
    if by is By.SOURCE:
        return [Heading(id=s.id, title=s.title, short=s.id) for s in corpus.sources if s.id in spoken]
    if by is By.AFFILIATION:
        names = dict.fromkeys(a.affiliation or a.name for a in corpus.actors)
        return [Heading(id=name, title=name, short=name) for name in names if name in spoken]
    ids = filters.actors or [actor.id for actor in corpus.actors if actor.id in spoken]
    actors = [corpus.actor_by_id[actor] for actor in dict.fromkeys(ids)]
    return [Heading(id=a.id, title=a.name, short=a.label) for a in actors]


def _fill_cells(corpus: Corpus, positions: Sequence[Position], by: By, rule: Rule) -> Cells:
    gathered: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for position in positions:
        gathered[position.issue][column_of(corpus, position, by)].append(position)
    cells = {}
    for issue, row in gathered.items():
        scale = corpus.scale_of(issue)
        cells[issue] = {column: build_cell(corpus, scale, group, rule) for column, group in row.items()}
    return cells


def _row_cells(cells: Cells, row: Heading, columns: Sequence[Heading]) -> tuple[Cell, ...]:
    own = cells.get(row.id, {})
    return tuple([own.get(column.id, _SILENT) for column in columns])


def _shows_only(cells: Sequence[Cell], only: Only) -> bool:
    if only is Only.SILENT:
        return any(cell.state is State.SILENT for cell in cells)
    placements = [cell.placement for cell in cells if cell.placement is not None]
    if only is Only.DISAGREEMENTS:
        return any(p > 0 for p in placements) and any(p < 0 for p in placements)
    return len(placements) > 1 and (all(p > 0 for p in placements) or all(p < 0 for p in placements))


def _list_topics(rows: Sequence[Heading], corpus: Corpus) -> list[tuple[str, str]]:
    topics = dict.fromkeys(corpus.issue_by_id[row.id].topic or "" for row in rows)
    return [(t, corpus.topic_by_id[t].title if t else "no topic") for t in topics]


def _tally_topics(corpus: Corpus, rows: Sequence[Heading], columns: Sequence[Heading], cells: Cells) -> Cells:
    tallied: dict[str, dict[str, Cell]] = defaultdict(dict)
    for topic, _ in _list_topics(rows, corpus):
        issues = [row.id for row in rows if (corpus.issue_by_id[row.id].topic or "") == topic]
        for column in columns:
            spoken = [cells[issue][column.id] for issue in issues if column.id in cells.get(issue, ())]
            if spoken:
                tallied[topic][column.id] = _tally_cells(spoken, len(issues))
    return tallied


def _tally_cells(cells: Sequence[Cell], issues: int) -> Cell:
    settled = [cell.placement or 0 for cell in cells if cell.state is not State.CONTESTED]
    tally = Tally(
        supports=sum(p > 0 for p in settled),
        opposes=sum(p < 0 for p in settled),
        mixed=sum(p == 0 for p in settled),
        contested=len(cells) - len(settled),
        issues=issues,
    )
    positions = tuple(position for cell in cells for position in cell.positions)
    used = tuple(position for cell in cells for position in cell.used)
    state = State.CONTESTED if tally.contested else State.CLEAR
    return Cell(state=state, positions=positions, used=used, tally=tally)
