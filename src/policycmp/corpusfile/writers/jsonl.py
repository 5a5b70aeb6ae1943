"""JSON Lines: positions, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policycmp.corpusfile.sections import list_positions
from policycmp.corpusfile.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus


def write(corpus: Corpus) -> Iterator[str]:
    """The positions, one JSON object a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for record in list_positions(corpus):
        yield f"{encode(record)}\n"


WRITER = Writer(name="jsonl", suffixes=(".jsonl", ".ndjson"), write=write, bare=True)
