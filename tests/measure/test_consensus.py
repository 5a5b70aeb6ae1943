"""How far actors agree on an issue."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import make_corpus, make_position
from policycmp.measure.consensus import measure_agreement_a, measure_consensus, measure_spreads
from policycmp.measure.matrix import build_matrix
from profile_makers import ANCHORS


def spread_places(counts: list[int]) -> list[float]:
    last = len(counts) - 1
    return [2 * n / last - 1 for n, number in enumerate(counts) for _ in range(number)]


def test_the_example_of_the_paper() -> None:
    """Van der Eijk 2001, page 331."""
    assert measure_agreement_a([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.6113333333)


@pytest.mark.skipif(not ANCHORS.is_dir(), reason="no anchors at hand")
def test_every_published_row() -> None:
    with (ANCHORS / "consensus" / "expected.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    for row in rows:
        counts = [int(n) for n in row["vector"].split()]
        assert measure_agreement_a(counts) == float(row["agreement_A"])
        assert measure_consensus(spread_places(counts)) == float(row["consensus_TW"])


COUNTS = st.lists(st.integers(0, 9), min_size=3, max_size=7).filter(any)


@given(COUNTS)
def test_laws(counts: list[int]) -> None:
    """Range; the direction and the number of people do not matter; one place is full agreement."""
    value, shared = measure_agreement_a(counts), measure_consensus(spread_places(counts))
    assert value is not None
    assert -1 <= value <= 1
    assert 0 <= shared <= 1
    assert value == pytest.approx(measure_agreement_a(counts[::-1]))
    assert value == pytest.approx(measure_agreement_a([3 * n for n in counts]))
    if sum(n > 0 for n in counts) == 1:
        assert (value, shared) == (1, 1)


def test_the_divided_issue_comes_first() -> None:
    corpus = make_corpus(
        *(make_position(actor, "bus-lane", stance) for actor, stance in (("mayor", 2), ("shops", -2))),
        *(make_position(actor, "bike-lane", 1) for actor in ("mayor", "shops")),
        make_position("mayor", "fountain", 1),
    )
    found = measure_spreads(corpus, build_matrix(corpus), floor=2)
    assert [(s.issue.id, s.agreement, s.consensus, s.variance) for s in found.spreads] == [
        ("bus-lane", -1, 0, 1),
        ("bike-lane", 1, 1, 0),
    ]
    assert found.below == 1
    assert found.links == ()


def test_issues_that_go_together() -> None:
    stances = {"mayor": (2, -2), "shops": (-2, 2), "council": (1, -1)}
    corpus = make_corpus(
        *(
            make_position(actor, issue, stance)
            for actor, both in stances.items()
            for issue, stance in zip(("bus-lane", "parking-fee"), both, strict=True)
        )
    )
    (link,) = measure_spreads(corpus, build_matrix(corpus)).links
    assert (link.value, link.actors) == (-1, 3)


def test_so_many_links_or_only_those_over_enough_actors() -> None:
    stances = {"mayor": (2, -2, 2), "shops": (-2, 2, 1), "council": (1, -1, None)}
    corpus = make_corpus(
        *(
            make_position(actor, issue, stance)
            for actor, places in stances.items()
            for issue, stance in zip(("bus-lane", "parking-fee", "bike-lane"), places, strict=True)
            if stance is not None
        ),
        make_position("mayor", "fountain", 1),
    )
    matrix = build_matrix(corpus)
    (link,) = measure_spreads(corpus, matrix, floor=2).links
    assert (link.first.id, link.second.id, link.actors) == ("bus-lane", "parking-fee", 3)
    assert list(measure_spreads(corpus, matrix, pairs=0).links) == []
    assert list(measure_spreads(corpus, matrix, pairs=1).links) == [link]
    assert list(measure_spreads(corpus, matrix, pair_floor=4).links) == []
