"""Widths of columns under which a table of names takes the fewest lines."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from policycmp.render.width import flow_items, measure_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.report import Entry, Table

LOOKED_AT = 50
"""Rows that the widths are chosen by: the first ones, which the first screens show."""
HANG = 2


def balance_widths(table: Table, least: Sequence[int], widths: Sequence[int]) -> list[int]:
    """Those widths, with columns moved from one to another as long as that saves lines, none below its
    least."""
    rows = list(islice((row for section in table.sections for row in section.rows), LOOKED_AT))

    @cache
    def measure(index: int, width: int) -> list[int]:
        return [_count_lines(row[index], width) for row in rows]

    def count_all(tried: Sequence[int]) -> int:
        return sum(map(max, *(measure(index, width) for index, width in enumerate(tried))))

    best = list(widths)
    fewest = count_all(best)
    while True:
        moves = (
            _move(best, giver, taker, step)
            for giver in range(len(best))
            for taker in range(len(best))
            if giver != taker
            for step in range(1, best[giver] - least[giver] + 1)
        )
        counted = min(((count_all(moved), moved) for moved in moves), default=(fewest, best))
        if counted[0] >= fewest:
            return best
        fewest, best = counted


def _move(widths: Sequence[int], giver: int, taker: int, step: int) -> list[int]:
    moved = list(widths)
    moved[giver] -= step
    moved[taker] += step
    return moved


def _count_lines(entry: Entry, width: int) -> int:
    if entry.items:
        return len(flow_items([measure_width(item.text) for item in entry.items], width))
    return len(wrap_text(entry.text, width, HANG))
