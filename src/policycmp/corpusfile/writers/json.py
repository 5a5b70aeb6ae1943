"""JSON: a whole corpus as one document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policycmp.corpusfile.sections import list_sections, record_head
from policycmp.corpusfile.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus


def write(corpus: Corpus) -> Iterator[str]:
    """The corpus as a JSON document, a record a line."""
    lead = "{\n"
    for key, value in record_head(corpus).items():
        yield f"{lead} {_encode(key)}: {_encode(value)}"
        lead = ",\n"
    for section, records in list_sections(corpus):
        for number, record in enumerate(records):
            yield f"{lead} {_encode(section)}: [\n  " if number == 0 else ",\n  "
            yield _encode(record)
            lead = ",\n"
        yield "\n ]" if records else ""
    yield "\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode

WRITER = Writer(name="json", suffixes=(".json",), write=write)
