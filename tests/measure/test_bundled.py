"""What the corpus that ships must show, by every measure that can show it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from policycmp.load.corpus import load_corpus
from policycmp.measure.agreement import measure_agreement, set_terms
from policycmp.measure.conflicts import list_conflicts
from policycmp.measure.matches import place_answers, rank_matches
from policycmp.measure.matrix import build_matrix
from policycmp.measure.metric import METRICS
from policycmp.measure.profiles import build_profiles
from policycmp.model.matches import Answer
from processes import ROOT

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus

PLACED = [name for name in METRICS.names() if not METRICS.load(name).measure.is_counted]


@cache
def read_bundled() -> Corpus:
    return load_corpus([str(ROOT / "data" / "positions.yaml")])


@pytest.mark.parametrize("name", PLACED)
def test_the_camps_that_everybody_knows(name: str) -> None:
    """Heritage's authors and the National Interest's are far apart, Bandow is near the latter."""
    metric, profiles = METRICS.load(name), build_profiles(build_matrix(read_bundled()))
    pairs = {
        frozenset((pair.first, pair.second)): pair
        for pair in measure_agreement(profiles, metric, set_terms(metric, profiles)).pairs
    }
    far = pairs[frozenset(("kochis-coffey", "national-interest"))]
    near = pairs[frozenset(("bandow", "national-interest"))]
    assert far.shared >= 10
    assert near.shared >= 8
    assert far.value is not None
    assert near.value is not None
    middle = 0.5 if metric.measure.low == 0 else 0.0
    assert far.value < middle < near.value
    assert near.value - far.value > 0.3


def test_the_biden_administration_conflicts_with_itself_on_troops() -> None:
    corpus = read_bundled()
    conflicts = {(c.actor, c.issue.id): c for c in list_conflicts(corpus, build_matrix(corpus))}
    conflict = conflicts["biden-administration", "troops-eastern-europe"]
    assert len(conflict.cell.positions) >= 4
    assert len({position.source for position in conflict.cell.positions}) >= 2
    assert conflict.gap >= 0.5


@pytest.mark.parametrize("name", ["city-block", "euclidean", "identical", "same-side"])
def test_who_agrees_with_every_heritage_position_gets_heritage_first(name: str) -> None:
    corpus = read_bundled()
    matrix = build_matrix(corpus)
    column = [heading.id for heading in matrix.columns].index("kochis-coffey")
    answers = [
        Answer(issue=row.id, stance=str(cells[column].stance))
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        if cells[column].stance is not None
    ]
    metric, profiles = METRICS.load(name), build_profiles(matrix)
    places = place_answers(corpus, answers)
    found = rank_matches(profiles, places, answers, metric, set_terms(metric, profiles))
    best = found.matches[0]
    assert (best.actor.id, best.pair.value, best.pair.shared) == ("kochis-coffey", 1.0, len(answers))
