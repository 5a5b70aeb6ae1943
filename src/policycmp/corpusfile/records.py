"""The nouns as flat records, with the keys a corpus file has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from policycmp.model.corpus import Attribution
from policycmp.model.source import Period

if TYPE_CHECKING:
    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Scale, Topic
    from policycmp.model.corpus import Position
    from policycmp.model.crosswalk import Match
    from policycmp.model.report import Json, Scalar
    from policycmp.model.source import Source

    Thing = Issue | Topic | Actor | Source | Scale


def record_position(position: Position) -> dict[str, Scalar]:
    """The position as it would stand in a corpus file; keys without a value are left out, but
    for the stance, which says by its absence of value that it is open."""
    record: dict[str, Scalar] = {}
    evidence = position.evidence
    for key, of_evidence in _list_keys():
        value = getattr(evidence, key, None) if of_evidence else getattr(position, key)
        if value is not None or key == "stance":
            record[key] = _flatten(value)
    return record


def record_thing(thing: Thing) -> dict[str, Json]:
    """An issue, topic, actor, source or scale as it would stand in a corpus file."""
    values = {key: getattr(thing, key) for key in _list_keys_of(type(thing).__name__.lower())}
    return {key: _flatten(value) for key, value in values.items() if value is not None and value != ()}


def record_match(match: Match) -> dict[str, Json]:
    """The match as it would stand in a crosswalk file."""
    return {
        "from": match.theirs,
        "to": match.ours,
        "reversed": match.is_reversed,
        "score": match.score,
        "verdict": match.verdict.value,
        "why": match.why,
    }


# The declaration of the format is imported once a record is made: most output has none.


@cache
def _list_keys() -> tuple[tuple[str, bool], ...]:
    """The keys of a position, and whether each is one of its evidence."""
    from policycmp.corpusfile.fields import EVIDENCE, POSITION

    return tuple((field.name, field in EVIDENCE) for field in POSITION.fields)


@cache
def _list_keys_of(noun: str) -> tuple[str, ...]:
    from policycmp.corpusfile.fields import KINDS

    return next(kind.names() for kind in KINDS if kind.noun == noun)


def _flatten(value: Any) -> Any:  # noqa: ANN401  what a noun holds
    """A date as its text, a choice as its word, all else as it is."""
    if isinstance(value, Period):
        return value.text
    return value.value if isinstance(value, Attribution) else value
