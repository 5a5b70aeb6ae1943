"""The network of issues and actors: how often who says what."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from policycmp.measure.distinct import build_filter
from policycmp.model.choices import By, Distinct, Share
from policycmp.model.counts import CellCounts, Counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.codebook import Stance
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix


def count_cells(
    corpus: Corpus,
    filters: Filters,
    matrix: Matrix,
    distinct: Distinct = Distinct.NONE,
    share: Share = Share.NONE,
) -> CellCounts:
    """The counts of every cell, in the matrix's shape.

    Congruence, conflict and what they differ by are divided by the column's or the row's positions
    where a share is asked for. `positions` and its shares ignore the stance, also in telling what
    repeats what; the others do not. As in Discourse Network Analyzer (Leifeld 2017).
    """
    said = [[cell.positions for cell in row] for row in matrix.cells]
    ignoring = _keep_distinct(corpus, filters, said, distinct, ignores_stance=True)
    kept = _keep_distinct(corpus, filters, said, distinct, ignores_stance=False)
    columns, rows = _add_up(ignoring)
    divisors = _list_divisors(kept, share)
    levels = {} if matrix.by is By.TOPIC else _rank_levels(corpus)
    cells = tuple(
        tuple(
            _count_cell(
                len(ignoring[r][c]),
                columns[c],
                rows[r],
                cell,
                divisors[r][c],
                levels.get(corpus.issue_by_id[matrix.rows[r].id].scale) if levels else None,
            )
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(kept)
    )
    return CellCounts(cells=cells, distinct=distinct, share=share)


def _keep_distinct(
    corpus: Corpus,
    filters: Filters,
    said: Sequence[Sequence[Sequence[Position]]],
    distinct: Distinct,
    *,
    ignores_stance: bool,
) -> Sequence[Sequence[Sequence[Position]]]:
    keep = build_filter(corpus, filters, distinct, ignores_stance=ignores_stance)
    return said if keep is None else [[keep(cell) for cell in row] for row in said]


def _add_up(cells: Sequence[Sequence[Sequence[Position]]]) -> tuple[list[int], list[int]]:
    """How many positions each column and each row has."""
    rows = [sum(map(len, row)) for row in cells]
    return [sum(map(len, column)) for column in zip(*cells, strict=True)], rows


def _list_divisors(cells: Sequence[Sequence[Sequence[Position]]], share: Share) -> list[list[int]]:
    columns, rows = _add_up(cells)
    if share is Share.ACTIVITY:
        return [columns for _ in rows]
    width = len(columns)
    return [[number if share is Share.PROMINENCE else 1] * width for number in rows]


def _rank_levels(corpus: Corpus) -> dict[str, dict[Stance, int]]:
    """By scale, what each of its stances is in a combination: its points, or where it has none the
    values that are taken on it anywhere in the corpus."""
    points: dict[str, list[Stance]] = {scale.id: list(scale.points) for scale in corpus.scales}
    taken: dict[str, set[float]] = {scale.id: set() for scale in corpus.scales if not scale.points}
    for position in corpus.positions if taken else ():
        scale = corpus.issue_by_id[position.issue].scale
        if scale in taken and isinstance(position.stance, int | float):
            taken[scale].add(position.stance)
    for scale, values in taken.items():
        points[scale] = sorted(values)
    return {scale: {s: 1 << n for n, s in enumerate(reversed(values))} for scale, values in points.items()}


def _count_cell(
    number: int,
    column: int,
    row: int,
    kept: Sequence[Position],
    divisor: int,
    levels: Mapping[Stance, int] | None,
) -> Counts:
    activity = round(number / column, 6) if column else 0.0
    prominence = round(number / row, 6) if row else 0.0
    if levels is None:
        return Counts(positions=number, activity=activity, prominence=prominence)
    places = [p.placement for p in kept if p.placement is not None]
    least = divisor or 1
    return Counts(
        positions=number,
        activity=activity,
        prominence=prominence,
        combine=sum({levels[p.stance] for p in kept if p.stance is not None}),
        congruence=round(fsum((1 + place) / 2 for place in places) / least, 9),
        conflict=round(fsum((1 - place) / 2 for place in places) / least, 9),
        subtract=round(fsum(places) / least, 9) + 0.0,
    )
