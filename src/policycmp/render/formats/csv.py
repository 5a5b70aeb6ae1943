"""Comma-separated values by RFC 4180: CRLF line ends, quotes only where they are needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.render.delimited import list_lines
from policycmp.render.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface

_QUOTED = re.compile('[",\r\n]')


def write_csv(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The main table's values, a header first."""
    for line in list_lines(report, ",", _quote):
        # A line of one empty field would be an empty line, which readers skip.
        yield f"{line}\r\n" if line else '""\r\n'


def _quote(field: str) -> str:
    return '"' + field.replace('"', '""') + '"' if _QUOTED.search(field) else field


FORMAT = Format(
    name="csv",
    help="the main table for spreadsheets (RFC 4180)",
    suffixes=(".csv",),
    write=write_csv,
)
