"""The nouns as flat records, with the keys a corpus file has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.characters import drop_hidden
from policycmp.corpusfile.fields import (
    ACTOR,
    EVIDENCE,
    FORMAT_VERSION,
    HEAD,
    ISSUE,
    KINDS,
    POSITION,
    SCALE,
    SOURCE,
    TOPIC,
)
from policycmp.model.actor import Actor
from policycmp.model.codebook import FIVE_POINTS, Issue, Scale, Topic
from policycmp.model.corpus import Attribution
from policycmp.model.source import Period, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.report import Json, Scalar

    Record = Mapping[str, Json]
    Thing = Issue | Topic | Actor | Source | Scale

_EVIDENCE = frozenset(field.name for field in EVIDENCE)
_KEYS = tuple((key, key in _EVIDENCE) for key in POSITION.names())
_KINDS = {Scale: SCALE, Topic: TOPIC, Issue: ISSUE, Actor: ACTOR, Source: SOURCE}


def record_position(position: Position) -> dict[str, Scalar]:
    """The position as it would stand in a corpus file; keys without a value are left out, but
    for the stance, which says by its absence of value that it is open."""
    record: dict[str, Scalar] = {}
    evidence = position.evidence
    for key, of_evidence in _KEYS:
        value = getattr(evidence, key, None) if of_evidence else getattr(position, key)
        if value is not None or key == "stance":
            record[key] = _flatten(value)
    return record


def record_thing(thing: Thing) -> dict[str, Json]:
    """An issue, topic, actor, source or scale as it would stand in a corpus file."""
    values = {key: getattr(thing, key) for key in _KINDS[type(thing)].names()}
    return {key: _flatten(value) for key, value in values.items() if value is not None and value != ()}


def record_head(corpus: Corpus) -> Record:
    """What stands at the top of a corpus file, fit to be written."""
    values = {"policycmp": FORMAT_VERSION, "title": corpus.title, "note": corpus.note}
    return _clean({key: values[key] for key in HEAD.names() if values[key] is not None})


def list_sections(corpus: Corpus) -> Iterator[tuple[str, list[Record]]]:
    """Each list of a corpus file with its records, fit to be written: without hidden characters, and
    without the scale that every corpus has."""
    for kind in KINDS:
        if kind is POSITION:
            yield kind.section, [*list_positions(corpus)]
        else:
            things = (thing for thing in getattr(corpus, kind.section) if thing != FIVE_POINTS)
            yield kind.section, [_clean(record_thing(thing)) for thing in things]


def list_positions(corpus: Corpus) -> Iterator[dict[str, Scalar]]:
    """The records of the positions, fit to be written."""
    for position in corpus.positions:
        record = record_position(position)
        yield {key: drop_hidden(v) if isinstance(v, str) else v for key, v in record.items()}


def _flatten(value: Any) -> Any:  # noqa: ANN401  what a noun holds
    """A date as its text, a choice as its word, all else as it is."""
    if isinstance(value, Period):
        return value.text
    return value.value if isinstance(value, Attribution) else value


def _clean(record: Record) -> Record:
    return {key: _clean_value(value) for key, value in record.items()}


def _clean_value(value: Json) -> Json:
    if isinstance(value, str):
        return drop_hidden(value)
    return [_clean_value(item) for item in value] if isinstance(value, list | tuple) else value
