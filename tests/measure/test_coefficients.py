"""The coefficients against slow ones, pair of coders by pair of coders and in exact fractions."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.measure import coefficients as formulas
from policycmp.model.choices import Level

Table = list[tuple[float | None, ...]]
Exact = list[list[Fraction]]

VALUES = st.sampled_from([None, 0.0, 1.0, 2.0, 2.5, 4.0])
TABLES = st.integers(1, 6).flatmap(
    lambda coders: st.lists(st.tuples(*[VALUES] * coders), min_size=0, max_size=8)
)
"""One coder alone, one unit alone, units that nobody coded, and none at all are among them."""


def read_exactly(table: Table) -> Exact:
    return [[Fraction(value) for value in row if value is not None] for row in table]


def list_values(rows: Exact) -> list[Fraction]:
    return sorted({value for row in rows for value in row})


def correct(observed: Fraction | None, expected: Fraction) -> Fraction | None:
    return None if observed is None or expected == 1 else (observed - expected) / (1 - expected)


def alpha_slowly(table: Table, level: Level) -> Fraction | None:
    rows = [row for row in read_exactly(table) if len(row) > 1]
    margins = Counter(value for row in rows for value in row)

    def square(a: Fraction, b: Fraction) -> Fraction:
        low, high = min(a, b), max(a, b)
        match level:
            case Level.NOMINAL:
                return Fraction(a != b)
            case Level.ORDINAL:
                between = sum(number for value, number in margins.items() if low <= value <= high)
                return (between - Fraction(margins[a] + margins[b], 2)) ** 2
            case Level.INTERVAL:
                return (a - b) ** 2
        return ((a - b) / (a + b)) ** 2 if a != b else Fraction()

    total = margins.total()
    observed = sum(
        (square(a, b) / (len(row) - 1) for row in rows for a, b in permutations(row, 2)), Fraction()
    )
    expected = sum(
        (margins[a] * margins[b] * square(a, b) for a, b in product(margins, repeat=2)), Fraction()
    )
    return 1 - (total - 1) * observed / expected if expected else None


def weight_slowly(a: Fraction, b: Fraction, values: list[Fraction], level: Level) -> Fraction:
    def far(a: Fraction, b: Fraction) -> Fraction:
        if level is Level.NOMINAL:
            return Fraction(a != b)
        if level is Level.ORDINAL:
            steps = abs(values.index(a) - values.index(b)) + 1
            return Fraction(steps * (steps - 1), 2)
        if level is Level.RATIO and a != b:
            return ((a - b) / (a + b)) ** 2
        return (a - b) ** 2

    return 1 - far(a, b) / (max(far(a, b) for a, b in product(values, repeat=2)) or 1)


def observe_slowly(rows: Exact, level: Level) -> Fraction | None:
    values = list_values(rows)
    shared = [list(permutations(row, 2)) for row in rows if len(row) > 1]
    means = [
        sum((weight_slowly(a, b, values, level) for a, b in row), Fraction()) / len(row) for row in shared
    ]
    return sum(means, Fraction()) / len(means) if means else None


def share_slowly(rows: Exact) -> list[Fraction]:
    coded = [row for row in rows if row]
    return [
        sum((Fraction(row.count(value), len(row)) for row in coded), Fraction()) / len(coded)
        for value in list_values(rows)
    ]


def fleiss_slowly(rows: Exact) -> Fraction | None:
    expected = sum((share**2 for share in share_slowly(rows)), Fraction())
    return correct(observe_slowly(rows, Level.NOMINAL), expected)


def gwet_slowly(rows: Exact, level: Level) -> Fraction | None:
    shares, values = share_slowly(rows), list_values(rows)
    if len(values) < 2:
        return None
    weights = sum((weight_slowly(a, b, values, level) for a, b in product(values, repeat=2)), Fraction())
    spread = sum((share * (1 - share) for share in shares), Fraction())
    expected = weights / (len(values) * (len(values) - 1)) * spread
    return correct(observe_slowly(rows, level), expected)


def conger_slowly(table: Table) -> Fraction | None:
    rows = read_exactly(table)
    columns = [[v for v in column if v is not None] for column in zip(*table, strict=True)]
    columns = [column for column in columns if column]
    coders = len(columns)
    if coders < 2:
        return None
    expected = Fraction()
    for value in list_values(rows):
        shares = [Fraction(column.count(value), len(column)) for column in columns]
        mean = sum(shares, Fraction()) / coders
        variance = sum(((share - mean) ** 2 for share in shares), Fraction()) / (coders - 1)
        expected += mean**2 - variance / coders
    return correct(observe_slowly(rows, Level.NOMINAL), expected)


def agree(found: float | None, exact: Fraction | None) -> bool:
    if found is None or exact is None:
        return found is exact
    return found == pytest.approx(float(exact), abs=1e-12, rel=1e-12)


@given(TABLES, st.sampled_from(Level))
def test_the_exact_figures(table: Table, level: Level) -> None:
    ratings, rows = formulas.count_ratings(table), read_exactly(table)
    assert agree(formulas.measure_alpha(ratings, level), alpha_slowly(table, level))
    assert agree(formulas.measure_percent(ratings), observe_slowly(rows, Level.NOMINAL))
    assert agree(formulas.measure_fleiss(ratings), fleiss_slowly(rows))
    assert agree(formulas.measure_cohen(ratings), conger_slowly(table))
    assert agree(formulas.measure_gwet(ratings, level), gwet_slowly(rows, level))


@given(TABLES, st.data())
def test_units_drawn_are_units_counted_anew(table: Table, data: st.DataObject) -> None:
    units = list(range(len(table)))
    drawn = data.draw(st.lists(st.sampled_from(units), max_size=9)) if units else []
    counts = [formulas.count_values(row) for row in table]
    taken = formulas.Ratings(counts, [drawn.count(unit) for unit in units])
    anew = formulas.count_ratings(table[unit] for unit in drawn)
    for level in Level:
        one, other = formulas.measure_alpha(taken, level), formulas.measure_alpha(anew, level)
        assert one == (None if other is None else pytest.approx(other, abs=1e-12))
