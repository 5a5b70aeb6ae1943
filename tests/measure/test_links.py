"""Which issues go together: by products, by adding up, and by slow exact fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policycmp.measure import links
from policycmp.measure.links import link_issues
from policycmp.model.consensus import Link, PackedLinks
from policycmp.model.matrix import Heading
from steps import count_bytecodes

Places = list[float | None]

HALVES = st.none() | st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0])
THIRDS = st.none() | st.sampled_from([-1.0, -0.333333333, 0.0, 0.083333333, 1.0])


def draw_rows(place: st.SearchStrategy[float | None]) -> st.SearchStrategy[list[Places]]:
    """No actor, one or more, on no issue, one or more; with ties, gaps and issues on which nobody speaks."""
    return st.integers(0, 9).flatmap(
        lambda actors: st.lists(st.lists(place, min_size=actors, max_size=actors), max_size=7)
    )


def head(rows: list[Places]) -> list[tuple[Heading, Places]]:
    return [(Heading(id=f"i{n}", title=f"I{n}", short=f"I{n}"), row) for n, row in enumerate(rows)]


def link_slowly(rows: list[Places], floor: int) -> list[tuple[str, str, float, int]]:
    found = []
    for one, other in combinations(range(len(rows)), 2):
        both = [
            (Fraction(a), Fraction(b))
            for a, b in zip(rows[one], rows[other], strict=True)
            if a is not None and b is not None
        ]
        if len(both) < floor:
            continue
        middles = [sum(side, Fraction()) / len(both) for side in zip(*both, strict=True)]
        apart = [(a - middles[0], b - middles[1]) for a, b in both]
        spreads = [sum((d * d for d in side), Fraction()) for side in zip(*apart, strict=True)]
        if min(spreads):
            product = sum((a * b for a, b in apart), Fraction())
            found.append((f"i{one}", f"i{other}", float(product) / sqrt(spreads[0] * spreads[1]), len(both)))
    return found


def by_products(rows: list[Places], floor: int, number: int | None = None) -> list[Link]:
    """Two issues to a band, and none too few for it."""
    correlations = pytest.importorskip("policycmp.measure.kernels.correlations")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(correlations, "BAND", 2)
        patch.setattr(links, "WORTH_PRODUCTS", 2)
        found = link_issues(head(rows), floor, number)
    assert isinstance(found, PackedLinks) is (len(rows) >= 2)
    return list(found)


def check(found: list[Link], slow: list[tuple[str, str, float, int]]) -> None:
    assert sorted((link.first.id, link.second.id, link.actors) for link in found) == sorted(
        (one, other, actors) for one, other, _, actors in slow
    )
    values = {(one, other): value for one, other, value, _ in slow}
    for link in found:
        assert link.value == pytest.approx(values[link.first.id, link.second.id], abs=1.5e-9)
    ranks = [(-abs(link.value), -link.actors, link.first.id, link.second.id) for link in found]
    assert ranks == sorted(ranks)


@settings(deadline=None)
@given(rows=draw_rows(HALVES) | draw_rows(THIRDS), floor=st.integers(3, 5))
def test_both_ways_are_the_exact_one(rows: list[Places], floor: int) -> None:
    slow = link_slowly(rows, floor)
    check(list(link_issues(head(rows), floor)), slow)
    check(by_products(rows, floor), slow)


@settings(deadline=None)
@given(rows=draw_rows(HALVES), number=st.integers(0, 9))
def test_products_give_the_very_links_and_so_many_are_the_first(rows: list[Places], number: int) -> None:
    added = list(link_issues(head(rows), 3))
    assert by_products(rows, 3) == added
    assert by_products(rows, 3, number) == added[:number] == list(link_issues(head(rows), 3, number))


def make_rows(issues: int) -> list[Places]:
    draw = Random(issues)
    return [[draw.choice([None, -1.0, 0.0, 0.5, 1.0]) for _ in range(12)] for _ in range(issues)]


def test_by_products_twice_the_issues_are_less_than_three_times_the_steps() -> None:
    """Pair by pair it is four times."""
    pytest.importorskip("numpy")
    small, large = (head(make_rows(issues)) for issues in (200, 400))
    assert count_bytecodes(lambda: link_issues(large, 3)) < 3 * count_bytecodes(lambda: link_issues(small, 3))


def test_a_link_is_made_when_it_is_asked_for() -> None:
    pytest.importorskip("numpy")
    found = link_issues(head(make_rows(120)), 3)
    assert len(found) > 5_000
    assert found[-1] == found[len(found) - 1] == list(found)[-1]
    assert found[:2] == (found[0], found[1])
    with pytest.raises(IndexError):
        found[len(found)]
