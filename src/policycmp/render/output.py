"""The way into rendering: a report, a format's name, and what the output can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.render.format import FORMATS, find_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface


def render(report: Report, format_name: str, surface: Surface) -> Iterator[str]:
    """The report in the named format, chunk by chunk. `md` and `text` stand for
    `markdown` and `terminal`. Raises UsageError for an unknown name."""
    return FORMATS.load(find_format(format_name)).write(report, surface)


def format_of_suffix(name: str) -> str | None:
    """The format that a file name's ending stands for; None where it stands for none."""
    lower = name.lower()
    for format_name in FORMATS.names():
        if lower.endswith(FORMATS.load(format_name).suffixes):
            return format_name
    return None
