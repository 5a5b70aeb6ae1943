"""Lists: what a corpus holds, one kind at a time."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from policycmp.corpusfile.records import record_position, record_thing
from policycmp.model.filters import Filters
from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_provenance, record_provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Topic
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Selection
    from policycmp.model.report import Json, Scalar
    from policycmp.model.source import Source

Thing = TypeVar("Thing", bound="Issue | Topic | Actor | Source")


def list_positions(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """The positions as they would stand in a corpus file; what CSV and JSON Lines write can be
    read back as a corpus."""
    from policycmp.corpusfile.fields import POSITION

    rows = tuple(_position_row(corpus, position, POSITION.names()) for position in selection.positions)
    roles = {"summary": Role.PROSE, "condition": Role.PROSE, "paragraph": Role.NUMBER}
    used = {
        number: field.name
        for number, field in enumerate(POSITION.fields)
        if field.required or any(row[number].value is not None for row in rows)
    }
    table = Table(
        columns=tuple(
            Column(name=key, title=key, role=roles.get(key, Role.KEY if key == "actor" else Role.VALUE))
            for key in used.values()
        ),
        sections=(Section(rows=tuple(tuple(row[number] for number in used) for row in rows)),),
    )
    records = Deferred(partial(map, record_position, selection.positions))
    return _Listing(corpus, filters, selection).build_report("positions", table, records)


def list_issues(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Issues in codebook order, with how many actors and positions speak to each."""
    spoken = Counter(p.issue for p in selection.positions)
    actors = Counter(issue for _, issue in {(p.actor, p.issue) for p in selection.positions})
    return _Listing(corpus, filters, selection).list_things(
        "issues",
        corpus.issues,
        spoken,
        ("topic", Role.VALUE, lambda issue: issue.topic),
        ("actors", Role.NUMBER, lambda issue: actors[issue.id]),
        ("positions", Role.NUMBER, lambda issue: spoken[issue.id]),
        ("statement", Role.PROSE, lambda issue: issue.statement or issue.title),
    )


def list_actors(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Actors in codebook order, with how many issues each speaks to and in how many sources."""
    issues = Counter(actor for actor, _ in {(p.actor, p.issue) for p in selection.positions})
    sources = Counter(actor for actor, _ in {(p.actor, p.source) for p in selection.positions})
    return _Listing(corpus, filters, selection).list_things(
        "actors",
        corpus.actors,
        issues,
        ("kind", Role.VALUE, lambda actor: actor.kind),
        ("issues", Role.NUMBER, lambda actor: issues[actor.id]),
        ("sources", Role.NUMBER, lambda actor: sources[actor.id]),
        ("name", Role.PROSE, lambda actor: actor.name),
    )


def list_sources(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Sources in corpus order, with date and how many positions each shows."""
    shown = Counter(p.source for p in selection.positions)
    return _Listing(corpus, filters, selection).list_things(
        "sources",
        corpus.sources,
        shown,
        ("published", Role.VALUE, lambda source: source.published.text if source.published else None),
        ("positions", Role.NUMBER, lambda source: shown[source.id]),
        ("title", Role.PROSE, lambda source: source.title),
    )


def list_topics(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Topics in codebook order, with how many issues and positions each has."""
    issues = Counter(issue.topic for issue in corpus.issues)
    spoken = Counter(corpus.issue_by_id[p.issue].topic or "" for p in selection.positions)
    return _Listing(corpus, filters, selection).list_things(
        "topics",
        corpus.topics,
        spoken,
        ("issues", Role.NUMBER, lambda topic: issues[topic.id]),
        ("positions", Role.NUMBER, lambda topic: spoken[topic.id]),
        ("title", Role.PROSE, lambda topic: topic.title),
    )


def _position_row(corpus: Corpus, position: Position, keys: Sequence[str]) -> tuple[Entry, ...]:
    from policycmp.tabulate.parts.stances import describe_position, tone_of

    record = record_position(position)
    entries = []
    for key in keys:
        scalar = record.get(key)
        if key == "stance":
            text = describe_position(corpus.scale_of(position.issue), position)
            tone = tone_of(position.placement or 0)
            entries.append(Entry(text=text, value=scalar, tone=tone))
        else:
            entries.append(Entry(text="" if scalar is None else str(scalar), value=scalar))
    return tuple(entries)


class _Listing:
    """What a list is made from, with the lists of things by their ids."""

    def __init__(self, corpus: Corpus, filters: Filters, selection: Selection) -> None:
        self.everything = filters == Filters()
        self.provenance = describe_provenance(corpus, filters, selection)
        self.about = record_provenance(corpus, filters, selection)

    def list_things(
        self,
        name: str,
        things: Sequence[Thing],
        spoken: Mapping[str, int],
        *columns: tuple[str, Role, Callable[[Thing], Scalar]],
    ) -> Report:
        """Those that positions speak of, all of them without filters: the id, then the columns."""
        listed = [thing for thing in things if self.everything or spoken.get(thing.id)]
        rows = [(thing.id, *(read(thing) for _, _, read in columns)) for thing in listed]
        heads = (("id", Role.KEY), *((head, role) for head, role, _ in columns))
        table = Table(
            columns=tuple(Column(name=head, title=head.capitalize(), role=role) for head, role in heads),
            sections=(
                Section(
                    rows=tuple(
                        tuple(Entry(text="" if v is None else str(v), value=v) for v in row) for row in rows
                    )
                ),
            ),
        )
        return self.build_report(name, table, Deferred(partial(map, record_thing, listed)))

    def build_report(self, name: str, table: Table, records: Sequence[Mapping[str, Json]]) -> Report:
        """The table as a list."""
        return Report(
            name=name,
            tables=(table,),
            records=records,
            provenance=self.provenance,
            about=self.about,
            listing=True,
        )
