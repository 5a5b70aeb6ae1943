"""Pipe tables with footnotes, as the big code hosts and Pandoc show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Footnote, Report, Role, Surface
from policycmp.render.format import Format
from policycmp.render.markdown_text import (
    escape_inline,
    escape_lines,
    escape_paragraph,
    join_plain,
    write_link,
)
from policycmp.render.shapes import has_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.report import Entry, Table

    Numbers = dict[int, int]
    """The footnotes met so far, each with its number in the document."""


def write_markdown(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The report as a Markdown document, in words, whatever the surface."""
    numbers: Numbers = {}
    for block in _list_blocks(report, numbers):
        yield from block
        yield "\n"
    yield from _write_foot(report, numbers)


def _list_blocks(report: Report, numbers: Numbers) -> Iterator[Iterator[str]]:
    if report.title:
        yield iter([f"## {escape_paragraph(report.title)}\n"])
    for number, table in enumerate(report.tables):
        if table.title:
            yield iter([f"### {escape_paragraph(table.title)}\n"])
        yield _write_table(table, numbers)
        if not number:
            yield from _list_notes(report)
    if not report.tables:
        yield from _list_notes(report)


def _list_notes(report: Report) -> Iterator[Iterator[str]]:
    for note in report.notes:
        yield iter([f"{escape_paragraph(note)}\n"])


def _write_table(table: Table, numbers: Numbers) -> Iterator[str]:
    if not has_rows(table):
        yield "nothing to show\n"
        return
    yield _write_row([escape_lines(column.title) for column in table.columns])
    yield _write_row(["---:" if column.role is Role.NUMBER else "---" for column in table.columns])
    for section in table.sections:
        if section.title:
            yield _write_row([f"**{escape_lines(section.title)}**", *[""] * (len(table.columns) - 1)])
        for row in section.rows:
            yield _write_plain(row) or _write_row([_write_entry(entry, numbers) for entry in row])


def _write_plain(row: Sequence[Entry]) -> str | None:
    """The row, where nothing in it needs escaping; else None."""
    if any(entry.footnotes or entry.details or entry.items for entry in row):
        return None
    joined = join_plain([entry.text for entry in row], " | ")
    return None if joined is None else f"| {joined} |\n"


def _write_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _write_entry(entry: Entry, numbers: Numbers) -> str:
    if entry.items:
        items = [_write_entry(item, numbers) for item in entry.items]
        return "<br>".join([*items, *map(escape_lines, entry.details)])
    marks = "".join(f"[^{numbers.setdefault(note, len(numbers) + 1)}]" for note in entry.footnotes)
    return "<br>".join([escape_lines(entry.text) + marks, *map(escape_lines, entry.details)])


def _write_foot(report: Report, numbers: Numbers) -> Iterator[str]:
    legend = [f"{escape_inline(s.sign)} {escape_inline(s.meaning)}" for s in report.legend if s.in_words]
    if legend:
        yield f"{'; '.join(legend)}\n\n"
    if report.provenance:
        yield f"{escape_paragraph(report.provenance)}\n"
    for index, number in numbers.items():
        yield f"\n[^{number}]: {_write_footnote(report.footnotes[index])}\n"


def _write_footnote(note: Footnote) -> str:
    link = ""
    if note.url:
        link = write_link(note.link_text or note.url, note.url)
    elif note.link_text:
        link = escape_inline(note.link_text)
    return f"{escape_paragraph(note.text)} {link}".strip()


FORMAT = Format(
    name="markdown",
    help="a table for a README or an issue, every stance with its source as a footnote",
    suffixes=(".md", ".markdown"),
    write=write_markdown,
)
