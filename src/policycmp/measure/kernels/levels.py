"""What actors say as numbers of the few levels there are, and a metric as a table over those levels.

What an issue adds depends on what the two say there: on two placements, or for a metric that counts
on two handfuls of positions. So a metric is a table with a row and a column a level, silence being
one of them. The table comes from the metric's own sum and from the rule for silence as they stand,
so that nothing is said twice.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING, TypeAlias

from policycmp.measure.profiles import pair_profiles
from policycmp.record import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms

Level: TypeAlias = "float | tuple[float, ...] | None"
"""A placement, or the positions that somebody has on an issue; None or no positions for silence."""

Table: TypeAlias = "tuple[tuple[float, ...], ...]"
"""A row a level, a column a level."""

MOST_LEVELS = 64
"""Beyond so many, products of planes, one a level, take as long as adding up does."""
EXACT = 2**24
"""Whole numbers up to this are exact in single precision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Actors by issues, each cell a byte: the number of its level, 0 for silence."""

    rows: tuple[bytes, ...]
    table: Table
    """What two levels add on an issue of weight 1, less the base where both speak."""
    base: float
    """What every issue on which both speak adds besides, by its weight."""
    taken: tuple[int, ...]
    """How many positions each actor has, where they are counted."""
    is_exact: bool
    """Whether all sums are exact in single precision, in whatever order they are added up."""


class _TooManyError(Exception):
    """There are more levels than are worth a table."""


class _Numbers(dict["Level", int]):
    """Numbers levels in the order in which they are first met."""

    def __missing__(self, level: Level) -> int:
        if len(self) > MOST_LEVELS:
            raise _TooManyError
        self[level] = number = len(self)
        return number


def find_levels(profiles: Profiles, metric: Metric, terms: Terms) -> Levels | None:
    """The profiles by levels; None where there are too many levels, or, for a metric that counts,
    where somebody has a placement and no position or the other way round."""
    cells: Iterable[Iterable[Level]] = profiles.placements
    silence: Level = None
    is_counted = metric.measure.is_counted
    if is_counted:
        if any(
            (place is None) is bool(cell)
            for row, said in zip(profiles.placements, profiles.statements, strict=True)
            for place, cell in zip(row, said, strict=True)
        ):
            return None
        # In whatever order they stand, the same positions are one level.
        cells = (
            (cell if len(cell) < 2 else tuple(sorted(cell)) for cell in row) for row in profiles.statements
        )
        silence = ()
    numbers = _Numbers({silence: 0})
    try:
        rows = tuple(bytes(map(numbers.__getitem__, row)) for row in cells)
    except _TooManyError:
        return None
    table, base = _shift_table(_tabulate_parts(profiles, metric, terms, tuple(numbers)))
    return Levels(
        rows=rows,
        table=table,
        base=base,
        taken=tuple(sum(map(len, row)) if is_counted else 0 for row in profiles.statements),
        is_exact=_are_exact(chain([base], *table), profiles.weights),
    )


def group_columns(table: Table) -> dict[tuple[float, ...], tuple[list[int], list[int]]]:
    """The distinct columns of a symmetric table that are not all 0, each with the levels that have it
    and those that have its negative."""
    groups: dict[tuple[float, ...], tuple[list[int], list[int]]] = {}
    for level, column in enumerate(table):
        turned = tuple(-amount for amount in column)
        if turned in groups:
            groups[turned][1].append(level)
        elif any(column):
            groups.setdefault(column, ([], []))[0].append(level)
    return groups


def _shift_table(table: Table) -> tuple[Table, float]:
    """The table less what makes the columns of the two levels farthest apart each other's negatives,
    so that they need one product and not two, and that amount; 0 where there is none.

    On a scale whoever comes nearer to one end goes as far from the other.
    """
    speaking = range(1, len(table))
    least = min(((table[a][b], a, b) for a in speaking for b in speaking), default=(0.0, 0, 0))
    sums = {table[least[1]][level] + table[least[2]][level] for level in speaking}
    if len(sums) != 1 or any(table[0]):
        return table, 0.0
    base = sums.pop() / 2
    rows = ((row[0], *(amount - base for amount in row[1:])) for row in table[1:])
    return (table[0], *rows), base


def _tabulate_parts(profiles: Profiles, metric: Metric, terms: Terms, levels: tuple[Level, ...]) -> Table:
    """Two made-up actors meet once on every two levels."""
    sides = tuple(zip(*product(levels, repeat=2), strict=True))
    meeting = replace(
        profiles,
        placements=tuple(tuple(map(_place_level, side)) for side in sides),
        statements=tuple(
            tuple(level if isinstance(level, tuple) else () for level in side) for side in sides
        ),
        weights=(1.0,) * len(sides[0]),
    )
    pairing = pair_profiles(meeting, 0, 1, terms.missing, counted=metric.measure.is_counted)
    added = dict(zip(pairing.issues, metric.parts(pairing), strict=True))
    width = len(levels)
    return tuple(tuple(added.get(row * width + n, 0.0) for n in range(width)) for row in range(width))


def _place_level(level: Level) -> float | None:
    """Where the level lies; for positions any place will do, for none of them none."""
    return (0.0 if level else None) if isinstance(level, tuple) else level


def _are_exact(table: Iterable[float], weights: Iterable[float]) -> bool:
    """Whether the largest sum there can be, counted in the smallest unit, stays a whole number
    that single precision can hold."""
    amounts, weights = list(table), list(weights)
    units = [max((v.as_integer_ratio()[1] for v in vs), default=1) for vs in (amounts, weights)]
    return max(1, *map(abs, amounts)) * sum(weights) * units[0] * units[1] < EXACT
