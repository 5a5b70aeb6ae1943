"""Lists: what a corpus holds, one kind at a time."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from policycmp.model.comparison import Filters
from policycmp.model.report import Column, Deferred, Entry, Report, Role, Section, Table
from policycmp.tabulate.provenance import describe_provenance, record_provenance
from policycmp.tabulate.records import POSITION_KEYS, record_position, record_thing
from policycmp.tabulate.stances import describe_position, tone_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Topic
    from policycmp.model.comparison import Selection
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.report import Scalar
    from policycmp.model.source import Source

    Rows = list[tuple[Entry, ...]]


def list_positions(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """The positions as they would stand in a corpus file; what CSV and JSON Lines write can be
    read back as a corpus."""
    rows = tuple(_position_row(corpus, position) for position in selection.positions)
    roles = {"summary": Role.PROSE, "condition": Role.PROSE, "paragraph": Role.NUMBER}
    used = [
        key for n, key in enumerate(POSITION_KEYS) if n < 5 or any(row[n].value is not None for row in rows)
    ]
    kept = [POSITION_KEYS.index(key) for key in used]
    table = Table(
        columns=tuple(
            Column(name=k, title=k, role=roles.get(k, Role.KEY if k == "actor" else Role.VALUE)) for k in used
        ),
        sections=(Section(rows=tuple(tuple(row[n] for n in kept) for row in rows)),),
    )
    return Report(
        name="positions",
        tables=(table,),
        records=Deferred(partial(map, record_position, selection.positions)),
        provenance=describe_provenance(corpus, filters, selection),
        about=record_provenance(corpus, filters, selection),
        listing=True,
    )


def list_issues(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Issues in codebook order, with how many actors and positions speak to each."""
    spoken = Counter(p.issue for p in selection.positions)
    actors = Counter(issue for _, issue in {(p.actor, p.issue) for p in selection.positions})
    things = [thing for thing in corpus.issues if spoken[thing.id] or filters == Filters()]
    return _list(
        "issues",
        corpus,
        filters,
        selection,
        columns=(
            Column(name="id", title="Id", role=Role.KEY),
            Column(name="topic", title="Topic"),
            Column(name="actors", title="Actors", role=Role.NUMBER),
            Column(name="positions", title="Positions", role=Role.NUMBER),
            Column(name="statement", title="Statement", role=Role.PROSE),
        ),
        rows=[(i.id, i.topic, actors[i.id], spoken[i.id], i.statement or i.title) for i in things],
        things=things,
    )


def list_actors(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Actors in codebook order, with how many issues each speaks to and in how many sources."""
    issues = Counter(actor for actor, _ in {(p.actor, p.issue) for p in selection.positions})
    sources = Counter(actor for actor, _ in {(p.actor, p.source) for p in selection.positions})
    things = [thing for thing in corpus.actors if issues[thing.id] or filters == Filters()]
    return _list(
        "actors",
        corpus,
        filters,
        selection,
        columns=(
            Column(name="id", title="Id", role=Role.KEY),
            Column(name="kind", title="Kind"),
            Column(name="issues", title="Issues", role=Role.NUMBER),
            Column(name="sources", title="Sources", role=Role.NUMBER),
            Column(name="name", title="Name", role=Role.PROSE),
        ),
        rows=[(a.id, a.kind, issues[a.id], sources[a.id], a.name) for a in things],
        things=things,
    )


def list_sources(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Sources in corpus order, with date and how many positions each shows."""
    shown = Counter(p.source for p in selection.positions)
    things = [thing for thing in corpus.sources if shown[thing.id] or filters == Filters()]
    return _list(
        "sources",
        corpus,
        filters,
        selection,
        columns=(
            Column(name="id", title="Id", role=Role.KEY),
            Column(name="published", title="Published"),
            Column(name="positions", title="Positions", role=Role.NUMBER),
            Column(name="title", title="Title", role=Role.PROSE),
        ),
        rows=[(s.id, s.published.text if s.published else None, shown[s.id], s.title) for s in things],
        things=things,
    )


def list_topics(corpus: Corpus, filters: Filters, selection: Selection) -> Report:
    """Topics in codebook order, with how many issues and positions each has."""
    issues = Counter(issue.topic for issue in corpus.issues)
    spoken = Counter(corpus.issue_by_id[p.issue].topic for p in selection.positions)
    things = [thing for thing in corpus.topics if spoken[thing.id] or filters == Filters()]
    return _list(
        "topics",
        corpus,
        filters,
        selection,
        columns=(
            Column(name="id", title="Id", role=Role.KEY),
            Column(name="issues", title="Issues", role=Role.NUMBER),
            Column(name="positions", title="Positions", role=Role.NUMBER),
            Column(name="title", title="Title", role=Role.PROSE),
        ),
        rows=[(t.id, issues[t.id], spoken[t.id], t.title) for t in things],
        things=things,
    )


def _position_row(corpus: Corpus, position: Position) -> tuple[Entry, ...]:
    record = record_position(position)
    entries = []
    for key in POSITION_KEYS:
        value = record.get(key)
        scalar: Scalar = value if isinstance(value, str | int | float) else None
        if key == "stance":
            text = describe_position(corpus.scale_of(position.issue), position)
            tone = tone_of(position.placement or 0)
            entries.append(Entry(text=text, value=scalar, tone=tone))
        else:
            entries.append(Entry(text="" if scalar is None else str(scalar), value=scalar))
    return tuple(entries)


def _list(
    name: str,
    corpus: Corpus,
    filters: Filters,
    selection: Selection,
    *,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Scalar, ...]],
    things: Sequence[Issue | Topic | Actor | Source],
) -> Report:
    entered = tuple(tuple(Entry(text="" if v is None else str(v), value=v) for v in row) for row in rows)
    return Report(
        name=name,
        tables=(Table(columns=columns, sections=(Section(rows=entered),)),),
        records=Deferred(partial(map, record_thing, things)),
        provenance=describe_provenance(corpus, filters, selection),
        about=record_provenance(corpus, filters, selection),
        listing=True,
    )
