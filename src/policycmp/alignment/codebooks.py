"""Another codebook's issues and actors, brought onto this one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.assignment import assign
from policycmp.alignment.caution import measure_backdrop, weigh_rows
from policycmp.alignment.confidence import find_confidence, find_row_confidence
from policycmp.alignment.explain import explain_match
from policycmp.alignment.index import Index
from policycmp.alignment.likeness import compare_with_all, drop_opaque_id, join_by_id
from policycmp.alignment.lookup import list_names
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policycmp.alignment.caution import Backdrop
    from policycmp.alignment.likeness import Likeness
    from policycmp.model.corpus import Corpus
    from policycmp.model.names import Named

    Pair = tuple[int, int]

KINDS = (Kind.ISSUE, Kind.ACTOR)
SURE_IN_PART = 0.98
"""The same where one has all words of the other and a word or two more, which may be the point."""
FLOOR = 0.1
"""Confidence below which a name stands for nothing."""
SURE = 0.95
"""Confidence from which a match is sure, where neither has another word in a word's place, and none may
be the reverse of the other: the same issue, but which way?"""


def align_codebooks(
    ours: Corpus,
    theirs: Corpus,
    *,
    many: bool = False,
    known: Crosswalk | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Crosswalk:
    """What each issue and actor of theirs stands for among ours.

    One to one, unless `many` lets several of theirs stand for one of ours. What `known` says of a
    name is kept as it stands. `report` is told how many names of how many are compared.
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
            report=report,
        )
        found = {match.theirs: match for match in fresh}
        matches += [kept.get((kind, thing.id)) or found[thing.id] for thing in there]
    return Crosswalk(matches=tuple(matches))


def align_names(
    ours: Sequence[Named],
    theirs: Sequence[Named],
    *,
    many: bool = False,
    report: Callable[[int, int], None] | None = None,
) -> tuple[Match, ...]:
    """What each thing of theirs stands for among ours, how sure that is, and why.

    The score of a match is its confidence, 0 to 1: of matches scored .9, nine in ten are right.
    """
    in_order = {thing.id: thing for thing in sorted(theirs, key=_get_id)}  # so that ties fall alike
    matches = _align_sorted(sorted(ours, key=_get_id), tuple(in_order.values()), many, report)
    found = dict(zip(in_order, matches, strict=True))
    return tuple(found[thing.id] for thing in theirs)


def _get_id(thing: Named) -> str:
    return thing.id


def _align_sorted(
    ours: Sequence[Named], theirs: Sequence[Named], many: bool, report: Callable[[int, int], None] | None
) -> tuple[Match, ...]:
    found, backdrop = _compare_all(ours, theirs, report)
    odds = weigh_rows({pair: likeness.odds for pair, likeness in found.items()}, backdrop, many=many)
    confidence = find_row_confidence(odds) if many else find_confidence(odds)
    likely = {pair: value for pair, value in confidence.items() if value >= FLOOR or found[pair].is_equal}
    chosen = _choose_best(likely) if many else assign(likely)
    return tuple(
        _judge(thing, ours[chosen[row]], found[row, chosen[row]], likely[row, chosen[row]])
        if row in chosen
        else Match(kind=thing.kind, theirs=thing.id, ours=None)
        for row, thing in enumerate(theirs)
    )


def _compare_all(
    ours: Sequence[Named], theirs: Sequence[Named], report: Callable[[int, int], None] | None
) -> tuple[dict[Pair, Likeness], Backdrop]:
    """The likeness of each of theirs with those of ours that come near, and what is chance."""
    there = Index(tuple(map(drop_opaque_id, theirs)))
    here = Index(tuple(map(drop_opaque_id, ours)), beside=there)
    numbers = {thing.id: number for number, thing in enumerate(ours)}
    found: dict[Pair, Likeness] = {}
    for row, (thing, wordings) in enumerate(zip(theirs, there.list_wordings(), strict=True)):
        near = compare_with_all(thing, wordings, here)
        if (same := numbers.get(thing.id)) is not None:
            near[same] = join_by_id(thing, near.get(same))
        found |= {(row, column): likeness for column, likeness in near.items()}
        if report:
            report(row + 1, len(theirs))
    return found, measure_backdrop(here)


def _choose_best(likely: Mapping[Pair, float]) -> dict[int, int]:
    """The surest column of each row, the first of equals."""
    return {
        row: column for (row, column), _ in sorted(likely.items(), key=lambda item: (item[1], -item[0][1]))
    }


def _judge(thing: Named, named: Named, likeness: Likeness, confidence: float) -> Match:
    enough = SURE_IN_PART if likeness.is_part else SURE
    is_sure = confidence >= enough and likeness.is_close and not likeness.is_suspected
    return Match(
        kind=thing.kind,
        theirs=thing.id,
        ours=named.id,
        is_reversed=likeness.is_reversed,
        score=round(confidence, 3),
        verdict=Verdict.SURE if is_sure else Verdict.DOUBTFUL,
        why=explain_match(likeness.theirs, named, likeness.ours),
    )


def _list_things(corpus: Corpus, kind: Kind) -> list[Named]:
    """Names as for queries, but issues by their statement too and actors without affiliation."""
    if kind is Kind.ISSUE:
        statements = {issue.id: issue.statement for issue in corpus.issues}
        return [
            replace(
                named, names=(*named.names, *((statement,) if (statement := statements[named.id]) else ()))
            )
            for named in list_names(corpus, [kind])
        ]
    own = {actor.id: actor for actor in corpus.actors}
    return [
        replace(named, names=tuple(n for n in (own[named.id].short, *own[named.id].aliases) if n))
        for named in list_names(corpus, [kind])
    ]
