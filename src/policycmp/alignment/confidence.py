"""From how alike pairs are to how sure each is, given all that compete with it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[int, int]
_ROUNDS = 10
_LIMIT = 30.0


def find_row_confidence(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """How sure each pair is where any number of rows may have the same column.

    A row has one of its columns or nothing. Nothing weighs 1, a column the exponential of its
    log-odds; other rows take nothing from it, however well the column fits them.
    """
    weights = _weigh(odds)
    sums: dict[int, float] = {}
    for (row, _), weight in weights.items():
        sums[row] = sums.get(row, 1.0) + weight
    return {pair: weight / sums[pair[0]] for pair, weight in weights.items()}


def find_confidence(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """How sure each pair is where a row has one column or nothing, and a column one row or nothing.

    Every way to pair them off weighs the product of its pairs' odds; a pair is as sure as the
    ways that hold it weigh of all. Computed by belief propagation, which is exact where rows and
    columns compete in a tree and close elsewhere (Bayati, Shah and Sharma 2008, IEEE Transactions
    on Information Theory 54, for the messages).
    """
    weights = _weigh(odds)
    to_column = dict.fromkeys(weights, 1.0)
    to_row = dict.fromkeys(weights, 1.0)
    for _ in range(_ROUNDS):
        to_column = _pass_on(weights, to_row, 0)
        to_row = _pass_on(weights, to_column, 1)
    both = {pair: weight * to_column[pair] * to_row[pair] for pair, weight in weights.items()}
    return {pair: product / (1 + product) for pair, product in both.items()}


def _weigh(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    return {pair: math.exp(max(-_LIMIT, min(_LIMIT, value))) for pair, value in odds.items()}


def _pass_on(weights: Mapping[Pair, float], messages: Mapping[Pair, float], side: int) -> dict[Pair, float]:
    """How free each end of that side is for the pair, its other pairs considered."""
    claims = {pair: weight * messages[pair] for pair, weight in weights.items()}
    sums: dict[int, float] = {}
    for pair, claim in claims.items():
        sums[pair[side]] = sums.get(pair[side], 1.0) + claim
    return {pair: 1 / max(1.0, sums[pair[side]] - claim) for pair, claim in claims.items()}
