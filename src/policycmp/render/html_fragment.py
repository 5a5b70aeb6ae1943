"""Reports as HTML: the part that goes into a page or a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from policycmp.model.report import Role
from policycmp.text.unsafe import show_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Entry, Footnote, Report, Section, Table

# Colours keep a contrast of at least 4.5 to 1 on white and, in the dark scheme, on #111.
STYLE = """\
.policycmp { font: 0.95rem/1.4 system-ui, sans-serif; }
.policycmp table { border-collapse: collapse; }
.policycmp th, .policycmp td { padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
.policycmp thead th { border-bottom: 1px solid currentColor; }
.policycmp .section { padding-top: 0.9rem; }
.policycmp .number { text-align: right; font-variant-numeric: tabular-nums; }
.policycmp .strong-for { color: #00558b; font-weight: bold; } .policycmp .for { color: #00558b; }
.policycmp .strong-against { color: #a3260b; font-weight: bold; } .policycmp .against { color: #a3260b; }
.policycmp .contested { color: #7a1fa2; font-weight: bold; }
.policycmp .silent, .policycmp .muted, .policycmp footer { color: #666; }
@media (prefers-color-scheme: dark) {
  .policycmp .strong-for, .policycmp .for { color: #7cc4f5; }
  .policycmp .strong-against, .policycmp .against { color: #ff9d85; }
  .policycmp .contested { color: #dba6f2; }
  .policycmp .silent, .policycmp .muted, .policycmp footer { color: #aaa; }
}
"""


def write_fragment(report: Report) -> Iterator[str]:
    """The report as one `<article>`, its style included, chunk by chunk."""
    numbers: dict[int, int] = {}
    yield f'<article class="policycmp">\n<style>\n{STYLE}</style>\n'
    if report.title:
        yield f"<h1>{_text(report.title)}</h1>\n"
    for table in report.tables:
        yield from _write_table(table, numbers)
    for note in report.notes:
        yield f"<p>{_text(note)}</p>\n"
    yield "<footer>\n"
    legend = "; ".join(f"{s.sign} {s.meaning}" for s in report.legend if s.in_words)
    for paragraph in (legend, report.provenance):
        if paragraph:
            yield f"<p>{_text(paragraph)}</p>\n"
    if numbers:
        yield "<ol>\n"
        for index, number in numbers.items():
            yield f'<li id="note-{number}">{_write_footnote(report.footnotes[index])}</li>\n'
        yield "</ol>\n"
    yield "</footer>\n</article>\n"


def _write_table(table: Table, numbers: dict[int, int]) -> Iterator[str]:
    if not any(section.rows for section in table.sections):
        yield "<p>nothing to show</p>\n"
        return
    yield "<table>\n"
    if table.title:
        yield f"<caption>{_text(table.title)}</caption>\n"
    heads = "".join(f'<th scope="col"{_class(c.role)}>{_text(c.title)}</th>' for c in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>\n"
    for section in table.sections:
        yield from _write_section(table, section, numbers)
    yield "</table>\n"


def _write_section(table: Table, section: Section, numbers: dict[int, int]) -> Iterator[str]:
    yield "<tbody>\n"
    if section.title:
        span = len(table.columns)
        yield f'<tr><th class="section" colspan="{span}" scope="rowgroup">{_text(section.title)}</th></tr>\n'
    for row in section.rows:
        cells = [
            _write_entry(entry, column.role, numbers)
            for column, entry in zip(table.columns, row, strict=True)
        ]
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n"


def _write_entry(entry: Entry, role: Role, numbers: dict[int, int]) -> str:
    if entry.items:
        items = [f'<span class="{i.tone.value}">{_write_lines(i, numbers)}</span>' for i in entry.items]
        return f'<td dir="auto">{"<br>".join([*items, *map(_text, entry.details)])}</td>'
    lines = _write_lines(entry, numbers)
    if role is Role.KEY:
        return f'<th scope="row">{lines}</th>'
    kind = "number" if role is Role.NUMBER else entry.tone.value
    return f'<td class="{kind}" dir="auto">{lines}</td>'


def _write_lines(entry: Entry, numbers: dict[int, int]) -> str:
    marks = _write_marks([numbers.setdefault(n, len(numbers) + 1) for n in entry.footnotes])
    return "<br>".join(_text(line) for line in (entry.text, *entry.details)) + marks


def _write_marks(notes: list[int]) -> str:
    links = ", ".join(f'<a href="#note-{number}">{number}</a>' for number in notes)
    return f"<sup>{links}</sup>" if links else ""


def _write_footnote(note: Footnote) -> str:
    source = _text(note.link_text or note.url or "")
    if note.url and note.url.lower().startswith(("http://", "https://")):
        source = f'<a href="{escape(note.url)}">{source}</a>'
    return f"{_text(note.text)} {source}".strip()


def _class(role: Role) -> str:
    return ' class="number"' if role is Role.NUMBER else ""


def _text(text: str) -> str:
    return escape(show_unsafe(text))
