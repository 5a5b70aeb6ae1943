"""Comma-separated positions."""

from __future__ import annotations

from functools import partial

from policycmp.corpusfile.csv_dialect import CSV
from policycmp.corpusfile.tables import write_table
from policycmp.corpusfile.writer import Writer

WRITER = Writer(
    name="csv",
    suffixes=CSV.suffixes,
    write=partial(write_table, dialect=CSV),
    bare=True,
)
