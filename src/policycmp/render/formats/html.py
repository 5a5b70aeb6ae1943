"""A page of its own, without anything loaded from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from policycmp.render.format import Format
from policycmp.render.html_fragment import write_fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface


def write_html(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The report as an HTML document, in words, whatever the surface."""
    title = escape(report.title or f"policycmp {report.name}")
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n</head>\n<body>\n"
    )
    yield from write_fragment(report)
    yield "</body>\n</html>\n"


FORMAT = Format(
    name="html",
    help="a page of its own, every stance with its source as a footnote",
    suffixes=(".html", ".htm"),
    write=write_html,
)
