"""JSON Lines: one record a line and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.render.format import Format
from policycmp.render.json_text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface


def write_lines(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The records, compact."""
    for record in report.records:
        yield f"{write_json(record)}\n"


FORMAT = Format(
    name="jsonl",
    help="one record a line, for jq and for reading back in",
    suffixes=(".jsonl", ".ndjson"),
    write=write_lines,
)
