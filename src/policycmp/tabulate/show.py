"""Everything on an actor, an issue, a source, or where they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_position
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.anchors import locate_evidence, phrase_condition, quote_anchor
from policycmp.tabulate.parts.links import link_passage
from policycmp.tabulate.parts.passages import describe_passage, record_passage
from policycmp.tabulate.parts.provenance import describe_briefly, describe_provenance, record_provenance
from policycmp.tabulate.parts.stances import describe_position, tone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.filters import Filters, Selection
    from policycmp.model.report import Json
    from policycmp.model.verification import Verification


def tabulate_dossier(
    corpus: Corpus,
    filters: Filters,
    selection: Selection,
    passages: Mapping[Position, Verification] | None = None,
) -> Report:
    """The selected positions with summary, attribution, condition and place, by issue in
    codebook order; above them, who or what the filters name. `passages` show each in its text."""
    results = passages or {}
    sections: dict[str, list[tuple[Entry, ...]]] = {}
    shown = _sort_positions(corpus, selection.positions)
    for position in shown:
        issue = corpus.issue_by_id[position.issue]
        topic = corpus.topic_by_id[issue.topic].title if issue.topic else ""
        sections.setdefault(topic, []).append(
            _enter_position(corpus, position, filters, results.get(position))
        )
    columns = [
        Column(name="issue", title="Issue", role=Role.KEY),
        Column(name="actor", title="Actor", role=Role.KEY),
        Column(name="stance", title="Stance"),
        Column(name="summary", title="In short", role=Role.PROSE),
        Column(name="where", title="Where", role=Role.PROSE),
    ]
    kept = [n for n, column in enumerate(columns) if not _is_constant(column.name, filters)]
    return Report(
        name="show",
        tables=(
            Table(
                columns=tuple(columns[n] for n in kept),
                sections=tuple(
                    Section(title=title, rows=tuple(tuple(row[n] for n in kept) for row in rows))
                    for title, rows in sections.items()
                ),
            ),
        ),
        flat=_flatten(corpus, shown),
        records=[_record_position(corpus, position, results.get(position)) for position in shown],
        title=_name_subject(corpus, filters),
        notes=tuple(_describe_subject(corpus, filters)),
        brief=describe_briefly(corpus, filters, selection),
        provenance=describe_provenance(corpus, filters, selection),
        about=record_provenance(corpus, filters, selection),
    )


def _flatten(corpus: Corpus, positions: Sequence[Position]) -> Table:
    """The same columns whatever is asked for, for spreadsheets."""
    names = (
        "issue",
        "actor",
        "stance",
        "attribution",
        "condition",
        "summary",
        "source",
        "date",
        "place",
        "link",
    )
    rows = []
    for position in positions:
        period, source = corpus.date_of(position), corpus.source_by_id[position.source]
        values = (
            *(position.issue, position.actor, position.stance, position.attribution.value),
            *(position.condition, position.summary, position.source, period.text if period else None),
            *(locate_evidence(corpus, position), link_passage(source, position.evidence)),
        )
        rows.append(tuple(Entry(text="" if v is None else str(v), value=v) for v in values))
    columns = tuple(Column(name=name, title=name) for name in names)
    return Table(columns=columns, sections=(Section(rows=tuple(rows)),))


def _is_constant(column: str, filters: Filters) -> bool:
    """Whether the title already says what the column would repeat in every row."""
    return (column == "actor" and len(filters.actors) == 1) or (
        column == "issue" and len(filters.issues) == 1
    )


def _sort_positions(corpus: Corpus, positions: Sequence[Position]) -> list[Position]:
    topics = {topic.id: n for n, topic in enumerate(corpus.topics)}
    issues = {i.id: (topics.get(i.topic or "", len(topics)), n) for n, i in enumerate(corpus.issues)}
    actors = {actor.id: n for n, actor in enumerate(corpus.actors)}
    return sorted(positions, key=lambda p: (issues[p.issue], actors[p.actor]))


def _enter_position(
    corpus: Corpus, position: Position, filters: Filters, result: Verification | None
) -> tuple[Entry, ...]:
    issue, actor = corpus.issue_by_id[position.issue], corpus.actor_by_id[position.actor]
    condition = f" Only {phrase_condition(position)}." if position.condition else ""
    anchor = quote_anchor(position)
    where = f"{position.attribution}, {locate_evidence(corpus, position)}"
    period = corpus.date_of(position)
    if period and not filters.sources:
        where += f", {period.text}"
    return (
        Entry(text=issue.title, value=issue.id),
        Entry(text=corpus.actor_labels[actor.id], value=actor.id),
        Entry(
            text=describe_position(corpus.scale_of(issue.id), position) + (" if …" if condition else ""),
            value=position.stance,
            tone=tone_of(position.placement or 0),
        ),
        Entry(
            text=(position.summary or "") + condition,
            value=position.summary,
            details=describe_passage(result),
        ),
        Entry(text=f"{where}: {anchor}" if anchor and not result else where, value=where),
    )


def _record_position(corpus: Corpus, position: Position, result: Verification | None) -> dict[str, Json]:
    source = corpus.source_by_id[position.source]
    record: dict[str, Json] = {**record_position(position)}
    record["actor_name"] = corpus.actor_by_id[position.actor].name
    record["issue_title"] = corpus.issue_by_id[position.issue].title
    record["placement"] = position.placement
    record["source_title"] = source.title
    record["link"] = link_passage(source, position.evidence)
    if result:
        record["passage"] = record_passage(result)
    return record


def _name_subject(corpus: Corpus, filters: Filters) -> str:
    names = [corpus.actor_names[actor] for actor in filters.actors]
    names += [corpus.issue_by_id[issue].title for issue in filters.issues]
    names += [corpus.topic_by_id[topic].title for topic in filters.topics]
    names += [corpus.source_by_id[source].title for source in filters.sources]
    return " · ".join(names)


def _describe_subject(corpus: Corpus, filters: Filters) -> Iterator[str]:
    for key in filters.issues:
        issue = corpus.issue_by_id[key]
        if issue.statement:
            yield f"{issue.title}: “{issue.statement}” Agreeing with it is +."
    for key in filters.actors:
        actor = corpus.actor_by_id[key]
        facts = ", ".join(fact for fact in (actor.kind, actor.affiliation) if fact)
        if facts or actor.note:
            known = ". ".join(fact for fact in (facts, actor.note) if fact)
            yield f"{corpus.actor_names[actor.id]}: {known}."
    for key in filters.sources:
        source = corpus.source_by_id[key]
        published = source.published.text if source.published else "undated"
        written = ", ".join(fact for fact in (source.author, source.publisher, published) if fact)
        yield f"{source.title}: {written}. {source.note or ''}".rstrip()
        if source.url:
            yield source.url
