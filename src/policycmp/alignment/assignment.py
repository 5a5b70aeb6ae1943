"""Pairs that are best taken together: each at most once, and perhaps nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LARGEST = 200
"""Groups of more rows that compete for the same columns are paired greedily, best score first."""
Pairs = dict[int, int]


def assign(scores: Mapping[tuple[int, int], float]) -> Pairs:
    """The column of each row so that the scores sum to most; a row may get none.

    A pair without a score is never made. Rows that share no column do not touch each other.
    """
    pairs: Pairs = {}
    for group in _group_rows(scores):
        rows = sorted({row for row, _ in group})
        solve = _solve if len(rows) <= LARGEST else _solve_greedily
        pairs |= solve({cell: scores[cell] for cell in group})
    return pairs


def _group_rows(scores: Mapping[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """The cells by connected group."""
    parents: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while parents.setdefault(node, node) != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for row, column in scores:
        parents[find(("row", row))] = find(("column", column))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for row, column in sorted(scores):
        groups[find(("row", row))].append((row, column))
    return list(groups.values())


def _solve_greedily(scores: Mapping[tuple[int, int], float]) -> Pairs:
    pairs: Pairs = {}
    taken: set[int] = set()
    for row, column in sorted(scores, key=lambda cell: (-scores[cell], cell)):
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return pairs


def _solve(scores: Mapping[tuple[int, int], float]) -> Pairs:
    """The Hungarian method; each row has a column of its own for nothing, at score 0."""
    rows = sorted({row for row, _ in scores})
    columns = sorted({column for _, column in scores})
    costs = [
        [-scores.get((row, column), -1.0) for column in columns]
        + [0.0 if n == m else 1.0 for m in range(len(rows))]
        for n, row in enumerate(rows)
    ]
    return {
        rows[n]: columns[m]
        for n, m in enumerate(_find_cheapest(costs))
        if m < len(columns) and (rows[n], columns[m]) in scores
    }


def _find_cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row at least total cost; there are at least as many columns as rows."""
    height, width = len(costs), len(costs[0])
    row_prices, column_prices = [0.0] * (height + 1), [0.0] * (width + 1)
    holder = [0] * (width + 1)
    for row in range(1, height + 1):
        holder[0] = row
        came_from, end = _grow_path(costs, row_prices, column_prices, holder)
        while end:
            holder[end] = holder[came_from[end]]
            end = came_from[end]
    found = [0] * height
    for column in range(1, width + 1):
        if holder[column]:
            found[holder[column] - 1] = column - 1
    return found


def _grow_path(
    costs: Sequence[Sequence[float]], row_prices: list[float], column_prices: list[float], holder: list[int]
) -> tuple[list[int], int]:
    """The way by which the newest row gets a free column at least cost, and that column."""
    width = len(column_prices) - 1
    least, came_from, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    column = 0
    while True:
        used[column] = True
        row, step, following = holder[column], float("inf"), 0
        for other in range(1, width + 1):
            if used[other]:
                continue
            cost = costs[row - 1][other - 1] - row_prices[row] - column_prices[other]
            if cost < least[other]:
                least[other], came_from[other] = cost, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(width + 1):
            if used[other]:
                row_prices[holder[other]] += step
                column_prices[other] -= step
            else:
                least[other] -= step
        column = following
        if not holder[column]:
            return came_from, column
