"""How sure a pair is, against every way to pair things off counted one by one."""

from __future__ import annotations

import math
import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.alignment.confidence import find_confidence, find_row_confidence

ODDS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(-6, 8, allow_nan=False), max_size=9
)


def count_all(odds):
    """The share of each pair among all ways in which no row and no column is taken twice."""
    rows = sorted({row for row, _ in odds})
    choices = [[None, *(column for other, column in odds if other == row)] for row in rows]
    total, shares = 0.0, dict.fromkeys(odds, 0.0)
    for choice in product(*choices):
        taken = [column for column in choice if column is not None]
        if len(set(taken)) == len(taken):
            pairs = [(row, column) for row, column in zip(rows, choice, strict=True) if column is not None]
            weight = math.exp(sum(odds[pair] for pair in pairs))
            total += weight
            for pair in pairs:
                shares[pair] += weight
    return {pair: share / total for pair, share in shares.items()}


@pytest.mark.parametrize(
    "odds",
    [
        {(0, 0): 1.5},
        {(0, 0): 2.0, (0, 1): 1.0},
        {(0, 0): 2.0, (1, 0): 1.0},
        {(0, 0): 3.0, (0, 1): 1.0, (1, 1): 2.0, (2, 1): 0.5, (2, 2): -1.0},
    ],
)
def test_it_is_exact_where_names_compete_in_a_tree(odds):
    assert find_confidence(odds) == pytest.approx(count_all(odds), abs=1e-4)


def test_it_is_close_elsewhere():
    chance = random.Random(5)
    errors = []
    for _ in range(300):
        pairs = [(chance.randrange(4), chance.randrange(4)) for _ in range(chance.randrange(1, 10))]
        odds = {pair: chance.uniform(-6, 8) for pair in pairs}
        exact = count_all(odds)
        errors += [abs(value - exact[pair]) for pair, value in find_confidence(odds).items()]
    assert sum(errors) / len(errors) < 0.01
    assert max(errors) < 0.3


@given(ODDS)
def test_no_row_and_no_column_is_surer_than_sure(odds):
    found = find_confidence(odds)
    for side in (0, 1):
        for number in range(4):
            assert sum(value for pair, value in found.items() if pair[side] == number) < 1.01


@given(ODDS)
def test_order_changes_nothing(odds):
    turned = dict(reversed(odds.items()))
    assert find_confidence(turned) == pytest.approx(find_confidence(odds))
    assert find_row_confidence(turned) == pytest.approx(find_row_confidence(odds))


@given(ODDS)
def test_a_row_loses_nothing_because_others_fit_as_well_or_better(odds):
    together = find_row_confidence(odds)
    for row in {row for row, _ in odds}:
        alone = find_row_confidence({pair: value for pair, value in odds.items() if pair[0] == row})
        assert alone == {pair: value for pair, value in together.items() if pair[0] == row}


def test_extreme_odds_overflow_nothing():
    assert find_confidence({(0, 0): 1e9, (1, 1): -1e9}) == {
        (0, 0): pytest.approx(1),
        (1, 1): pytest.approx(0),
    }
