"""A corpus as plain data for JSON, and back: what the cache holds.

Names that many positions share are numbers, and what has no value is left out, so that reading it
back takes a fraction of what reading the corpus did.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale, Topic
from policycmp.model.corpus import Attribution, Corpus, Position
from policycmp.model.fault import Place
from policycmp.model.source import Evidence, Period, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.origin import Origin

_SECTIONS: dict[str, type] = {
    "scales": Scale,
    "topics": Topic,
    "issues": Issue,
    "actors": Actor,
    "sources": Source,
}
_KINDS = {kind.value: kind for kind in Attribution}


def pack_corpus(corpus: Corpus) -> dict[str, Any]:
    """The corpus as lists, dictionaries, texts and numbers; its files' names are left out."""
    periods: dict[Period, int] = {}
    packed: dict[str, Any] = {
        "title": corpus.title,
        "note": corpus.note,
        "unanswered": corpus.unanswered,
    }
    for section in _SECTIONS:
        packed[section] = [_pack_thing(thing, periods) for thing in getattr(corpus, section)]
    actors, issues, sources = (
        {name: number for number, name in enumerate(names)}
        for names in (corpus.actor_by_id, corpus.issue_by_id, corpus.source_by_id)
    )
    packed["positions"] = [
        [
            *(actors[p.actor], issues[p.issue], sources[p.source]),
            *(p.stance, p.placement, p.attribution.value, p.condition, p.summary),
            None if p.date is None else periods.setdefault(p.date, len(periods)),
            *(p.coder, None if p.evidence is None else _pack_thing(p.evidence, periods)),
            *((p.place.line, p.place.column) if p.place else (None, None)),
        ]
        for p in corpus.positions
    ]
    packed["periods"] = [[p.text, p.first.isoformat(), p.last.isoformat()] for p in periods]
    return packed


def unpack_corpus(packed: dict[str, Any], origin: Origin) -> Corpus:
    """The corpus again, as if it had just been read from the file of that name.

    Raises KeyError, IndexError, TypeError or ValueError for data of another shape.
    """
    periods = [
        Period(text=text, first=date.fromisoformat(first), last=date.fromisoformat(last))
        for text, first, last in packed["periods"]
    ]
    sections: dict[str, Any] = {
        section: tuple(_unpack_thing(kind, given, periods) for given in packed[section])
        for section, kind in _SECTIONS.items()
    }
    return Corpus(
        title=packed["title"],
        note=packed["note"],
        positions=_unpack_positions(packed["positions"], sections, periods, origin.name),
        origins=(origin,),
        unanswered=packed["unanswered"],
        **sections,
    )


def _pack_thing(thing: Any, periods: dict[Period, int]) -> dict[str, Any]:  # noqa: ANN401  any noun
    given: dict[str, Any] = {}
    for name in thing.__slots__:
        value = getattr(thing, name)
        if isinstance(value, Period):
            value = periods.setdefault(value, len(periods))
        if value is not None and value != ():
            given[name] = value
    return given


def _unpack_thing(kind: type, given: dict[str, Any], periods: Sequence[Period]) -> object:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    if "published" in given:
        values["published"] = periods[given["published"]]
    return kind(**values)


def _unpack_positions(
    rows: Sequence[Sequence[Any]], sections: dict[str, Any], periods: Sequence[Period], file: str
) -> tuple[Position, ...]:
    actors, issues, sources = (
        [thing.id for thing in sections[name]] for name in ("actors", "issues", "sources")
    )
    positions = []
    for row in rows:
        actor, issue, source, stance, placement, attribution, condition, summary, period, *rest = row
        coder, evidence, line, column = rest
        positions.append(
            Position(
                actor=actors[actor],
                issue=issues[issue],
                source=sources[source],
                stance=stance,
                placement=placement,
                attribution=_KINDS[attribution],
                condition=condition,
                summary=summary,
                date=None if period is None else periods[period],
                coder=coder,
                evidence=None if evidence is None else Evidence(**evidence),
                place=None if line is None else Place(file=file, line=line, column=column),
            )
        )
    return tuple(positions)
