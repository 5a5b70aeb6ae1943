"""Tab-separated positions."""

from __future__ import annotations

from functools import partial

from policycmp.corpusfile.csv_dialect import TSV
from policycmp.corpusfile.tables import write_table
from policycmp.corpusfile.writer import Writer

WRITER = Writer(
    name="tsv",
    suffixes=TSV.suffixes,
    write=partial(write_table, dialect=TSV),
    bare=True,
)
