"""Tab-separated values by the IANA registration of text/tab-separated-values.

It allows neither tabs nor line ends in a field, and knows no quotes: a tab is written `\\t`, a
line feed `\\n`, a carriage return `\\r`, and a backslash `\\\\`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.render.delimited import list_lines
from policycmp.render.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write_tsv(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The main table's values, a header first."""
    for line in list_lines(report, "\t", _escape):
        yield f"{line}\n"


def _escape(field: str) -> str:
    return field.translate(_ESCAPES)


FORMAT = Format(
    name="tsv",
    help="the main table for cut, awk and sort",
    suffixes=(".tsv", ".tab"),
    write=write_tsv,
)
