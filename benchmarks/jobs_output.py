"""A table of positions written in each format."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import made

if TYPE_CHECKING:
    from collections.abc import Callable


def write(rows: str, name: str) -> Callable[[], object]:
    """policycmp's renderer, from a report to text; on a terminal 120 columns wide for `screen`."""
    from policycmp.model.report import Column, Entry, Report, Role, Section, Surface, Table
    from policycmp.render.format import render

    records = made.make_positions(int(rows))
    columns = tuple(
        Column(name=key, title=key.capitalize(), role=Role.PROSE if key == "summary" else Role.VALUE)
        for key in records[0]
    )
    cells = tuple(tuple(Entry(text=str(v), value=v) for v in record.values()) for record in records)
    table = Table(columns=columns, sections=(Section(rows=cells),))
    report = Report(name="list", tables=(table,), records=records)
    screen = Surface(width=120, colors=256) if name == "screen" else Surface()
    return lambda: [len(chunk) for chunk in render(report, "terminal" if name == "screen" else name, screen)]


def dump(rows: str) -> Callable[[], object]:
    """`json.dumps` of the same records."""
    records = made.make_positions(int(rows))
    return lambda: json.dumps(records)


def draw_rich(rows: str) -> Callable[[], object]:
    """Rich's table of the same, 120 columns wide."""
    from rich.console import Console
    from rich.table import Table

    records = made.make_positions(int(rows))

    def draw() -> None:
        table = Table(*(key.capitalize() for key in records[0]))
        for record in records:
            table.add_row(*map(str, record.values()))
        Console(file=io.StringIO(), width=120, force_terminal=True).print(table)

    return draw


JOBS = {"write": write, "dump": dump, "draw-rich": draw_rich}
