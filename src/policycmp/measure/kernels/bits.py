"""City-block agreement of all pairs on whole numbers as sets of bits, one bit an issue."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from policycmp.model.agreement import Pair
from policycmp.model.choices import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policycmp.model.agreement import Profiles, Terms


def suits_bits(profiles: Profiles, terms: Terms) -> bool:
    """Whether bits give the very number that adding up issue by issue gives.

    They do where every issue weighs 1 and every sum is exact: placements in 1,024ths.
    """
    plain = terms.measure.name == "city-block" and terms.missing is Missing.LEAVE_OUT
    if not plain or terms.samples or any(weight != 1 for weight in profiles.weights):
        return False
    return all((level * 1024).is_integer() for level in _find_levels(profiles))


def pair_by_bits(profiles: Profiles, terms: Terms) -> Iterator[Pair]:
    """Every pair of actors; only for what `suits_bits`."""
    levels = _find_levels(profiles)
    gaps = [upper - lower for lower, upper in pairwise(levels)]
    rows = [
        (
            actor.id,
            _set_bits(place is not None for place in row),
            [_set_bits(place is not None and place >= level for place in row) for level in levels[1:]],
        )
        for actor, row in zip(profiles.actors, profiles.placements, strict=True)
    ]
    for (first, mine, steps), (second, theirs, others) in combinations(rows, 2):
        both = mine & theirs
        shared = both.bit_count()
        value = None
        if shared >= terms.floor:
            apart = zip(gaps, steps, others, strict=True)
            distance = sum(gap * ((a ^ b) & both).bit_count() for gap, a, b in apart)
            value = round((shared - distance / 2) / shared, 9) + 0.0
        yield Pair(first=first, second=second, value=value, shared=shared, counted=shared, robustness=None)


def _find_levels(profiles: Profiles) -> list[float]:
    return sorted({float(place) for row in profiles.placements for place in row if place is not None})


def _set_bits(flags: Iterable[bool]) -> int:
    return int("0" + "".join("1" if flag else "0" for flag in flags), 2)
