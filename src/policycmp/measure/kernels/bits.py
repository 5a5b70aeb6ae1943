"""City-block agreement of all pairs on whole numbers as sets of bits."""

from __future__ import annotations

from math import gcd, nan
from typing import TYPE_CHECKING

from policycmp.model.choices import Missing
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.agreement import Profiles, Terms

    Row = Sequence[float | None]

FINEST = 1024
"""Sums of parts no finer than one in so many are exact, in whatever order they are added up."""
MOST_STEPS = 64
"""Beyond so many steps, one set of bits each, counting takes as long as adding up does."""
_SILENT = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Steps of one height from the lowest placement to the highest."""

    low: int
    height: int
    """Both in parts, `FINEST` of which make 1."""
    steps: int


def find_ladder(profiles: Profiles, terms: Terms) -> Ladder | None:
    """Steps that every placement stands on, where bits give the very number that adding up issue by issue
    gives; else None.

    They do where every issue weighs 1 and no placement is finer than the finest part.
    """
    plain = terms.measure.name == "city-block" and terms.missing is Missing.LEAVE_OUT
    if not plain or terms.samples or any(weight != 1 for weight in profiles.weights):
        return None
    places = [place * FINEST for place in set().union(*profiles.placements) if place is not None]
    if any(place != int(place) for place in places):
        return None
    low = int(min(places, default=0))
    height = gcd(*(int(place) - low for place in places)) or 1
    steps = int(max(places, default=0) - low) // height
    return Ladder(low=low, height=height, steps=steps) if steps <= MOST_STEPS else None


def measure_by_bits(rows: Sequence[Row], floor: int, ladder: Ladder) -> Iterator[tuple[float, int]]:
    """The number of every pair of these actors, NaN below the floor, and its shared issues.

    An actor has one bit for every issue and step: whether he stands on it or above. Two who stand so
    many steps apart differ in so many bits.
    """
    half = ladder.height / FINEST / 2
    masks, ladders = _set_bits(rows, ladder)
    for first, (mine, bits) in enumerate(zip(masks, ladders, strict=True), start=1):
        for theirs, others in zip(masks[first:], ladders[first:], strict=True):
            shared = (mine[0] & theirs[0]).bit_count()
            if shared < floor:
                yield nan, shared
                continue
            apart = ((bits ^ others) & mine[1] & theirs[1]).bit_count()
            yield round((shared - apart * half) / shared, 9) + 0.0, shared


def _set_bits(rows: Sequence[Row], ladder: Ladder) -> tuple[list[tuple[int, int]], list[int]]:
    """Of each actor where he speaks, once an issue and once an issue and step; and the steps he stands on
    or above."""
    numbers = {
        place: _SILENT if place is None else int(place * FINEST - ladder.low) // ladder.height
        for place in set().union(*rows)
    }
    speaking = b"1" * _SILENT + b"0"
    tables = [b"0" * step + b"1" * (_SILENT - step) + b"0" for step in range(1, ladder.steps + 1)]
    masks, ladders = [], []
    for row in rows:
        codes = bytes(map(numbers.__getitem__, row))
        spoken = codes.translate(speaking)
        masks.append((int(b"0" + spoken, 2), int(b"0" + spoken * ladder.steps, 2)))
        ladders.append(int(b"0" + b"".join(map(codes.translate, tables)), 2))
    return masks, ladders
