"""How far actors agree on an issue, and which issues go together."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import fsum, log2
from statistics import fmean, pvariance
from typing import TYPE_CHECKING

from policycmp.measure.metric import METRICS, measure_pairing
from policycmp.model import request
from policycmp.model.agreement import Pairing
from policycmp.model.consensus import Link, Spread, Spreads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.codebook import Scale
    from policycmp.model.corpus import Corpus
    from policycmp.model.matrix import Heading, Matrix

USUAL = request.Issues()


def measure_spreads(corpus: Corpus, matrix: Matrix, floor: int = USUAL.floor) -> Spreads:
    """Every issue on which at least `floor` actors speak (never fewer than two), most divided
    first: by van der Eijk's A, then by the variance."""
    floor = max(floor, 2)
    rows = [
        (row, [cell.placement for cell in cells])
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]
    enough = [(row, places) for row, places in rows if sum(p is not None for p in places) >= floor]
    spreads = [
        _measure_spread(corpus.scale_of(row.id), row, [p for p in places if p is not None])
        for row, places in enough
    ]
    links = [
        link
        for one, other in combinations(enough, 2)
        if (link := _link_issues(one, other, floor)) is not None
    ]
    return Spreads(
        spreads=tuple(sorted(spreads, key=_division)),
        links=tuple(sorted(links, key=lambda link: (-abs(link.value), -link.actors))),
        floor=floor,
        below=len(rows) - len(enough),
        rule=matrix.rule,
        selection=matrix.selection,
    )


def measure_agreement_a(counts: Sequence[int]) -> float | None:
    """Van der Eijk's A (van der Eijk 2001, Quality & Quantity 35) of how many stand at each of
    the ordered points.

    The distribution is taken apart into layers, each even over some points; A is the mean of the
    layers' agreement. None for fewer than three points or nobody.
    """
    total, points = sum(counts), len(counts)
    if points < 3 or not total:
        return None
    rest, parts = list(counts), []
    while any(rest):
        least = min(n for n in rest if n)
        pattern = [bool(n) for n in rest]
        layer = least * sum(pattern)
        parts.append(layer / total * _agree_pattern(pattern))
        rest = [n - least if n else 0 for n in rest]
    return round(fsum(parts), 10) + 0.0


def measure_consensus(places: Sequence[float], width: float = 2) -> float:
    """Tastle and Wierman's consensus (2007, International Journal of Approximate Reasoning 45):
    1 + mean of log2(1 − |x − x̄| / width), 0 to 1."""
    mean = fmean(places)
    return round(1 + fmean(log2(1 - abs(place - mean) / width) for place in places), 10) + 0.0


def _agree_pattern(pattern: Sequence[bool]) -> float:
    """Agreement of a layer: U (1 − (S − 1) / (K − 1)), U comparing triples that rise to one
    peak, or lie beside one, with those that have a valley."""
    points, filled = len(pattern), sum(pattern)
    peaks = valleys = 0
    for left, middle, right in combinations(pattern, 3):
        if (left, middle, right) in ((True, True, False), (False, True, True)):
            peaks += 1
        elif (left, middle, right) == (True, False, True):
            valleys += 1
    if filled == 1:
        return 1.0
    if filled == points:
        return 0.0
    unimodal = ((points - 2) * peaks - (points - 1) * valleys) / ((points - 2) * (peaks + valleys))
    return unimodal * (1 - (filled - 1) / (points - 1))


def _measure_spread(scale: Scale, issue: Heading, places: Sequence[float]) -> Spread:
    nearest = Counter(scale.nearest_point(place) for place in places)
    return Spread(
        issue=issue,
        actors=len(places),
        support=sum(place > 0 for place in places),
        oppose=sum(place < 0 for place in places),
        middle=sum(place == 0 for place in places),
        agreement=measure_agreement_a([nearest[point] for point in scale.points]),
        consensus=measure_consensus(places),
        variance=round(pvariance(places), 9),
    )


def _division(spread: Spread) -> tuple[float, float]:
    return (0.0 if spread.agreement is None else spread.agreement), -spread.variance


def _link_issues(
    one: tuple[Heading, Sequence[float | None]], other: tuple[Heading, Sequence[float | None]], floor: int
) -> Link | None:
    both = [(a, b) for a, b in zip(one[1], other[1], strict=True) if a is not None and b is not None]
    if len(both) < max(floor, 3):
        return None
    pairing = Pairing(
        issues=tuple(range(len(both))),
        first=tuple(a for a, _ in both),
        second=tuple(b for _, b in both),
        weights=(1.0,) * len(both),
    )
    value = measure_pairing(METRICS.load("correlation"), pairing)
    if value is None:
        return None
    return Link(first=one[0], second=other[0], value=value, actors=len(both))
