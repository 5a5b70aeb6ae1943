"""Comma-separated values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.csv_dialect import CSV
from policycmp.render.flat_rows import write_table
from policycmp.render.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Report, Surface


def write_csv(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """The main table's values, a header first."""
    return write_table(report, CSV)


FORMAT = Format(
    name="csv",
    help="the main table for spreadsheets (RFC 4180)",
    suffixes=CSV.suffixes,
    write=write_csv,
)
