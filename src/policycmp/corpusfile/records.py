"""The nouns as flat records, with the keys a corpus file has."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from policycmp.model.source import Evidence

if TYPE_CHECKING:
    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Scale, Topic
    from policycmp.model.corpus import Position
    from policycmp.model.report import Json
    from policycmp.model.source import Source

    Record = dict[str, Json]


POSITION_KEYS = (
    *("actor", "issue", "stance", "source", "attribution", "condition", "summary", "date", "coder"),
    *(field.name for field in fields(Evidence)),
)
"""The columns of a position's record, in the order they are written."""


def record_position(position: Position) -> Record:
    """The position as it would stand in a corpus file; keys without a value are left out, but
    for the stance, which says by its absence of value that it is open."""
    record: Record = {
        "actor": position.actor,
        "issue": position.issue,
        "stance": position.stance,
        "source": position.source,
        "attribution": position.attribution.value,
        "condition": position.condition,
        "summary": position.summary,
        "date": position.date.text if position.date else None,
        "coder": position.coder,
    }
    if position.evidence:
        record |= {field.name: getattr(position.evidence, field.name) for field in fields(position.evidence)}
    return {key: value for key, value in record.items() if value is not None or key == "stance"}


def record_thing(thing: Issue | Topic | Actor | Source | Scale) -> Record:
    """An issue, topic, actor, source or scale as it would stand in a corpus file."""
    record: Record = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if value not in (None, ()):
            record[field.name] = getattr(value, "text", value)
    return record
