"""Every two actors by products of matrices, which is what processors do fastest.

A metric's sum over issues is, for each column of its table of levels, the product of two planes:
what one's levels add to that column, and where the other stands on a level that has it. Actors
are taken in blocks, so that memory does not grow with the number of pairs. NumPy is an extra, so
this module is imported only where there is much to measure.
"""

from __future__ import annotations

from array import array
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from policycmp.measure.kernels.arrays import np
from policycmp.measure.kernels.levels import group_columns
from policycmp.model.choices import Missing, Normalisation
from policycmp.model.pairs import PackedPairs, build_pair, start_row
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from policycmp.measure.kernels.levels import Levels
    from policycmp.measure.metric import OfSums
    from policycmp.model.agreement import Pair, Terms

    Numbers: TypeAlias = NDArray[np.floating]
    Codes: TypeAlias = NDArray[np.uint8]

BLOCK = 1024
"""The most actors on either side whose planes are held at once."""
FEWEST = 64
"""No fewer, however many issues there are."""
PLANES = 2**24
"""Numbers that the planes of a block hold at most, above the fewest actors."""
BAND = 128
"""The most actors on the first side of a band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Some actors, from the number `first` on, by others, from the number `second` on."""

    first: int
    second: int
    values: NDArray[np.float64]
    """NaN where there is no number."""
    shared: NDArray[np.int32]
    counted: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Some actors by issues, as planes of numbers."""

    start: int
    planes: Numbers
    """Beside one another."""
    speaking: Numbers
    """1 where they speak."""
    weighed: Numbers | None
    """The issue's weight where they speak; None where every issue weighs 1."""
    taken: Numbers
    """How many positions each has, where they are counted."""

    def cut(self, start: int, end: int | None = None) -> _Side:
        """Some of the actors."""
        return _Side(
            start=self.start + start,
            planes=self.planes[start:end],
            speaking=self.speaking[start:end],
            weighed=None if self.weighed is None else self.weighed[start:end],
            taken=self.taken[start:end],
        )


def measure_bands(levels: Levels, weights: Sequence[float], of_sums: OfSums, terms: Terms) -> Iterator[Band]:
    """Every pair of actors, the first before the second. A band also holds pairs the other way
    round, and actors with themselves, where leaving them out would take longer."""
    planes = _Planes(levels, weights)
    starts = range(0, len(levels.rows), planes.size)
    for number, start in enumerate(starts):
        left = planes.build_left(start)
        for other in starts[number:]:
            right = planes.build_right(other)
            for top in range(0, len(left.planes), BAND):
                theirs = right.cut(top) if start == other else right
                yield _measure_band(left.cut(top, top + BAND), theirs, levels.base, of_sums, terms)


class _Planes:
    """Builds the planes of blocks of actors."""

    def __init__(self, levels: Levels, weights: Sequence[float]) -> None:
        self.kind = np.float32 if levels.is_exact else np.float64
        self.codes = np.frombuffer(b"".join(levels.rows), np.uint8).reshape(len(levels.rows), len(weights))
        self.taken = np.array(levels.taken, np.float64)
        self.columns = group_columns(levels.table)
        self.weights: Numbers | None = None
        if any(weight != 1 for weight in weights):
            self.weights = np.array(weights, self.kind)
        self.size = min(max(PLANES // max(len(weights) * (len(self.columns) + 2), 1), FEWEST), BLOCK)

    def build_left(self, start: int) -> _Side:
        """The planes say what each level adds to a column of the table."""
        codes = self.codes[start : start + self.size]
        columns = [np.array(column, self.kind) for column in self.columns]
        return self.build_side(start, codes, (np.take(column, codes, mode="clip") for column in columns))

    def build_right(self, start: int) -> _Side:
        """The planes say where there is a level that has the column, by the issue's weight."""
        codes = self.codes[start : start + self.size]
        found = (self.mark_levels(codes, *levels) for levels in self.columns.values())
        weights = self.weights
        return self.build_side(
            start, codes, found if weights is None else (plane * weights for plane in found)
        )

    def mark_levels(self, codes: Codes, plus: list[int], minus: list[int]) -> Numbers:
        """1 where a cell has a level that has the column, −1 where it has one that has the negative."""
        marked: Numbers = reduce(np.logical_or, [codes == n for n in plus]).astype(self.kind)
        for level in minus:
            marked -= codes == level
        return marked

    def build_side(self, start: int, codes: Codes, found: Iterable[Numbers]) -> _Side:
        height, width = codes.shape
        planes = np.empty((height, width * len(self.columns)), self.kind)
        for number, plane in enumerate(found):
            planes[:, number * width : (number + 1) * width] = plane
        speaking = (codes != 0).astype(np.float32)
        weighed = None if self.weights is None else speaking * self.weights
        taken = self.taken[start : start + height]
        return _Side(start=start, planes=planes, speaking=speaking, weighed=weighed, taken=taken)


def _measure_band(left: _Side, right: _Side, base: float, of_sums: OfSums, terms: Terms) -> Band:
    both: Numbers = left.speaking @ right.speaking.T
    counted = both
    weighed: Numbers = both if right.weighed is None else left.speaking @ right.weighed.T
    weight = weighed.astype(np.float64)
    total = left.planes @ right.planes.T + base * weight
    if terms.missing is not Missing.LEAVE_OUT:
        counted = _count_either(left.speaking, right.speaking, both)
        first, second = (side.speaking if side.weighed is None else side.weighed for side in (left, right))
        weight = _count_either(first, second, weight).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.round(of_sums(total, weight), 9) + 0.0
        if terms.normalisation is Normalisation.AVERAGE:
            values = np.round(values / (np.add.outer(left.taken, right.taken) / 2), 9)
        elif terms.normalisation is Normalisation.COSINE:
            values = np.round(values / np.multiply.outer(left.taken, right.taken), 9)
    values[both < terms.floor] = np.nan
    return Band(
        first=left.start,
        second=right.start,
        values=values,
        shared=both.astype(np.int32),
        counted=counted.astype(np.int32),
    )


def _count_either(first: Numbers, second: Numbers, both: Numbers) -> Numbers:
    """Issues on which either speaks: one's and the other's, less those on which both do."""
    either: Numbers = np.add.outer(first.sum(axis=1), second.sum(axis=1)) - both
    return either


def pack_pairs(bands: Iterable[Band], actors: tuple[str, ...]) -> PackedPairs:
    """All pairs of these actors, out of the bands."""
    number = start_row(len(actors), len(actors))
    values, shared, counted = array("d", [0]) * number, array("i", [0]) * number, array("i", [0]) * number
    into = np.frombuffer(values), np.frombuffer(shared, np.int32), np.frombuffer(counted, np.int32)
    for band in bands:
        for row in range(len(band.values)):
            first = band.first + row
            skipped = max(first + 1 - band.second, 0)
            at = start_row(first, len(actors)) + band.second + skipped - first - 1
            part = slice(at, at + max(band.values.shape[1] - skipped, 0))
            into[0][part] = band.values[row, skipped:]
            into[1][part] = band.shared[row, skipped:]
            into[2][part] = band.counted[row, skipped:]
    return PackedPairs(actors=actors, values=values, shared=shared, counted=counted)


def choose_nearest(bands: Iterable[Band], actors: tuple[str, ...], number: int) -> tuple[Pair, ...]:
    """So many pairs with the highest numbers, of equals those that share more issues."""
    best = np.empty((5, 0))
    for band in bands:
        least = -best[0, -1] if 0 < number == best.shape[1] else -np.inf
        rows, columns = np.nonzero(band.values >= least)
        once = rows + band.first < columns + band.second
        at = rows[once], columns[once]
        ranks = -band.values[at], -band.shared[at], at[0] + band.first, at[1] + band.second
        best = np.concatenate([best, [*ranks, band.counted[at]]], axis=1)
        best = best[:, np.lexsort(best[3::-1])[:number]]
    return tuple(
        build_pair(actors[int(first)], actors[int(second)], -value, int(-shared), int(counted))
        for value, shared, first, second, counted in best.T.tolist()
    )
