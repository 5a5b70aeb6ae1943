"""Hierarchical clustering of a square of distances, and how good its cut is."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.camps import Branch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Square = Sequence[Sequence[float]]
    Merges = list[tuple[int, int, float]]


def link_distances(square: Square) -> Merges:
    """Which branches join at what distance, by average linkage (Sokal & Michener 1958), with SciPy.

    Leaves are numbered from 0, each join takes the next number. Raises UsageError where SciPy is
    not installed.
    """
    try:
        from scipy.cluster.hierarchy import linkage
    except ImportError:
        hint = "install it with: pip install 'policycmp[camps]'"
        raise UsageError("camps needs SciPy, which is not installed", hint) from None
    condensed = [square[a][b] for a in range(len(square)) for b in range(a + 1, len(square))]
    return [(int(row[0]), int(row[1]), float(row[2])) for row in linkage(condensed, "average")]


def cut_merges(merges: Merges, number: int) -> tuple[tuple[int, ...], ...]:
    """The leaves in that many clusters, the largest first, then by their first leaf."""
    leaves = len(merges) + 1
    clusters: dict[int, tuple[int, ...]] = {leaf: (leaf,) for leaf in range(leaves)}
    for step, (one, other, _) in enumerate(merges[: leaves - number]):
        clusters[leaves + step] = tuple(sorted(clusters.pop(one) + clusters.pop(other)))
    return tuple(sorted(clusters.values(), key=lambda cluster: (-len(cluster), cluster)))


def measure_silhouettes(square: Square, clusters: Sequence[Sequence[int]]) -> dict[int, float]:
    """Each leaf's silhouette (Rousseeuw 1987), −1 to +1; 0 for a cluster of one."""
    found = {}
    for cluster in clusters:
        for leaf in cluster:
            own = [square[leaf][other] for other in cluster if other != leaf]
            means = [fmean(square[leaf][o] for o in rest) for rest in clusters if rest is not cluster]
            if not own or not means:
                found[leaf] = 0.0
                continue
            inside, nearest = fmean(own), min(means)
            widest = max(inside, nearest)
            found[leaf] = round((nearest - inside) / widest, 9) if widest else 0.0
    return found


def choose_number(square: Square, merges: Merges) -> int:
    """The number of clusters with the highest mean silhouette, the smallest where several tie."""
    numbers = range(2, len(square)) if len(square) > 2 else range(1, 2)
    return max(
        numbers, key=lambda n: (fmean(measure_silhouettes(square, cut_merges(merges, n)).values()), -n)
    )


def grow_tree(merges: Merges, names: Sequence[str], agreement: Callable[[float], float]) -> Branch:
    """The joins as a tree; `agreement` turns a distance back into the metric's number."""
    branches = [Branch(actor=name) for name in names]
    for one, other, distance in merges:
        joined = (branches[one], branches[other])
        branches.append(Branch(agreement=round(agreement(distance), 9), children=joined))
    return branches[-1]
