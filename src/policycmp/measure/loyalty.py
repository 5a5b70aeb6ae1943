"""Whether the order of allies survives when part of the positions is left out."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING

from policycmp.model.measures import Loyalty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.measures import Agreement, Pair


def compare_allies(full: Agreement, part: Agreement) -> tuple[Loyalty, ...]:
    """For every actor of the full table: his nearest, and how alike the orders of the others are."""
    whole, rest = _list_others(full.pairs), _list_others(part.pairs)
    return tuple(_compare_actor(actor.id, whole[actor.id], rest[actor.id]) for actor in full.profiles.actors)


def rank_correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b (Kendall 1945) of two rows of numbers for the same things.

    None for fewer than two things, or where one row is all ties.
    """
    agree = ties_first = ties_second = 0
    pairs = list(combinations(range(len(first)), 2))
    for a, b in pairs:
        one, two = first[a] - first[b], second[a] - second[b]
        agree += (one * two > 0) - (one * two < 0)
        ties_first += one == 0
        ties_second += two == 0
    untied = (len(pairs) - ties_first) * (len(pairs) - ties_second)
    return round(agree / sqrt(untied), 9) if untied else None


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
