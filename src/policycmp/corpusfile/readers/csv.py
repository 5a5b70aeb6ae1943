"""Comma-separated positions."""

from __future__ import annotations

from functools import partial

from policycmp.corpusfile.csv_dialect import CSV
from policycmp.corpusfile.reader import SURE, Reader
from policycmp.corpusfile.tables import names_fields, read_table


def sniff(head: str) -> int:
    """Sure where the first row names fields of a position."""
    return SURE if names_fields(head, CSV) else 0


READER = Reader(
    name="csv",
    suffixes=CSV.suffixes,
    sniff=sniff,
    read=partial(read_table, dialect=CSV),
    bare=True,
)
