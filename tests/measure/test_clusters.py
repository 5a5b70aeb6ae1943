"""Trees and cuts against slow ones in exact arithmetic, against SciPy, and by how much work they are."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import isnan, nan
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.errors import UsageError
from policycmp.measure.camps import _choose_actors, find_overlaps
from policycmp.measure.clusters import (
    TIE,
    choose_number,
    cut_merges,
    link_distances,
    measure_silhouettes,
)
from steps import count_bytecodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Clusters = Sequence[Sequence[int]]

FEW = [0.0, 0.25, 0.333333333, 0.5, 1.0]
"""So few distances that many tie."""


def build_square(distances: Sequence[float], leaves: int) -> list[list[float]]:
    square = [[0.0] * leaves for _ in range(leaves)]
    for (a, b), far in zip(combinations(range(leaves), 2), distances, strict=True):
        square[a][b] = square[b][a] = far
    return square


def draw_squares(least: int = 1, most: int = 9) -> st.SearchStrategy[list[list[float]]]:
    far = st.sampled_from(FEW) | st.integers(0, 10**9).map(lambda n: n / 10**9)
    return st.integers(least, most).flatmap(
        lambda n: st.lists(far, min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2).map(
            lambda distances: build_square(distances, n)
        )
    )


def tell_exactly(far: float) -> Fraction:
    return Fraction(round(far * 10**9), 10**9)


def mean_exactly(square: list[list[float]], one: Sequence[int], other: Sequence[int]) -> Fraction:
    return sum((tell_exactly(square[a][b]) for a in one for b in other), Fraction()) / (len(one) * len(other))


@given(draw_squares())
def test_every_join_is_of_two_that_are_nearest_by_their_mean(square: list[list[float]]) -> None:
    """The definition of average linkage, whatever becomes of ties."""
    clusters = {leaf: (leaf,) for leaf in range(len(square))}
    merges = link_distances(square)
    assert len(merges) == len(square) - 1
    for number, (one, other, distance) in enumerate(merges, start=len(square)):
        least = min(mean_exactly(square, a, b) for a, b in combinations(clusters.values(), 2))
        own = mean_exactly(square, clusters[one], clusters[other])
        assert own - least <= Fraction(1, 10**12)
        assert abs(Fraction(distance) - own) <= Fraction(1, 10**12)
        clusters[number] = clusters.pop(one) + clusters.pop(other)
    assert [d for _, _, d in merges] == sorted(d for _, _, d in merges)


@given(draw_squares(least=2, most=12))
def test_scipy_joins_the_same_at_the_very_same_distances(square: list[list[float]]) -> None:
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy")
    condensed = [square[a][b] for a, b in combinations(range(len(square)), 2)]
    theirs = [(int(row[0]), int(row[1]), float(row[2])) for row in hierarchy.linkage(condensed, "average")]
    assert link_distances(square) == theirs


def test_of_equals_the_first_join() -> None:
    """Four, each as far from the other: the first two, then the third, then the last."""
    assert link_distances(build_square([1.0] * 6, 4)) == [(0, 1, 1.0), (2, 4, 1.0), (3, 5, 1.0)]


def silhouette_exactly(square: list[list[float]], clusters: Clusters, leaf: int) -> Fraction:
    own = next(cluster for cluster in clusters if leaf in cluster)
    if len(own) == 1 or len(clusters) == 1:
        return Fraction()
    inside = mean_exactly(square, [leaf], [other for other in own if other != leaf])
    nearest = min(mean_exactly(square, [leaf], rest) for rest in clusters if rest is not own)
    widest = max(inside, nearest)
    return (nearest - inside) / widest if widest else Fraction()


@given(draw_squares(), st.data())
def test_silhouettes_are_the_exact_ones(square: list[list[float]], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(square)))
    clusters = cut_merges(link_distances(square), number)
    assert sorted(leaf for cluster in clusters for leaf in cluster) == list(range(len(square)))
    assert len(clusters) == number
    found = measure_silhouettes(square, clusters)
    for leaf, silhouette in found.items():
        assert abs(Fraction(silhouette) - silhouette_exactly(square, clusters, leaf)) <= Fraction(6, 10**10)


@given(draw_squares())
def test_the_number_of_clusters_is_the_one_that_trying_all_gives(square: list[list[float]]) -> None:
    merges = link_distances(square)
    best, highest = 1, Fraction(-2)
    for number in range(2, len(square)):
        clusters = cut_merges(merges, number)
        leaves = range(len(square))
        score = sum((silhouette_exactly(square, clusters, n) for n in leaves), Fraction()) / len(square)
        if score > highest + Fraction(TIE):
            best, highest = number, score
    assert choose_number(square, merges) == best


@given(draw_squares(least=2), st.data())
def test_overlaps_are_those_of_every_two(square: list[list[float]], data: st.DataObject) -> None:
    leaves = list(range(len(square)))
    homes = data.draw(st.lists(st.integers(0, 3), min_size=len(leaves), max_size=len(leaves)))
    others = [[n for n in leaves if homes[n] == home] for home in sorted(set(homes))]
    clusters = cut_merges(link_distances(square), data.draw(st.integers(1, len(leaves))))
    assert find_overlaps(clusters, others) == [
        max(len({*one} & {*other}) / len({*one} | {*other}) for other in others) for one in clusters
    ]


def leave_out_slowly(square: list[list[float]]) -> tuple[list[int], list[int]]:
    kept, left_out = list(range(len(square))), []
    while gaps := [(a, b) for a, b in combinations(kept, 2) if isnan(square[a][b])]:
        worst = max(kept, key=lambda actor: (sum(actor in gap for gap in gaps), actor))
        kept.remove(worst)
        left_out.append(worst)
    return kept, left_out


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(
            st.sampled_from([0.5, nan]), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2
        ).map(lambda distances: build_square(distances, n))
    )
)
def test_whoever_lacks_most_numbers_is_left_out_first(square: list[list[float]]) -> None:
    kept, left_out = leave_out_slowly(square)
    if len(kept) < 3:
        with pytest.raises(UsageError, match="fewer than three"):
            _choose_actors(square)
    else:
        assert _choose_actors(square) == (kept, left_out)


class Counted(float):
    """A number that counts what is done with it and with all that is made of it."""

    done = 0

    def _count(self, found: float) -> Counted:
        Counted.done += 1
        return Counted(found)

    def __add__(self, other: float) -> Counted:
        return self._count(float(self) + other)

    def __mul__(self, other: float) -> Counted:
        return self._count(float(self) * other)

    __rmul__ = __mul__

    def __truediv__(self, other: float) -> Counted:
        return self._count(float(self) / other)

    def __lt__(self, other: float) -> bool:
        Counted.done += 1
        return float(self) < other

    def __gt__(self, other: float) -> bool:
        Counted.done += 1
        return float(self) > other


def make_square(leaves: int) -> list[list[float]]:
    draw = Random(leaves)
    return build_square([draw.random() for _ in combinations(range(leaves), 2)], leaves)


def count_operations(leaves: int) -> int:
    """What growing a tree does with distances."""
    square = [[Counted(far) for far in row] for row in make_square(leaves)]
    Counted.done = 0
    link_distances(square)
    return Counted.done


def count_choice(leaves: int) -> int:
    square = make_square(leaves)
    merges = link_distances(square)
    return count_bytecodes(lambda: choose_number(square, merges))


@pytest.mark.parametrize("count", [count_operations, count_choice])
def test_twice_the_actors_are_four_times_the_work(count: Callable[[int], int]) -> None:
    """Eight times would be cubic."""
    small, large = count(60), count(120)
    assert small > 60 * 60
    assert large < 5 * small
