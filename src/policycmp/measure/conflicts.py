"""Actors against themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.measure.cells import build_cell
from policycmp.measure.differences import measure_gap
from policycmp.model.choices import Rule
from policycmp.model.differences import Conflict, Split
from policycmp.model.matrix import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.matrix import Cell, Heading, Matrix


def list_conflicts(corpus: Corpus, matrix: Matrix) -> tuple[Conflict, ...]:
    """The contested cells of a matrix by actors, widest first, else in the order of the table."""
    found = [
        _read_conflict(corpus, column.id, row, cells[n])
        for n, column in enumerate(matrix.columns)
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        if cells[n].state is State.CONTESTED
    ]
    return tuple(sorted(found, key=lambda conflict: -conflict.gap))


def _read_conflict(corpus: Corpus, actor: str, issue: Heading, cell: Cell) -> Conflict:
    placements = [p.placement for p in cell.positions if p.placement is not None]
    scale = corpus.scale_of(issue.id)
    readings = ((rule, build_cell(corpus, scale, cell.positions, rule).placement) for rule in Rule)
    return Conflict(
        actor=actor,
        issue=issue,
        cell=cell,
        gap=measure_gap(min(placements), max(placements)),
        splits=tuple(dict.fromkeys(_find_splits(corpus, cell.positions))),
        readings=tuple((rule, placement) for rule, placement in readings if placement is not None),
    )


def _find_splits(corpus: Corpus, positions: tuple[Position, ...]) -> Iterator[Split]:
    above = [p for p in positions if (p.placement or 0) > 0]
    below = [p for p in positions if (p.placement or 0) < 0]
    pairs = [(one, other) for one in above for other in below]
    if any(one.source != other.source for one, other in pairs):
        yield Split.SOURCE
    if any(one.attribution is not other.attribution for one, other in pairs):
        yield Split.ATTRIBUTION
    if any(_lies_apart(corpus, one, other) for one, other in pairs):
        yield Split.TIME


def _lies_apart(corpus: Corpus, one: Position, other: Position) -> bool:
    """Whether the two were taken at times that cannot be the same day."""
    first, second = corpus.date_of(one), corpus.date_of(other)
    return bool(first and second and (first.last < second.first or second.last < first.first))
