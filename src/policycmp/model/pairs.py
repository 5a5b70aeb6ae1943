"""Pairs of actors by the million: their numbers packed, a pair made of them when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan
from typing import TYPE_CHECKING, overload

from policycmp.model.agreement import Pair

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PackedPairs(Sequence[Pair]):
    """Every pair of these actors once, in their order, without robustness."""

    actors: tuple[str, ...]
    values: array[float]
    """NaN where there is no number."""
    shared: array[int]
    counted: array[int]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Pair]:
        names = combinations(self.actors, 2)
        for (first, second), value, shared, counted in zip(
            names, self.values, self.shared, self.counted, strict=True
        ):
            yield build_pair(first, second, value, shared, counted)

    @overload
    def __getitem__(self, number: int) -> Pair: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Pair, ...]: ...
    def __getitem__(self, number: int | slice) -> Pair | tuple[Pair, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(len(self))[number])
        at, actors = range(len(self))[number], len(self.actors)
        first = bisect_right(range(actors), at, key=lambda row: start_row(row, actors)) - 1
        second = first + 1 + at - start_row(first, actors)
        names = self.actors[first], self.actors[second]
        return build_pair(*names, self.values[at], self.shared[at], self.counted[at])


def start_row(row: int, actors: int) -> int:
    """How many pairs stand before those in which the actor of this number comes first."""
    return row * (2 * actors - row - 1) // 2


def build_pair(first: str, second: str, value: float, shared: int, counted: int) -> Pair:
    """The pair of these numbers, NaN being none."""
    return Pair(
        first=first,
        second=second,
        value=None if isnan(value) else value,
        shared=shared,
        counted=counted,
    )
