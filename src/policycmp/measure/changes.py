"""What moved between two states: two dates of one corpus, or two corpora."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.differences import measure_gap
from policycmp.model.differences import Change, Changes, Shift
from policycmp.model.matrix import Cell, State

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus
    from policycmp.model.matrix import Matrix

_SILENT = Cell(state=State.SILENT)
_ORDER = {shift: rank for rank, shift in enumerate(Shift)}


def list_changes(
    before: Matrix, after: Matrix, corpora: tuple[Corpus, Corpus], names: tuple[str, str]
) -> Changes:
    """Every cell that differs between two matrices by actors: flipped, moved, new, dropped.

    Cells are matched by the ids of actor and issue. Two cells are the same where their
    placements are.
    """
    old, new = _list_cells(before), _list_cells(after)
    changes = []
    for actor, issue in dict.fromkeys([*new, *old]):
        first, second = old.get((actor, issue), _SILENT), new.get((actor, issue), _SILENT)
        shift = _find_shift(first.placement, second.placement)
        if shift:
            gap = None
            if first.placement is not None and second.placement is not None:
                gap = measure_gap(first.placement, second.placement)
            changes.append(Change(actor=actor, issue=issue, shift=shift, before=first, after=second, gap=gap))
    return Changes(
        changes=tuple(sorted(changes, key=lambda c: (_ORDER[c.shift], -(c.gap or 0)))),
        same=len(dict.fromkeys([*new, *old])) - len(changes),
        before=corpora[0],
        after=corpora[1],
        before_name=names[0],
        after_name=names[1],
        selection=after.selection,
        rule=after.rule,
    )


def find_last_day(corpus: Corpus) -> str | None:
    """The last day on which any position of the corpus may have been taken; None without dates."""
    periods = [period for p in corpus.positions if (period := corpus.date_of(p))]
    return max(period.last for period in periods).isoformat() if periods else None


def _list_cells(matrix: Matrix) -> dict[tuple[str, str], Cell]:
    return {
        (column.id, row.id): cell
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
        if cell.placement is not None
    }


def _find_shift(before: float | None, after: float | None) -> Shift | None:
    if before == after:
        return None
    if before is None:
        return Shift.NEW
    if after is None:
        return Shift.DROPPED
    return Shift.FLIPPED if before * after < 0 else Shift.MOVED
