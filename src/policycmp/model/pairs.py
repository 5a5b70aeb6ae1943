"""Pairs of actors by the million: their numbers packed, a pair made of them when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import repeat
from math import isnan, nan
from typing import TYPE_CHECKING, overload

from policycmp.model.agreement import Pair

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator


class PackedPairs(Sequence[Pair]):
    """Every pair of these actors once, in their order, without robustness; NaN stands for no number."""

    __slots__ = ("actors", "counted", "shared", "values")

    def __init__(
        self, *, actors: tuple[str, ...], values: array[float], shared: array[int], counted: array[int]
    ) -> None:
        self.actors = actors
        self.values = values
        self.shared = shared
        self.counted = counted

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Pair]:
        for first, second, value, shared, counted in self.list_rows():
            yield Pair(first=first, second=second, value=value, shared=shared, counted=counted)

    def list_rows(self) -> Iterator[tuple[str, str, float | None, int, int]]:
        """The names and the numbers of each pair, None where there is no number."""
        at = 0
        for number, first in enumerate(self.actors, start=1):
            seconds = self.actors[number:]
            part = slice(at, at + len(seconds))
            values = [None if isnan(value) else value for value in self.values[part]]
            yield from zip(
                repeat(first), seconds, values, self.shared[part], self.counted[part], strict=False
            )
            at += len(seconds)

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


def name_values(pairs: Sequence[Pair]) -> Iterator[tuple[str, str, float | None]]:
    """The pairs' names and numbers, without a pair being made where there is none yet."""
    if isinstance(pairs, PackedPairs):
        return (row[:3] for row in pairs.list_rows())
    return ((pair.first, pair.second, pair.value) for pair in pairs)


def list_values(pairs: Sequence[Pair]) -> Sequence[float]:
    """The pairs' numbers in their order, NaN where there is none."""
    if isinstance(pairs, PackedPairs):
        return pairs.values
    return [nan if pair.value is None else pair.value for pair in pairs]


def list_shared(pairs: Sequence[Pair]) -> Sequence[int]:
    """On how many issues the two of each pair speak, in their order."""
    return pairs.shared if isinstance(pairs, PackedPairs) else [pair.shared for pair in pairs]


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
