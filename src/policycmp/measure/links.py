"""Which issues go together: the correlation of every two over the actors who speak on both."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING

from policycmp.measure.kernels.bits import FINEST
from policycmp.measure.metric import METRICS, measure_pairing
from policycmp.model.agreement import Pairing
from policycmp.model.consensus import Link, PackedLinks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from policycmp.measure.metric import Metric
    from policycmp.model.matrix import Heading

    Places = Sequence[float | None]
    """One an actor; None where he is silent."""

FEWEST_LINKED = 3
"""Through any two points goes a line: below three actors every correlation is −1 or +1, or not defined."""
WORTH_PRODUCTS = 100
"""Issues from which on importing NumPy costs less than it saves."""


def link_issues(
    rows: Sequence[tuple[Heading, Places]], floor: int, number: int | None = None
) -> Sequence[Link]:
    """Every two issues on which at least `floor` actors speak and neither has them all in one place, or
    so many of them: the strongest correlation first, of equals the one over more actors."""
    issues = tuple(issue for issue, _ in rows)
    spoken = [{n: place for n, place in enumerate(places) if place is not None} for _, places in rows]
    metric = METRICS.load("correlation")

    def correlate(first: int, second: int) -> float | None:
        return _correlate(metric, spoken[first], spoken[second])

    if len(rows) >= WORTH_PRODUCTS and find_spec("numpy"):
        from policycmp.measure.kernels.correlations import correlate_rows

        return PackedLinks(issues, *correlate_rows([places for _, places in rows], floor, correlate, number))
    units = _count_units(spoken)
    links = []
    for first, second in combinations(range(len(rows)), 2):
        both = spoken[first].keys() & spoken[second].keys()
        if len(both) < floor:
            continue
        value = _correlate_units(units[first], units[second], both) if units else correlate(first, second)
        if value is not None:
            links.append(Link(first=issues[first], second=issues[second], value=value, actors=len(both)))
    links.sort(key=lambda link: (-abs(link.value), -link.actors))
    return tuple(links[:number])


def _correlate(metric: Metric, mine: Mapping[int, float], theirs: Mapping[int, float]) -> float | None:
    """The metric's number of two issues, over those who speak on both."""
    both = [n for n in mine if n in theirs]
    pairing = Pairing(
        issues=tuple(both),
        first=tuple(map(mine.__getitem__, both)),
        second=tuple(map(theirs.__getitem__, both)),
        weights=(1.0,) * len(both),
    )
    return measure_pairing(metric, pairing)


def _count_units(spoken: Sequence[Mapping[int, float]]) -> list[dict[int, int]]:
    """The placements as whole numbers of the finest part; nothing where one of them is none."""
    parts = [{n: place * FINEST for n, place in row.items()} for row in spoken]
    if any(part != int(part) for row in parts for part in row.values()):
        return []
    return [{n: int(part) for n, part in row.items()} for row in parts]


def _correlate_units(
    mine: Mapping[int, int], theirs: Mapping[int, int], both: AbstractSet[int]
) -> float | None:
    """The same number out of whole ones, which needs no means and so a third of the time."""
    first, second = [mine[n] for n in both], [theirs[n] for n in both]
    size, left, right = len(both), sum(first), sum(second)
    spreads = [
        size * sum(map(mul, side, side)) - total * total for side, total in ((first, left), (second, right))
    ]
    if not min(spreads):
        return None
    value: float = (size * sum(map(mul, first, second)) - left * right) / sqrt(spreads[0] * spreads[1])
    return round(max(-1.0, min(1.0, value)), 9) + 0.0
