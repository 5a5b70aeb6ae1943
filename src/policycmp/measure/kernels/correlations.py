"""The correlation of every two rows over the columns that both have, by products of matrices.

Over those columns the sums of either row, of its squares and of the products of both are each a product of
two planes: of the numbers, their squares, and where there is one. Rows are taken in bands, so that memory
does not grow with the number of pairs, but for those that are kept.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from policycmp.measure.kernels.arrays import np
from policycmp.measure.kernels.bits import FINEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.floating]
    Doubles = NDArray[np.float64]

BAND = 128
"""Rows on the first side of a band."""
CLOSE = 1e-6
"""Where sums are not exact, a spread below this share of the squares may be nothing but their rounding."""
SINGLE, DOUBLE = 2**24, 2**53
"""Whole numbers up to this are exact, in single and in double precision."""


def correlate_rows(
    rows: Sequence[Sequence[float | None]],
    floor: int,
    again: Callable[[int, int], float | None],
    number: int | None = None,
) -> tuple[array[int], array[int], array[float], array[int]]:
    """Every two rows that have at least `floor` columns in common, or so many of them: the numbers of
    either row, their correlations and over how many columns, the strongest first, of equals the one over
    more columns.

    There is no number where a row is all one over these columns. Where sums are not exact and a spread
    is next to nothing, `again` says which it is.
    """
    planes = _Planes(rows)
    found = np.empty((5, 0))
    for start in range(0, len(rows), BAND):
        found = np.concatenate([found, _correlate_band(planes, start, floor, again)], axis=1)
        if number is not None:
            found = found[:, np.lexsort(found[3::-1])[:number]]
    found = found[:, np.lexsort(found[3::-1])]
    columns, first, second = (
        array("i", np.abs(found[line]).astype(np.int32).tobytes()) for line in (1, 2, 3)
    )
    return first, second, array("d", found[4].tobytes()), columns


class _Planes:
    """The rows as planes, in whole units where there is one."""

    def __init__(self, rows: Sequence[Sequence[float | None]]) -> None:
        given = np.array(rows, np.float64)
        there = ~np.isnan(given)
        numbers = np.where(there, given, 0)
        parts = np.rint(numbers * FINEST)
        self.is_exact = bool((parts == numbers * FINEST).all())
        kind: type[np.floating] = np.float64
        if self.is_exact:
            levels = np.unique(np.abs(parts)).astype(np.int64)
            numbers = parts / max(int(np.gcd.reduce(levels)), 1)
            largest = float((numbers**2).max(initial=1)) * given.shape[1]
            kind = np.float32 if largest < SINGLE else np.float64
            self.is_exact = largest * given.shape[1] < DOUBLE
        self.there = there.astype(kind)
        self.numbers = numbers.astype(kind)
        self.squares = self.numbers**2


def _correlate_band(
    planes: _Planes, start: int, floor: int, again: Callable[[int, int], float | None]
) -> Doubles:
    """Some rows with one another and with all that follow: what pairs are ranked by, and their numbers."""
    there, numbers, squares = planes.there[start:], planes.numbers[start:], planes.squares[start:]
    both = _multiply(there[:BAND], there)
    first, second = _multiply(numbers[:BAND], there), _multiply(there[:BAND], numbers)
    left, right = both * _multiply(squares[:BAND], there), both * _multiply(there[:BAND], squares)
    mine, theirs = left - first**2, right - second**2
    products = both * _multiply(numbers[:BAND], numbers) - first * second
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.round(np.clip(products / np.sqrt(mine * theirs), -1, 1), 9) + 0.0
    values[(both < floor) | (np.minimum(mine, theirs) <= 0)] = np.nan
    if not planes.is_exact:
        close = (both >= floor) & ((mine <= CLOSE * left) | (theirs <= CLOSE * right))
        for row, column in np.argwhere(np.triu(close, 1)).tolist():
            found = again(start + row, start + column)
            values[row, column] = np.nan if found is None else found
    rows, columns = np.nonzero(np.triu(~np.isnan(values), 1))
    known = values[rows, columns]
    return np.stack([-np.abs(known), -both[rows, columns], rows + start, columns + start, known])


def _multiply(left: Numbers, right: Numbers) -> Doubles:
    return np.asarray(left @ right.T, np.float64)
