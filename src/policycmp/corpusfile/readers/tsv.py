"""Tab-separated positions."""

from __future__ import annotations

from functools import partial

from policycmp.corpusfile.reader import Reader
from policycmp.corpusfile.tables import read_delimited


def sniff(head: str) -> bool:
    """Whether the first row names fields of a position."""
    first = head.lstrip("\ufeff").partition("\n")[0].rstrip("\r")
    return {"actor", "issue"} <= {cell.strip('"') for cell in first.split("\t")}


READER = Reader(
    name="tsv",
    suffixes=(".tsv", ".tab"),
    sniff=sniff,
    read=partial(read_delimited, delimiter="\t"),
    bare=True,
)
