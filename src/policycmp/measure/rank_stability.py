"""Whether the order of allies survives when part of the positions is left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from math import comb, sqrt
from typing import TYPE_CHECKING

from policycmp.model.agreement import Loyalty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.agreement import Agreement, Pair


def compare_allies(full: Agreement, part: Agreement) -> tuple[Loyalty, ...]:
    """For every actor of the full table: his nearest, and how alike the orders of the others are."""
    whole, rest = _list_others(full.pairs), _list_others(part.pairs)
    return tuple(_compare_actor(actor.id, whole[actor.id], rest[actor.id]) for actor in full.profiles.actors)


def rank_correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b (Kendall 1945) of two rows of numbers for the same things.

    None for fewer than two things, or where one row is all ties.
    """
    every = comb(len(first), 2)
    ties_first, ties_second = _count_ties(first), _count_ties(second)
    pairs = sorted(zip(first, second, strict=True))
    # Pairs in the same order less pairs in opposite orders; what ties in both was taken off twice.
    agree = (
        every - ties_first - ties_second + _count_ties(pairs) - 2 * _count_inversions([b for _, b in pairs])
    )
    untied = (every - ties_first) * (every - ties_second)
    return round(agree / sqrt(untied), 9) if untied else None


def _count_ties(values: Sequence[object]) -> int:
    return sum(comb(times, 2) for times in Counter(values).values())


def _count_inversions(values: Sequence[float]) -> int:
    """How many pairs stand with the greater first."""
    before: list[float] = []
    found = 0
    for value in values:
        at = bisect_right(before, value)
        found += len(before) - at
        before.insert(at, value)
    return found


def _list_others(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """By actor, the numbers of all others he has one with."""
    others: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        if pair.value is not None:
            others[pair.first][pair.second] = others[pair.second][pair.first] = pair.value
    return others


def _compare_actor(actor: str, full: Mapping[str, float], part: Mapping[str, float]) -> Loyalty:
    both = [other for other in full if other in part]
    return Loyalty(
        actor=actor,
        nearest=_find_nearest(full),
        nearest_without=_find_nearest(part),
        others=len(both),
        order=rank_correlation([full[other] for other in both], [part[other] for other in both]),
    )


def _find_nearest(values: Mapping[str, float]) -> tuple[str, ...]:
    highest = max(values.values(), default=None)
    return tuple(other for other, value in values.items() if value == highest)
