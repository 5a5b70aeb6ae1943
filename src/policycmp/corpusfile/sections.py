"""A corpus as the sections of its file, fit to be written: nothing hidden, nothing that goes without
saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import drop_hidden
from policycmp.corpusfile.fields import FORMAT_VERSION, HEAD, KINDS, POSITION
from policycmp.corpusfile.records import record_position, record_thing
from policycmp.model.codebook import FIVE_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Json, Scalar

    Record = Mapping[str, Json]


def record_head(corpus: Corpus) -> Record:
    """What stands at the top of a corpus file."""
    values = {"policycmp": FORMAT_VERSION, "title": corpus.title, "note": corpus.note}
    return _clean({key: values[key] for key in HEAD.names() if values[key] is not None})


def list_sections(corpus: Corpus) -> Iterator[tuple[str, list[Record]]]:
    """Each list of a corpus file with its records, without the scale that every corpus has."""
    for kind in KINDS:
        if kind is POSITION:
            yield kind.section, [*list_positions(corpus)]
        else:
            things = (thing for thing in getattr(corpus, kind.section) if thing != FIVE_POINTS)
            yield kind.section, [_clean(record_thing(thing)) for thing in things]


def list_positions(corpus: Corpus) -> Iterator[dict[str, Scalar]]:
    """The records of the positions."""
    for position in corpus.positions:
        record = record_position(position)
        yield {key: drop_hidden(v) if isinstance(v, str) else v for key, v in record.items()}


def _clean(record: Record) -> Record:
    return {key: _clean_value(value) for key, value in record.items()}


def _clean_value(value: Json) -> Json:
    if isinstance(value, str):
        return drop_hidden(value)
    return [_clean_value(item) for item in value] if isinstance(value, list | tuple) else value
