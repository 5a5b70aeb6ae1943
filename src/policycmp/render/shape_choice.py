"""Chooses how a table is set: words, signs, turned, blocks of columns, or cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Role, Table
from policycmp.record import dataclass
from policycmp.render.shapes import (
    Cards,
    Grid,
    has_details,
    has_titles,
    list_texts,
    show_signs,
    take_columns,
    turn_table,
)
from policycmp.render.width import fit_lines, measure_broken, measure_longest, measure_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.render.shapes import Band

GAP = 2
"""Blank columns between two columns."""
INDENT = 2
"""How far rows stand in from their section's title."""
HANG = 2
"""How far a key's second line stands in from its first."""
NARROW = 60
"""Below so many columns cards read better than blocks."""
DETAILED = 26
"""Values with details are not set narrower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How closely columns may be set: over how many lines values and headings may run, and
    down to which width keys and running text may be squeezed."""

    texts: int
    heads: int
    keys: int
    prose: int = 30


ROOMY = Level(texts=1, heads=1, keys=40)
CLOSE = (
    Level(texts=1, heads=3, keys=24),
    Level(texts=2, heads=3, keys=24),
)
LEVELS = (
    ROOMY,
    Level(texts=1, heads=2, keys=40),
    Level(texts=1, heads=3, keys=32),
    *CLOSE,
    Level(texts=2, heads=3, keys=20, prose=20),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The least width of a column at some level, and the width beyond which more is no use."""

    least: int
    most: int


def choose_shape(table: Table, width: int | None, *, signs: bool) -> tuple[Grid, ...] | Cards:
    """How the table is set within that width, or at its full width for None."""
    if width is None:
        extents = _measure_columns(table, ROOMY, 1 << 30)
        return (Grid(table=table, widths=tuple(extent.most for extent in extents)),)
    signed = show_signs(table) if signs and not has_details(table) else None
    for candidate in (table, signed):
        grid = _fit_grid(candidate, width, signs=candidate is signed) if candidate else None
        if grid:
            return (grid,)
    for candidate in (table, signed):
        grid = _fit_turned(candidate, width, signs=candidate is signed) if candidate else None
        if grid:
            return (grid,)
    blocks = _fit_blocks(table, signed, width) if width >= NARROW else None
    return blocks or Cards(table=table, width=width)


def _fit_grid(table: Table, width: int, *, signs: bool, bands: tuple[Band, ...] = ()) -> Grid | None:
    for level in LEVELS:
        extents = _measure_columns(table, level, width)
        _widen_bands(extents, bands)
        if _sum_widths([extent.least for extent in extents]) <= width:
            widths = _share_width(extents, width)
            return Grid(table=table, widths=tuple(widths), bands=bands, signs=signs)
    return None


def _fit_turned(table: Table, width: int, *, signs: bool) -> Grid | None:
    rows = sum(len(section.rows) for section in table.sections)
    if has_details(table) or rows * (GAP + 1) > width:
        return None
    turned = turn_table(table)
    return _fit_grid(turned[0], width, signs=signs, bands=turned[1]) if turned else None


def _fit_blocks(table: Table, signed: Table | None, width: int) -> tuple[Grid, ...] | None:
    """Blocks of columns that repeat the keys: as few as can be, in words if signs save none.

    None for a table with running text, where half a record is of no use, and where every block
    would hold a single column: cards keep together what belongs together.
    """
    if any(column.role is Role.PROSE for column in table.columns):
        return None
    best: tuple[Table, list[Extent], list[list[int]]] | None = None
    for candidate in (table, signed):
        for level in CLOSE:
            if candidate is None:
                continue
            extents = _measure_columns(candidate, level, width)
            blocks = _deal_columns(candidate, extents, width)
            if blocks and (best is None or len(blocks) < len(best[2])):
                best = candidate, extents, blocks
    if best is None or all(len(block) == 1 for block in best[2]):
        return None
    return tuple(_set_blocks(*best, width, signs=best[0] is signed))


def _deal_columns(table: Table, extents: Sequence[Extent], width: int) -> list[list[int]] | None:
    """The other columns dealt into as few blocks as hold them beside the keys, evenly if
    possible; None where one of them does not fit."""
    others = [n for n, column in enumerate(table.columns) if column.role is not Role.KEY]
    room = width - sum(extents[n].least + GAP for n in range(len(extents)) if n not in others)
    blocks: list[list[int]] = []
    for n in others:
        if extents[n].least > room:
            return None
        if not blocks or _sum_widths([extents[m].least for m in (*blocks[-1], n)]) > room:
            blocks.append([])
        blocks[-1].append(n)
    even = -(-len(others) // len(blocks)) if blocks else 1
    evenly = [others[n : n + even] for n in range(0, len(others), even)]
    fits = all(_sum_widths([extents[n].least for n in block]) <= room for block in evenly)
    return evenly if fits else blocks


def _set_blocks(
    table: Table, extents: Sequence[Extent], blocks: Sequence[Sequence[int]], width: int, *, signs: bool
) -> Iterator[Grid]:
    keys = [n for n, column in enumerate(table.columns) if column.role is Role.KEY]
    widest = [*keys, *max(blocks, key=lambda block: sum(extents[n].least + GAP for n in block))]
    key_widths = _share_width([extents[n] for n in widest], width)[: len(keys)]
    total, done = sum(map(len, blocks)), 0
    for block in blocks:
        fixed = [Extent(least=size, most=size) for size in key_widths]
        widths = _share_width([*fixed, *(extents[n] for n in block)], width)
        numbers = f"{done + 1}–{done + len(block)}" if len(block) > 1 else f"{done + 1}"
        yield Grid(
            table=take_columns(table, (*keys, *block)),
            widths=tuple(widths),
            caption=f"{table.unit} {numbers} of {total}",
            signs=signs,
        )
        done += len(block)


def _measure_columns(table: Table, level: Level, width: int) -> list[Extent]:
    titled = INDENT if has_titles(table) else 0
    return [
        _measure_column(table, index, level, width, indent=0 if index else titled)
        for index in range(len(table.columns))
    ]


def _measure_column(table: Table, index: int, level: Level, width: int, *, indent: int) -> Extent:
    column = table.columns[index]
    texts = list_texts(table, index)
    full = max(map(measure_width, texts), default=0) + indent
    heading = fit_lines(column.title, level.heads)
    if column.role is Role.NUMBER:
        return Extent(least=max(full, heading), most=max(full, heading))
    if column.role is Role.VALUE and not has_details(table, index):
        least = full if level.texts == 1 else max(fit_lines(text, level.texts) for text in texts) + indent
        return Extent(least=max(least, heading), most=max(least, heading))
    comfort = {Role.KEY: level.keys, Role.PROSE: level.prose}.get(column.role, DETAILED)
    most = max(full, measure_width(column.title))
    if full <= comfort:
        return Extent(least=max(full, heading), most=most)
    # A word wider than the screen is broken in any shape, so it does not rule one out.
    measure = measure_broken if column.role is Role.PROSE else measure_longest
    words = [size for size in map(measure, texts) if size <= width - HANG]
    return Extent(least=max(comfort, heading, max(words, default=0) + indent + HANG), most=most)


def _share_width(extents: Sequence[Extent], width: int) -> list[int]:
    """The columns at their least, what is left of the width shared evenly by those that can use it."""
    widths = [extent.least for extent in extents]
    spare = width - _sum_widths(widths)
    while spare > 0 and (open_ := [n for n, extent in enumerate(extents) if widths[n] < extent.most]):
        share = max(spare // len(open_), 1)
        for n in open_[:spare]:
            gain = min(share, extents[n].most - widths[n])
            widths[n] += gain
            spare -= gain
    return widths


def _widen_bands(extents: list[Extent], bands: tuple[Band, ...]) -> None:
    """Widen the last column under a title that would run over more than two lines."""
    for band in bands:
        under = _sum_widths([extent.least for extent in extents[band.first : band.last + 1]])
        missing = max(fit_lines(band.title, 2) - under, 0)
        last = extents[band.last]
        extents[band.last] = Extent(least=last.least + missing, most=last.most + missing)


def _sum_widths(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
