"""Draws tables in their shape, as lines of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Role, Tone
from policycmp.render.color import Part
from policycmp.render.shape_choice import GAP, HANG, INDENT
from policycmp.render.shapes import BULLET, has_details, has_titles
from policycmp.render.width import isolate, measure_longest, measure_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.report import Entry, Table
    from policycmp.render.color import Line, Style
    from policycmp.render.shapes import Cards, Grid

    Piece = tuple[str, Style, int]
    """A line of one cell: its text, style and width."""

LABELS = 0.5
"""The part of a card's width that labels may take beside their texts."""


def draw_grid(grid: Grid) -> Iterator[Line]:
    """The table in columns: headings over a thin rule, then its rows by section."""
    page = sum(grid.widths) + GAP * (len(grid.widths) - 1)
    if grid.caption:
        yield [(grid.caption, Tone.MUTED)]
    yield from _draw_headings(grid)
    yield [("─" * page, Tone.MUTED)]
    indent = INDENT if has_titles(grid.table) else 0
    spaced = has_details(grid.table)
    first = True
    for section in grid.table.sections:
        if section.title:
            yield from draw_text(section.title, page, Part.HEADING)
        for row in section.rows:
            if spaced and not first:
                yield []
            first = False
            yield from _draw_row(grid, row, indent)


def draw_cards(cards: Cards) -> Iterator[Line]:
    """The table one row a card: the key, then every other column's heading and text."""
    table = cards.table
    key = next((n for n, column in enumerate(table.columns) if column.role is Role.KEY), 0)
    labels = _measure_labels(table, key, cards.width)
    first = True
    for section in table.sections:
        for number, row in enumerate(section.rows):
            if not first:
                yield []
            first = False
            if section.title and not number:
                yield from draw_text(section.title, cards.width, Part.HEADING)
                yield [("─" * min(cards.width, measure_width(section.title)), Tone.MUTED)]
            yield from draw_text(row[key].text, cards.width, Part.HEADING)
            for text, style, _ in _stack_details(row[key], cards.width, INDENT):
                yield [(text, style)]
            for n, (column, entry) in enumerate(zip(table.columns, row, strict=True)):
                if n != key and (entry.text or entry.details):
                    yield from _draw_field(column.title, entry, labels, cards.width)


def draw_text(text: str, width: int | None, style: Style, hang: int = 0) -> Iterator[Line]:
    """A paragraph."""
    for line in wrap_text(text, width, hang):
        yield [(isolate(line), style)]


def _draw_headings(grid: Grid) -> Iterator[Line]:
    if grid.bands:
        stacks: list[list[Piece]] = [[] for _ in grid.widths]
        spans = list(grid.widths)
        for band in grid.bands:
            width = sum(grid.widths[band.first : band.last + 1]) + GAP * (band.last - band.first)
            stacks[band.first] = [_piece(line, Tone.MUTED) for line in wrap_text(band.title, width)]
            spans[band.first] = width
            spans[band.first + 1 : band.last + 1] = [-GAP] * (band.last - band.first)
        yield from _set_side_by_side(stacks, spans, [False] * len(spans), at_bottom=True)
    stacks = [
        [_piece(line, Part.HEADING) for line in wrap_text(column.title, width)]
        for column, width in zip(grid.table.columns, grid.widths, strict=True)
    ]
    yield from _set_side_by_side(stacks, grid.widths, _find_flush_right(grid.table), at_bottom=True)


def _draw_row(grid: Grid, row: Sequence[Entry], indent: int) -> Iterator[Line]:
    stacks = []
    for n, (entry, width) in enumerate(zip(row, grid.widths, strict=True)):
        is_key = grid.table.columns[n].role is Role.KEY
        stacks.append(_stack_entry(entry, width, 0 if n else indent, HANG if is_key else 0))
    return _set_side_by_side(stacks, grid.widths, _find_flush_right(grid.table))


def _stack_entry(entry: Entry, width: int, indent: int = 0, hang: int = 0) -> list[Piece]:
    """The entry's lines one under the other, details last."""
    lines = wrap_text(entry.text, width - indent, hang)
    return [_piece(line, entry.tone, indent) for line in lines] + _stack_details(entry, width, indent)


def _stack_details(entry: Entry, width: int, indent: int) -> list[Piece]:
    pieces = []
    for detail in entry.details:
        lines = wrap_text(BULLET + detail, width - indent, len(BULLET))
        pieces += [_piece(line, Tone.PLAIN, indent) for line in lines]
    return pieces


def _piece(text: str, style: Style, indent: int = 0) -> Piece:
    return " " * indent + isolate(text), style, indent + measure_width(text)


def _find_flush_right(table: Table) -> list[bool]:
    return [column.role is Role.NUMBER for column in table.columns]


def _set_side_by_side(
    stacks: Sequence[list[Piece]],
    widths: Sequence[int],
    flush_right: Sequence[bool],
    *,
    at_bottom: bool = False,
) -> Iterator[Line]:
    """Stacks of lines beside each other, each padded to its column's width."""
    height = max(map(len, stacks), default=0)
    for depth in range(height):
        line: Line = []
        pad = 0
        for stack, width, is_right in zip(stacks, widths, flush_right, strict=True):
            row = depth - height + len(stack) if at_bottom else depth
            if not 0 <= row < len(stack) or not stack[row][0]:
                pad += width + GAP
                continue
            text, style, size = stack[row]
            pad += width - size if is_right else 0
            line.append((" " * pad + text, style))
            pad = GAP if is_right else width - size + GAP
        yield line


def _measure_labels(table: Table, key: int, width: int) -> int:
    """How wide a card's labels are set; 0 where texts go on lines of their own under them."""
    titles = [column.title for n, column in enumerate(table.columns) if n != key]
    widest = max((measure_width(title) for title in titles), default=0) + len(":")
    return widest if widest <= width * LABELS else 0


def _draw_field(title: str, entry: Entry, labels: int, width: int) -> Iterator[Line]:
    room = width - INDENT - labels - 1
    longest = max(map(measure_longest, (entry.text, *entry.details))) + len(BULLET)
    if labels and longest <= room:
        label = [_piece(f"{title}:", Tone.MUTED, INDENT)]
        yield from _set_side_by_side(
            [label, _stack_entry(entry, room)], [INDENT + labels - 1, room], [False, False]
        )
        return
    for line in draw_text(f"{title}:", width - INDENT, Tone.MUTED):
        yield [(" " * INDENT + text, style) for text, style in line]
    for text, style, _ in _stack_entry(entry, width, 2 * INDENT):
        yield [(text, style)]
