"""Products of matrices give the very pairs that adding up issue by issue gives, in bounded memory."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycmp.measure import agreement
from policycmp.measure.agreement import measure_agreement, measure_nearest, measure_neighbours, set_terms
from policycmp.measure.kernels.levels import MOST_LEVELS, find_levels, group_columns
from policycmp.measure.metric import METRICS
from policycmp.model.choices import Missing, Normalisation
from profile_makers import make_profiles

if TYPE_CHECKING:
    from policycmp.model.agreement import Pair, Profiles, Terms

products = pytest.importorskip("policycmp.measure.kernels.products")

NAMES = [name for name in METRICS.names() if METRICS.load(name).of_sums]


def make_spoken(cells: list[list[tuple[float, ...]]], weights: list[float]) -> Profiles:
    """The first position of a cell is its placement."""
    rows = [[cell[0] if cell else None for cell in row] for row in cells]
    return make_profiles(rows, weights, tuple(map(tuple, cells)))


def draw_profiles(places: list[float], weights: list[float]) -> st.SearchStrategy[Profiles]:
    cell = st.lists(st.sampled_from(places), max_size=2).map(tuple)
    return st.integers(0, 9).flatmap(
        lambda n: st.builds(
            make_spoken,
            st.lists(st.lists(cell, min_size=n, max_size=n), min_size=1, max_size=8),
            st.lists(st.sampled_from(weights), min_size=n, max_size=n),
        )
    )


EXACT = draw_profiles([-1.0, -0.5, -0.25, 0.0, 0.5, 1.0], [1.0]) | draw_profiles([-1.0, 0.0, 1.0], [0.5, 3.0])
ROUNDED = draw_profiles([-1.0, -0.333333333, 0.0, 0.666666667, 1.0], [0.1, 1.0])


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three actors a block, two a band, and no profiles too small for it."""
    monkeypatch.setattr(products, "BLOCK", 3)
    monkeypatch.setattr(products, "BAND", 2)
    monkeypatch.setattr(agreement, "WORTH_BITS", 0)
    monkeypatch.setattr(agreement, "WORTH_LOOPS", 0)


def add_up(profiles: Profiles, name: str, terms: Terms) -> list[Pair]:
    numbers = combinations(range(len(profiles.actors)), 2)
    return [agreement.measure_pair(profiles, METRICS.load(name), terms, a, b) for a, b in numbers]


@st.composite
def draw_terms(draw: st.DrawFn, name: str, profiles: Profiles) -> Terms:
    metric = METRICS.load(name)
    if metric.measure.is_counted:
        normalisation = draw(st.sampled_from(Normalisation))
        return set_terms(metric, profiles, normalisation=normalisation, floor=draw(st.integers(1, 3)))
    return set_terms(metric, profiles, missing=draw(st.sampled_from(Missing)), floor=draw(st.integers(1, 3)))


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), profiles=EXACT)
def test_products_agree_with_sums(name: str, data: st.DataObject, profiles: Profiles) -> None:
    metric, terms = METRICS.load(name), data.draw(draw_terms(name, profiles))
    found = measure_agreement(profiles, metric, terms).pairs
    assert isinstance(found, tuple) is (terms.normalisation is Normalisation.JACCARD)
    slow = add_up(profiles, name, terms)
    assert list(found) == slow
    assert [found[n] for n in range(len(found))] == slow
    assert found[1:] == tuple(slow[1:])


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), profiles=ROUNDED)
def test_where_sums_are_not_exact_products_are_as_near(
    name: str, data: st.DataObject, profiles: Profiles
) -> None:
    """Halfway between two, the ninth decimal may fall either way."""
    metric, terms = METRICS.load(name), data.draw(draw_terms(name, profiles))
    found = list(measure_agreement(profiles, metric, terms).pairs)
    for pair, slow in zip(found, add_up(profiles, name, terms), strict=True):
        assert replace(pair, value=None) == replace(slow, value=None)
        assert pair.value == pytest.approx(slow.value, abs=2e-9)


@settings(deadline=None, max_examples=60)
@given(profiles=EXACT, number=st.integers(0, 30))
def test_the_nearest_are_the_first_of_all(profiles: Profiles, number: int) -> None:
    metric = METRICS.load("city-block")
    terms = set_terms(metric, profiles, floor=1)
    known = [pair for pair in add_up(profiles, "city-block", terms) if pair.value is not None]
    ranked = sorted(known, key=lambda pair: (-(pair.value or 0), -pair.shared))
    assert list(measure_nearest(profiles, metric, terms, number).pairs) == ranked[:number]


def test_neighbours_are_the_pairs_of_one_nearest_first() -> None:
    profiles = make_profiles([[-1, 0, 1], [0, 0, None], [1, 0, 1], [None, 0, -1], [None, None, 1]])
    metric = METRICS.load("city-block")
    terms = set_terms(metric, profiles, floor=1)
    found = measure_neighbours(profiles, metric, terms, "a2").pairs
    assert [(pair.first, pair.second) for pair in found] == [
        ("a2", "a4"),
        ("a1", "a2"),
        ("a0", "a2"),
        ("a2", "a3"),
    ]
    assert set(found) <= set(add_up(profiles, "city-block", terms))
    assert measure_neighbours(profiles, metric, terms, "a2", 2).pairs == found[:2]


def test_blocks_bound_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "FEWEST", 1)
    monkeypatch.setattr(products, "PLANES", 40)
    profiles, metric = make_profiles([[n % 2, 1, -1, None] for n in range(11)]), METRICS.load("identical")
    terms = set_terms(metric, profiles)
    levels = find_levels(profiles, metric, terms)
    assert levels is not None
    # Three levels and two planes more on four issues make twenty numbers an actor.
    assert products._Planes(levels, profiles.weights).size == 2
    bands = list(products.measure_bands(levels, profiles.weights, metric.of_sums, terms))
    assert {len(band.values) for band in bands} <= {1, 2}
    assert {band.values.shape[1] for band in bands} <= {1, 2}
    assert sum(band.values.size for band in bands) < 11 * 11


def test_small_units_are_added_in_single_precision_and_others_in_double() -> None:
    metric = METRICS.load("city-block")
    for rows, weights, is_exact in (
        ([[1, 0.5], [None, -0.25]], [1.0, 0.5], True),
        ([[1, 0.333333333]], None, False),
        ([[1, 0]], [0.1, 1.0], False),
        ([[1, 0]], [2.0**24, 1.0], False),
    ):
        profiles = make_profiles(rows, weights)
        levels = find_levels(profiles, metric, set_terms(metric, profiles))
        assert levels is not None
        assert levels.is_exact is is_exact


def test_what_has_too_many_levels_is_added_up() -> None:
    profiles, metric = (
        make_profiles([[n / 999 for n in range(MOST_LEVELS + 1)]] * 3),
        METRICS.load("euclidean"),
    )
    terms = set_terms(metric, profiles)
    assert find_levels(profiles, metric, terms) is None
    assert list(measure_agreement(profiles, metric, terms).pairs) == add_up(profiles, "euclidean", terms)


def test_without_numpy_the_pairs_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    profiles, metric = make_profiles([[1, 0], [0.5, None], [-1, 1]]), METRICS.load("city-block")
    terms = set_terms(metric, profiles, floor=1)
    fast = measure_agreement(profiles, metric, terms).pairs
    monkeypatch.setattr(agreement, "find_spec", lambda _name: None)
    monkeypatch.setattr(products, "measure_bands", None)
    slow = tuple(measure_agreement(profiles, metric, terms).pairs)
    assert list(fast) == list(slow)
    assert measure_nearest(profiles, metric, terms, 2).pairs == tuple(
        sorted(slow, key=lambda pair: -(pair.value or 0))[:2]
    )


def test_a_placement_without_a_position_is_not_counted_by_products() -> None:
    profiles, metric = (
        make_profiles([[1, 0], [0, 1]], statements=(((1,), ()), ((0,), (1,)))),
        METRICS.load("conflict"),
    )
    terms = set_terms(metric, profiles, floor=1)
    assert find_levels(profiles, metric, terms) is None
    assert list(measure_agreement(profiles, metric, terms).pairs) == add_up(profiles, "conflict", terms)


def test_the_ends_of_a_scale_need_one_product() -> None:
    profiles = make_profiles([[-1, -0.5, 0], [0.5, 1, None]])
    planes = {}
    for name in NAMES:
        metric = METRICS.load(name)
        levels = find_levels(profiles, metric, set_terms(metric, profiles))
        assert levels is not None
        planes[name] = len(group_columns(levels.table))
    assert planes["city-block"] == 4
    assert planes["same-side"] == 3
    assert planes["identical"] == 5
