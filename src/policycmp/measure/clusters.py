"""Hierarchical clustering of a square of distances, and how good its cut is.

Both the tree and the choice of a cut take as many steps as there are pairs, times a constant.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from math import fsum, inf
from operator import add, itemgetter
from typing import TYPE_CHECKING

from policycmp.model.camps import Branch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Square = Sequence[Sequence[float]]
    Merges = Sequence[tuple[int, int, float]]

UNIT = 1e-9
"""Distances are told to nine decimals. Counted in this unit they are whole numbers, whose sums are exact
in whatever order they are added up, so that equal means are equal numbers."""
TIE = UNIT / 2
"""Mean silhouettes no farther apart than this are the same to nine decimals."""
ALONE = -1.0
"""Stands for the mean distance to the others of a cluster where there are none."""


def link_distances(square: Square) -> list[tuple[int, int, float]]:
    """Which branches join at what distance, by average linkage (Sokal & Michener 1958).

    Leaves are numbered from 0, each join takes the next number; the nearest join first.
    """
    joins = sorted(_join_neighbours(square), key=itemgetter(2))
    roots = list(range(len(square) + len(joins)))
    found = []
    for number, (one, other, distance) in enumerate(joins, start=len(square)):
        first, second = sorted((_find_root(roots, one), _find_root(roots, other)))
        roots[first] = roots[second] = number
        found.append((first, second, distance))
    return found


def _join_neighbours(square: Square) -> Iterator[tuple[int, int, float]]:
    """The joins by a chain of nearest neighbours (Murtagh 1983, The Computer Journal 26), as SciPy and
    fastcluster have it: in no order, each group by one of its leaves.

    The chain starts at the first group and goes from each to its nearest: of equals to the one it came
    from, else to the first. Two that are each other's nearest join. That holds in any order, for a join
    brings no third group nearer than the nearer of the two was.
    """
    rows = [list(row) for row in square]
    for leaf, row in enumerate(rows):
        row[leaf] = inf
    sizes = [1] * len(rows)
    alive = list(range(len(rows)))
    chain: list[int] = []
    while len(alive) > 1:
        if not chain:
            chain.append(alive[0])
        row = rows[chain[-1]]
        distance = min(row)
        if len(chain) == 1 or row[chain[-2]] > distance:
            chain.append(row.index(distance))
            continue
        gone, kept = sorted((chain.pop(), chain.pop()))
        alive.remove(gone)
        yield gone, kept, distance
        mine, theirs = sizes[gone], sizes[kept]
        both = sizes[kept] = mine + theirs
        means = rows[kept] = [
            (mine * a + theirs * b) / both for a, b in zip(rows[gone], rows[kept], strict=True)
        ]
        rows[gone] = []
        for group in alive:
            rows_of = rows[group]
            rows_of[kept] = means[group]
            rows_of[gone] = inf


def _find_root(roots: list[int], branch: int) -> int:
    """The branch that stands over this one and under none, the way there shortened."""
    way = [branch]
    while roots[way[-1]] != way[-1]:
        way.append(roots[way[-1]])
    for below in way:
        roots[below] = way[-1]
    return way[-1]


def find_mean(values: Sequence[float]) -> float:
    """The same as the standard `fmean`, whose module takes longer to import than a small tree to grow."""
    return fsum(values) / len(values)


def cut_merges(merges: Merges, number: int) -> tuple[tuple[int, ...], ...]:
    """The leaves in that many clusters, the largest first, then by their first leaf."""
    leaves = len(merges) + 1
    clusters: dict[int, tuple[int, ...]] = {leaf: (leaf,) for leaf in range(leaves)}
    for step, (one, other, _) in enumerate(merges[: leaves - number]):
        clusters[leaves + step] = clusters.pop(one) + clusters.pop(other)
    return tuple(
        sorted((tuple(sorted(c)) for c in clusters.values()), key=lambda cluster: (-len(cluster), cluster))
    )


def measure_silhouettes(square: Square, clusters: Sequence[Sequence[int]]) -> dict[int, float]:
    """Each leaf's silhouette (Rousseeuw 1987), −1 to +1; 0 for a cluster of one."""
    found = {}
    for cluster in clusters:
        for leaf in cluster:
            own = [square[leaf][other] for other in cluster if other != leaf]
            means = [find_mean([square[leaf][o] for o in rest]) for rest in clusters if rest is not cluster]
            if not own or not means:
                found[leaf] = 0.0
                continue
            inside, nearest = find_mean(own), min(means)
            widest = max(inside, nearest)
            found[leaf] = round((nearest - inside) / widest, 9) if widest else 0.0
    return found


def choose_number(square: Square, merges: Merges) -> int:
    """The number of clusters with the highest mean silhouette, the smallest where several tie to nine
    decimals."""
    if len(square) < 3:
        return 1
    best, highest = 2, -inf
    for number, score in enumerate(_score_cuts(square, merges), start=2):
        if score > highest + TIE:
            best, highest = number, score
    return best


def _score_cuts(square: Square, merges: Merges) -> Iterator[float]:
    """The mean silhouette of two clusters, of three and so on, up to all but one alone.

    From the root down every step splits one cluster. Whoever is in neither part can only find one of
    them nearer than what was nearest before, since the mean distance to the whole lies between those to
    its parts; so a step looks at every leaf once and at no other cluster.
    """
    spans, order = _lay_out(merges)
    sums = _add_up(square, order)
    leaves = len(order)
    nearest, inside = [inf] * leaves, [0.0] * leaves
    for low, middle, high in spans[: leaves - 2]:
        one, other = middle - low, high - middle
        start, half, end = sums[low], sums[middle], sums[high]
        to_one = [(b - a) / one for a, b in zip(start, half, strict=True)]
        to_other = [(b - a) / other for a, b in zip(half, end, strict=True)]
        nearest = [
            *map(min, nearest[:low], to_one[:low], to_other[:low]),
            *map(min, nearest[low:middle], to_other[low:middle]),
            *map(min, nearest[middle:high], to_one[middle:high]),
            *map(min, nearest[high:], to_one[high:], to_other[high:]),
        ]
        inside[low:middle] = _mean_inside(start[low:middle], half[low:middle])
        inside[middle:high] = _mean_inside(half[middle:high], end[middle:high])
        yield (
            fsum(
                (b - a) / (b if b > a else a)
                for a, b in zip(inside, nearest, strict=True)
                if a != ALONE and (a or b)
            )
            / leaves
        )


def _mean_inside(start: Sequence[float], end: Sequence[float]) -> list[float]:
    """Each leaf's mean distance to the others of its cluster, from the sums before it and after it."""
    others = len(start) - 1
    return [(b - a) / others for a, b in zip(start, end, strict=True)] if others else [ALONE]


def _lay_out(merges: Merges) -> tuple[list[tuple[int, int, int]], list[int]]:
    """The leaves in an order in which every cluster stands together; and from the root down where each
    join's first part starts, where its second does, and where that ends."""
    leaves = len(merges) + 1
    sizes = [1] * leaves
    for one, other, _ in merges:
        sizes.append(sizes[one] + sizes[other])
    starts = [0] * len(sizes)
    spans = []
    for number in range(len(merges) - 1, -1, -1):
        one, other, _ = merges[number]
        low = starts[leaves + number]
        starts[one], starts[other] = low, low + sizes[one]
        spans.append((low, low + sizes[one], low + sizes[leaves + number]))
    return spans, sorted(range(leaves), key=starts.__getitem__)


def _add_up(square: Square, order: Sequence[int]) -> list[array[float]]:
    """How far each leaf, in this order, is from the first none, one, two and so on of them together; in
    units."""
    take = itemgetter(*order)
    rows = (array("d", [float(round(far / UNIT)) for far in take(square[leaf])]) for leaf in order)
    nothing = array("d", [0.0]) * len(order)
    return list(accumulate(rows, lambda told, row: array("d", map(add, told, row)), initial=nothing))


def grow_tree(merges: Merges, names: Sequence[str], agreement: Callable[[float], float]) -> Branch:
    """The joins as a tree; `agreement` turns a distance back into the metric's number."""
    branches = [Branch(actor=name) for name in names]
    for one, other, distance in merges:
        joined = (branches[one], branches[other])
        branches.append(Branch(agreement=round(agreement(distance), 9), children=joined))
    return branches[-1]
