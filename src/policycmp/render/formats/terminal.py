"""Tables for a terminal, or as plain text for a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Report, Sign, Surface, Tone
from policycmp.record import replace
from policycmp.render.color import Part, choose_painter, paint_plain
from policycmp.render.draw import draw_cards, draw_grid, draw_text
from policycmp.render.format import Format
from policycmp.render.sanitize import clean_table, clean_text, transliterate
from policycmp.render.shape_choice import choose_shape
from policycmp.render.shapes import Cards, has_rows
from policycmp.render.width import measure_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.render.color import Line
    from policycmp.render.shapes import Grid

HANG = 2
LEAST = 20
"""Narrower terminals are written to as if they had so many columns."""


def write_terminal(report: Report, surface: Surface) -> Iterator[str]:
    """The report for people to read; a list that goes into a pipe one bare record a line."""
    report = _clean_report(report, unicode=surface.unicode)
    if report.listing and surface.width is None:
        yield from _write_listing(report)
        return
    width = None if surface.width is None else max(surface.width, LEAST)
    paint = choose_painter(surface.colors)
    for line in _draw_report(report, width):
        text = paint(line)
        yield text if surface.unicode else transliterate(text)


def _clean_report(report: Report, *, unicode: bool) -> Report:
    def clean(text: str) -> str:
        return clean_text(text, unicode=unicode)

    return replace(
        report,
        tables=tuple(clean_table(table, unicode=unicode) for table in report.tables),
        title=report.title and clean(report.title),
        legend=tuple(
            replace(sign, sign=clean(sign.sign), meaning=clean(sign.meaning)) for sign in report.legend
        ),
        notes=tuple(clean(note) for note in report.notes),
        provenance=clean(report.provenance),
    )


def _write_listing(report: Report) -> Iterator[str]:
    for table in report.tables:
        for section in table.sections:
            for row in section.rows:
                yield paint_plain([("\t".join([entry.text for entry in row]), Tone.PLAIN)])


def _draw_report(report: Report, width: int | None) -> Iterator[Line]:
    shapes = []
    if report.title:
        yield from draw_text(report.title, width, Part.HEADING)
        if report.tables or report.notes:
            yield []
    for number, table in enumerate(report.tables):
        if number:
            yield []
        if table.title:
            yield from draw_text(table.title, width, Part.HEADING)
        if has_rows(table):
            shapes.append(choose_shape(table, width, signs=_can_sign(report.legend)))
            yield from _draw_shape(shapes[-1])
        else:
            yield [("nothing to show", Tone.MUTED)]
        if not number and report.notes:
            yield []
            yield from _draw_notes(report, width)
    if not report.tables:
        yield from _draw_notes(report, width)
    yield from _draw_foot(report, width, signs=any(_is_signed(shape) for shape in shapes))


def _draw_notes(report: Report, width: int | None) -> Iterator[Line]:
    for note in report.notes:
        yield from draw_text(note, width, Tone.PLAIN, HANG)


def _draw_foot(report: Report, width: int | None, *, signs: bool) -> Iterator[Line]:
    legend = _choose_legend(report.legend, signs=signs)
    if legend or report.provenance:
        yield []
    yield from _draw_legend(legend, width)
    if report.provenance:
        yield from draw_text(report.provenance, width, Tone.MUTED, HANG)


def _choose_legend(legend: Sequence[Sign], *, signs: bool) -> list[Sign]:
    """The marks that are shown, each meaning once: among signs the sign explains it."""
    signed = {sign.meaning for sign in legend if not sign.in_words} if signs else set()
    return [sign for sign in legend if (sign.meaning not in signed if sign.in_words else signs)]


def _draw_shape(shape: tuple[Grid, ...] | Cards) -> Iterator[Line]:
    if isinstance(shape, Cards):
        yield from draw_cards(shape)
        return
    for number, grid in enumerate(shape):
        if number:
            yield []
        yield from draw_grid(grid)


def _draw_legend(legend: Sequence[Sign], width: int | None) -> Iterator[Line]:
    line: Line = []
    used = 0
    for sign in legend:
        size = measure_width(sign.sign) + 1 + measure_width(sign.meaning)
        if line and width is not None and used + 2 + size > width:
            yield line
            line, used = [], 0
        if width is not None and size > width:
            yield from draw_text(f"{sign.sign} {sign.meaning}", width, Tone.PLAIN, HANG)
            continue
        gap = "  " if line else ""
        line += [(gap + sign.sign, sign.tone), (" " + sign.meaning, Tone.PLAIN)]
        used += len(gap) + size
    if line:
        yield line


def _can_sign(legend: Sequence[Sign]) -> bool:
    """Whether signs are explained, and stay different where there is only ASCII."""
    return bool(legend) and len({sign.sign for sign in legend}) == len(legend)


def _is_signed(shape: tuple[Grid, ...] | Cards) -> bool:
    return not isinstance(shape, Cards) and any(grid.signs for grid in shape)


FORMAT = Format(
    name="terminal",
    help="a table that fits the screen; piped, the same in plain text and full width",
    suffixes=(".txt",),
    write=write_terminal,
)
