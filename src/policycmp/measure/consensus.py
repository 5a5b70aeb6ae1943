"""How far actors agree on an issue, and which issues go together."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from math import fsum, log2
from statistics import fmean, pvariance
from typing import TYPE_CHECKING

from policycmp.measure.links import FEWEST_LINKED, link_issues
from policycmp.model import command_options
from policycmp.model.consensus import Spread, Spreads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.model.codebook import Scale, Stance
    from policycmp.model.corpus import Corpus
    from policycmp.model.matrix import Heading, Matrix

USUAL = command_options.Issues()


def measure_spreads(
    corpus: Corpus,
    matrix: Matrix,
    floor: int = USUAL.floor,
    *,
    pairs: int | None = None,
    pair_floor: int = FEWEST_LINKED,
) -> Spreads:
    """Every issue on which at least `floor` actors speak (never fewer than two), most divided
    first: by van der Eijk's A, then by the variance. With them every two of these issues on which
    `pair_floor` actors speak (never fewer than `floor`, nor than three), or so many `pairs` of the
    strongest correlation.
    """
    floor = max(floor, 2)
    rows = [
        (row, [cell.placement for cell in cells])
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]
    enough = [(row, places) for row, places in rows if sum(p is not None for p in places) >= floor]
    nearest = {scale.id: cache(scale.nearest_point) for scale in corpus.scales}
    spreads = []
    for row, places in enough:
        scale = corpus.scale_of(row.id)
        known = [place for place in places if place is not None]
        spreads.append(_measure_spread(scale, nearest[scale.id], row, known))
    return Spreads(
        spreads=tuple(sorted(spreads, key=_division)),
        links=link_issues(enough, max(floor, pair_floor, FEWEST_LINKED), pairs),
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


def _measure_spread(
    scale: Scale, nearest_point: Callable[[float], Stance | None], issue: Heading, places: Sequence[float]
) -> Spread:
    nearest = Counter(map(nearest_point, places))
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
