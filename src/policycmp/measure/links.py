"""Which issues go together: the correlation of every two over the actors who speak on both."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING

from policycmp.measure.metric import METRICS, measure_pairing
from policycmp.model.agreement import Pairing
from policycmp.model.consensus import Link, PackedLinks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

    def correlate(first: int, second: int) -> float | None:
        return _correlate(spoken[first], spoken[second])

    if len(rows) >= WORTH_PRODUCTS and find_spec("numpy"):
        from policycmp.measure.kernels.correlations import correlate_rows

        return PackedLinks(issues, *correlate_rows([places for _, places in rows], floor, correlate, number))
    links = []
    for first, second in combinations(range(len(rows)), 2):
        actors = len(spoken[first].keys() & spoken[second].keys())
        value = correlate(first, second) if actors >= floor else None
        if value is not None:
            links.append(Link(first=issues[first], second=issues[second], value=value, actors=actors))
    links.sort(key=lambda link: (-abs(link.value), -link.actors))
    return tuple(links[:number])


def _correlate(mine: Mapping[int, float], theirs: Mapping[int, float]) -> float | None:
    """The metric's number of two issues, over those who speak on both."""
    both = [n for n in mine if n in theirs]
    pairing = Pairing(
        issues=tuple(both),
        first=tuple(map(mine.__getitem__, both)),
        second=tuple(map(theirs.__getitem__, both)),
        weights=(1.0,) * len(both),
    )
    return measure_pairing(METRICS.load("correlation"), pairing)
