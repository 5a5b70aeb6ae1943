"""A list of things with their names, brought onto another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.assignment import assign
from policycmp.alignment.bounds import Bounds, list_blocks
from policycmp.alignment.caution import measure_backdrop, weigh_rows
from policycmp.alignment.confidence import find_confidence, find_row_confidence
from policycmp.alignment.explain import explain_match
from policycmp.alignment.index import Index
from policycmp.alignment.likeness import compare_with_all, drop_opaque_id, join_by_id
from policycmp.model.crosswalk import Match, Verdict
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policycmp.alignment.bounds import Values
    from policycmp.alignment.caution import Backdrop
    from policycmp.alignment.likeness import Likeness
    from policycmp.model.choices import Bound
    from policycmp.model.names import Named

    Pair = tuple[int, int]

FLOOR = 0.1
"""Confidence below which a name stands for nothing."""


def align_names(
    ours: Sequence[Named],
    theirs: Sequence[Named],
    *,
    many: bool = False,
    within: Bound | None = None,
    report: Callable[[int, int], None] | None = None,
) -> tuple[Match, ...]:
    """What each thing of theirs stands for among ours, how sure that is, and why.

    The score of a match is its confidence, 0 to 1: of matches scored .9, nine in ten are right. With
    `within`, only things of one affiliation, kind or topic are matched; what has none with all.
    """
    in_order = {thing.id: thing for thing in sorted(theirs, key=_get_id)}  # so that ties fall alike
    matches = _align_sorted(sorted(ours, key=_get_id), tuple(in_order.values()), many, within, report)
    found = dict(zip(in_order, matches, strict=True))
    return tuple(found[thing.id] for thing in theirs)


def _get_id(thing: Named) -> str:
    return thing.id


def _align_sorted(
    ours: Sequence[Named],
    theirs: Sequence[Named],
    many: bool,
    within: Bound | None,
    report: Callable[[int, int], None] | None,
) -> tuple[Match, ...]:
    found, odds = _weigh_all(ours, theirs, many, within, report)
    confidence = find_row_confidence(odds) if many else find_confidence(odds)
    likely = {pair: value for pair, value in confidence.items() if value >= FLOOR or found[pair].is_equal}
    chosen = _choose_best(likely) if many else assign(likely)
    return tuple(
        _judge(thing, ours[chosen[row]], found[row, chosen[row]], likely[row, chosen[row]], many=many)
        if row in chosen
        else Match(kind=thing.kind, theirs=thing.id, ours=None)
        for row, thing in enumerate(theirs)
    )


def _weigh_all(
    ours: Sequence[Named],
    theirs: Sequence[Named],
    many: bool,
    within: Bound | None,
    report: Callable[[int, int], None] | None,
) -> tuple[dict[Pair, Likeness], dict[Pair, float]]:
    """The likeness of all pairs that come near, and the log of the odds of each, block by block."""
    found: dict[Pair, Likeness] = {}
    odds: dict[Pair, float] = {}
    done = 0
    for columns, rows in list_blocks(ours, theirs, within):

        def tell(number: int, _: int, before: int = done) -> None:
            if report:
                report(before + number, len(theirs))

        there = [theirs[row] for row in rows]
        near, backdrop = _compare_all([ours[column] for column in columns], there, tell)
        weighed = weigh_rows({pair: each.odds for pair, each in near.items()}, backdrop, many=many)
        found |= {(rows[r], columns[c]): each for (r, c), each in near.items()}
        odds |= {(rows[r], columns[c]): value for (r, c), value in weighed.items()}
        done += len(rows)
    return found, odds


def _compare_all(
    ours: Sequence[Named], theirs: Sequence[Named], report: Callable[[int, int], None] | None
) -> tuple[dict[Pair, Likeness], Backdrop]:
    """The likeness of each of theirs with those of ours that come near, and what is chance."""
    there = Index(tuple(map(drop_opaque_id, theirs)))
    here = Index(tuple(map(drop_opaque_id, ours)), beside=there)
    bounds = Bounds(ours)
    numbers = {thing.id: number for number, thing in enumerate(ours)}
    found: dict[Pair, Likeness] = {}
    for row, (thing, wordings) in enumerate(zip(theirs, there.list_wordings(), strict=True)):
        values = bounds.read(thing)
        near = compare_with_all(thing, wordings, here, bounds.list_alike(values))
        if (same := numbers.get(thing.id)) is not None:
            near[same] = join_by_id(thing, near.get(same))
        for column, likeness in near.items():
            found[row, column] = _bound(likeness, bounds, values, column)
        if report:
            report(row + 1, len(theirs))
    return found, measure_backdrop(here, bounds)


def _bound(likeness: Likeness, bounds: Bounds, values: Values, column: int) -> Likeness:
    """The likeness with what affiliation, kind and topic say for and against it."""
    if not values:
        return likeness
    is_apart = bounds.part(values, column)
    return replace(likeness, odds=bounds.weigh(likeness.odds, values, column), is_apart=is_apart)


def _choose_best(likely: Mapping[Pair, float]) -> dict[int, int]:
    """The surest column of each row, the first of equals."""
    return {
        row: column for (row, column), _ in sorted(likely.items(), key=lambda item: (item[1], -item[0][1]))
    }


def _judge(thing: Named, named: Named, likeness: Likeness, confidence: float, *, many: bool) -> Match:
    # Where several may stand for one, ours is a heading, and what goes under it says more.
    is_doubted = likeness.is_suspected or likeness.is_apart or not likeness.is_close
    is_doubted |= likeness.adds_most and not many
    return Match(
        kind=thing.kind,
        theirs=thing.id,
        ours=named.id,
        is_reversed=likeness.is_reversed,
        score=round(confidence, 3),
        verdict=Verdict.SURE if confidence >= likeness.sure_from and not is_doubted else Verdict.DOUBTFUL,
        why=explain_match(likeness.theirs, named, likeness.ours),
    )
