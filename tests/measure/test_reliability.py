"""Coders held against each other: published figures, laws, and the units to talk about."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import make_corpus, make_position
from policycmp.measure import coefficients as formulas
from policycmp.measure.reliability import measure_coefficients, measure_reliability
from policycmp.measure.selection import select_positions
from policycmp.model.choices import Level
from policycmp.model.filters import Filters
from profile_makers import ANCHORS
from steps import count_bytecodes

if TYPE_CHECKING:
    from collections.abc import Callable

    Formula = Callable[[formulas.Ratings, Level], float | None]

FOUR: tuple[tuple[float | None, ...], ...] = (
    (1, 1, None, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (None, 5, 5, 5),
    (None, None, 1, 1),
    (None, None, 3, None),
)
"""Krippendorff's example of four observers and twelve units."""


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        (Level.NOMINAL, 0.743),
        (Level.ORDINAL, 0.815),
        (Level.INTERVAL, 0.849),
        (Level.RATIO, 0.797),
    ],
)
def test_the_published_alphas(level: Level, printed: float) -> None:
    value = formulas.measure_alpha(formulas.count_ratings(FOUR), level)
    assert value is not None
    assert round(value, 3) == printed


def test_the_other_published_coefficients() -> None:
    ratings = formulas.count_ratings(FOUR)
    assert formulas.measure_percent(ratings) == pytest.approx(0.8181818, abs=5e-8)
    assert formulas.measure_gwet(ratings) == pytest.approx(0.77544, abs=5e-6)
    assert formulas.measure_fleiss(ratings) == pytest.approx(0.76117, abs=5e-6)
    assert formulas.measure_cohen(ratings) == pytest.approx(0.7628, abs=5e-5)


@pytest.mark.skipif(not ANCHORS.is_dir(), reason="no anchors at hand")
def test_every_published_row() -> None:
    measures: dict[str, Formula] = {
        "percent agreement": lambda ratings, _: formulas.measure_percent(ratings),
        "Gwet AC1": lambda ratings, _: formulas.measure_gwet(ratings),
        "Fleiss kappa": lambda ratings, _: formulas.measure_fleiss(ratings),
        "Conger kappa": lambda ratings, _: formulas.measure_cohen(ratings),
        "alpha": formulas.measure_alpha,
    }
    checked = 0
    with (ANCHORS / "reliability" / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["coefficient"] not in measures:
                continue
            with (ANCHORS / "reliability" / row["file"]).open(encoding="utf-8", newline="") as data:
                table = list(csv.reader(data))[1:]
            ratings = formulas.count_ratings(
                tuple(float(v) if v else None for v in line[1:]) for line in table
            )
            value = measures[row["coefficient"]](ratings, Level(row["level_or_weights"]))
            assert value is not None
            digits = len(row["expected"].split(".")[1])
            assert round(value, digits) == float(row["expected"]), row
            checked += 1
    assert checked == 11


def test_cohen_by_hand() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 seen, 0.5 by chance, so 0.4."""
    table = [*[(1.0, 1.0)] * 20, *[(1.0, 0.0)] * 5, *[(0.0, 1.0)] * 10, *[(0.0, 0.0)] * 15]
    ratings = formulas.count_ratings(table)
    assert formulas.measure_cohen(ratings) == pytest.approx(0.4)


def test_weights_by_hand() -> None:
    """Four ordered values: neighbours count 1 − 1/6, the farthest nothing (Gwet 2014)."""
    ordinal = formulas.weigh_values((1, 2, 3, 4), Level.ORDINAL)
    assert [ordinal[1, other] for other in (1, 2, 3, 4)] == pytest.approx([1, 1 - 1 / 6, 1 - 3 / 6, 0])
    squares = formulas.weigh_values((1, 2, 3), Level.INTERVAL)
    assert squares[1, 2] == pytest.approx(0.75)


VALUES = st.sampled_from([None, 1.0, 2.0, 3.0])
TABLES = st.integers(2, 4).flatmap(
    lambda coders: st.lists(st.tuples(*[VALUES] * coders), min_size=1, max_size=12)
)


@given(TABLES, st.randoms(use_true_random=False))
def test_laws(table: list[tuple[float | None, ...]], draw: Random) -> None:
    """Order of units and coders does not matter; nothing exceeds 1; the interval holds the value."""
    found = {c.name: c for c in measure_coefficients(table, samples=20)}
    order = list(range(len(table[0])))
    draw.shuffle(order)
    turned = [tuple(row[n] for n in order) for row in reversed(table)]
    again = {c.name: c for c in measure_coefficients(turned, samples=0)}
    for name, coefficient in found.items():
        value = coefficient.value
        assert (value is None) == (again[name].value is None)
        if value is not None:
            assert value == pytest.approx(again[name].value, abs=1e-8)
            assert value <= 1
            if coefficient.low is not None:
                assert coefficient.high is not None
                assert coefficient.low <= value <= coefficient.high
    if all(len({v for v in row if v is not None}) == 1 for row in table):
        assert all(c.value in (None, 1) for c in found.values())


def count_draws(coders: int) -> int:
    draw = Random(coders)
    table = [tuple(float(draw.randint(1, 5)) for _ in range(coders)) for _ in range(6)]
    return count_bytecodes(lambda: measure_coefficients(table, samples=5))


def test_twice_the_coders_are_at_most_twice_the_work() -> None:
    """Going through every two of them is four times."""
    assert count_draws(200) < 2.1 * count_draws(100)


def test_coders_who_differ_are_listed_widest_first() -> None:
    corpus = make_corpus(
        make_position("mayor", "bus-lane", 2, coder="ann"),
        make_position("mayor", "bus-lane", 1, coder="ben"),
        make_position("shops", "bus-lane", -2, coder="ann"),
        make_position("shops", "bus-lane", 2, coder="ben"),
        make_position("council", "bus-lane", 1, coder="ann"),
        make_position("council", "bike-lane", 1),
    )
    found = measure_reliability(corpus, select_positions(corpus, Filters()), samples=50)
    assert found.coders == ("ann", "ben")
    assert [(u.actor, u.values, u.gap) for u in found.units] == [
        ("shops", (-2, 2), 1),
        ("mayor", (2, 1), 0.25),
    ]
    assert [u.actor for u in found.lone] == ["council"]
    assert found.uncoded == 1
    assert next(c for c in found.coefficients if c.name == "alpha-ratio").value is None
