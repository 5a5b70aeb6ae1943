"""Another codebook's issues and actors, brought onto this one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.lookup import list_names
from policycmp.alignment.name_lists import align_names
from policycmp.model.choices import Bound
from policycmp.model.crosswalk import Crosswalk, Match
from policycmp.model.names import Kind
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.model.corpus import Corpus
    from policycmp.model.names import Named

KINDS = (Kind.ISSUE, Kind.ACTOR)
BOUNDS = {Kind.ISSUE: (Bound.TOPIC,), Kind.ACTOR: (Bound.AFFILIATION, Bound.KIND)}
"""What tells things of each kind apart beside their names."""


def align_codebooks(
    ours: Corpus,
    theirs: Corpus,
    *,
    many: bool = False,
    known: Crosswalk | None = None,
    within: Bound | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Crosswalk:
    """What each issue and actor of theirs stands for among ours.

    One to one, unless `many` lets several of theirs stand for one of ours. What `known` says of a
    name is kept as it stands. `within` an affiliation or a kind, only actors that share it are
    matched, and within a topic only issues. `report` is told how many names of how many are compared.
    """
    kept = {(match.kind, match.theirs): match for match in (known.matches if known else ())}
    matches: list[Match] = []
    for kind in KINDS:
        here, there = _list_things(ours, kind), _list_things(theirs, kind)
        taken = {m.ours for m in kept.values() if m.kind is kind} if not many else set()
        fresh = align_names(
            [thing for thing in here if thing.id not in taken],
            [thing for thing in there if (kind, thing.id) not in kept],
            many=many,
            within=within if within in BOUNDS[kind] else None,
            report=report,
        )
        found = {match.theirs: match for match in fresh}
        matches += [kept.get((kind, thing.id)) or found[thing.id] for thing in there]
    return Crosswalk(matches=tuple(matches))


def choose_kinds(found: Crosswalk) -> Crosswalk:
    """One match for each label that was matched as an issue and as an actor: the surer one."""
    best: dict[str, Match] = {}
    for match in found.matches:
        if match.theirs not in best or match.score > best[match.theirs].score:
            best[match.theirs] = match
    return replace(found, matches=tuple(best.values()))


def _list_things(corpus: Corpus, kind: Kind) -> list[Named]:
    """Names as for queries, but issues by their statement too and actors without affiliation, which
    bounds them instead."""
    if kind is Kind.ISSUE:
        issues, topics = {issue.id: issue for issue in corpus.issues}, corpus.topics
        titles = {topic.id: topic.title for topic in topics}
        return [
            replace(
                named,
                names=(*named.names, *filter(None, [issues[named.id].statement])),
                bounds=_list_bounds((Bound.TOPIC, titles.get(issues[named.id].topic or ""))),
            )
            for named in list_names(corpus, [kind])
        ]
    actors = {actor.id: actor for actor in corpus.actors}
    return [
        replace(
            named,
            names=tuple(n for n in (actors[named.id].short, *actors[named.id].aliases) if n),
            bounds=_list_bounds(
                (Bound.AFFILIATION, actors[named.id].affiliation), (Bound.KIND, actors[named.id].kind)
            ),
        )
        for named in list_names(corpus, [kind])
    ]


def _list_bounds(*values: tuple[Bound, str | None]) -> tuple[tuple[Bound, str], ...]:
    return tuple((bound, value) for bound, value in values if value)
