"""Differences, conflicts and changes."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import QUARREL, make_corpus, make_day, make_position
from policycmp.measure.changes import find_last_day, list_changes
from policycmp.measure.conflicts import list_conflicts
from policycmp.measure.differences import list_differences
from policycmp.measure.matrix import build_matrix
from policycmp.measure.rank_stability import rank_correlation
from policycmp.model.actor import Actor
from policycmp.model.choices import Rule
from policycmp.model.codebook import Issue
from policycmp.model.differences import Changes, Contrast, Shift, Split
from policycmp.model.filters import Filters
from profile_makers import ANCHORS, read_wahlomat

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus

CORPUS = make_corpus(*QUARREL)


def test_the_widest_gap_comes_first() -> None:
    matrix = build_matrix(CORPUS, Filters(actors=("council", "shops")))
    found = [(d.issue.id, d.contrast, d.gap) for d in list_differences(matrix)]
    assert found == [
        ("bus-lane", Contrast.OPPOSED, 0.75),
        ("parking-fee", Contrast.OPPOSED, 0.5),
        ("bike-lane", Contrast.SECOND_ONLY, None),
    ]


def test_the_middle_opposes_nobody() -> None:
    corpus = make_corpus(make_position("mayor", "bus-lane", 0), make_position("shops", "bus-lane", 2))
    (found,) = list_differences(build_matrix(corpus))
    assert (found.contrast, found.gap) == (Contrast.APART, 0.5)


def test_a_denial_against_a_report() -> None:
    """+2 stated on 1 March against −1 reported on 5 March, in another source."""
    (conflict,) = list_conflicts(CORPUS, build_matrix(CORPUS))
    assert (conflict.actor, conflict.issue.id, conflict.gap) == ("mayor", "bus-lane", 0.75)
    assert conflict.splits == (Split.SOURCE, Split.ATTRIBUTION, Split.TIME)
    assert dict(conflict.readings) == {
        Rule.STATED_FIRST: 1,
        Rule.LATEST: -0.5,
        Rule.MEAN: 0.25,
        Rule.STRONGEST: 1,
    }


def test_time_sets_apart_in_either_order() -> None:
    early, late = make_day("2024-01-01"), make_day("2024-02-01")
    for first, second in ((early, late), (late, early)):
        corpus = make_corpus(
            make_position("mayor", "bus-lane", 1, date=first),
            make_position("mayor", "bus-lane", -1, date=second),
        )
        (conflict,) = list_conflicts(corpus, build_matrix(corpus))
        assert conflict.splits == (Split.TIME,)


def test_one_source_may_hold_both_sides() -> None:
    corpus = make_corpus(make_position("mayor", "bus-lane", 1), make_position("mayor", "bus-lane", -1))
    (conflict,) = list_conflicts(corpus, build_matrix(corpus))
    assert conflict.splits == ()


def compare_days(corpus: Corpus, first: str, second: str) -> Changes:
    matrices = [
        build_matrix(corpus, Filters(as_of=make_day(day)), rule=Rule.LATEST) for day in (first, second)
    ]
    return list_changes(matrices[0], matrices[1], (corpus, corpus), (first, second))


def test_between_two_dates() -> None:
    corpus = make_corpus(
        make_position("mayor", "bus-lane", 2, date=make_day("2024-01-01")),
        make_position("mayor", "bus-lane", -1, date=make_day("2024-02-01")),
        make_position("shops", "bus-lane", -1, date=make_day("2024-01-01")),
        make_position("shops", "bus-lane", -2, date=make_day("2024-02-01")),
        make_position("council", "bus-lane", 1, date=make_day("2024-02-01")),
        make_position("council", "bike-lane", 1, date=make_day("2024-01-01")),
    )
    found = compare_days(corpus, "2024-01-15", "2024-02-15")
    assert [(c.actor, c.shift, c.gap) for c in found.changes] == [
        ("mayor", Shift.FLIPPED, 0.75),
        ("shops", Shift.MOVED, 0.25),
        ("council", Shift.NEW, None),
    ]
    assert found.same == 1
    back = compare_days(corpus, "2024-02-15", "2024-01-15")
    assert [c.shift for c in back.changes] == [Shift.FLIPPED, Shift.MOVED, Shift.DROPPED]
    assert compare_days(corpus, "2024-02-15", "2024-02-16").changes == ()
    assert find_last_day(corpus) == "2024-02-01"
    assert find_last_day(make_corpus()) is None


def make_election(folder: str) -> Corpus:
    names, rows = read_wahlomat(folder)
    issues = [f"thesis-{n}" for n in range(len(rows[0]))]
    return make_corpus(
        *(
            make_position(f"party-{n}", issue, None if place is None else int(place * 2))
            for n, row in enumerate(rows)
            for issue, place in zip(issues, row, strict=True)
        ),
        topics=(),
        issues=tuple(Issue(id=issue, title=issue) for issue in issues),
        actors=tuple(Actor(id=f"party-{n}", name=name) for n, name in enumerate(names)),
    )


@pytest.mark.skipif(not ANCHORS.is_dir(), reason="no anchors at hand")
def test_the_corrections_of_2017_cell_by_cell() -> None:
    before, after = make_election("2017-deutschland-august"), make_election("2017-deutschland")
    found = list_changes(build_matrix(before), build_matrix(after), (before, after), ("august", "september"))
    moved = {(after.actor_by_id[c.actor].name, c.issue) for c in found.changes}
    humanists = {name for name, _ in moved} - {"AfD", "ÖDP"}
    assert len(humanists) == 1
    assert moved == {("AfD", "thesis-19"), ("ÖDP", "thesis-14")} | {
        (*humanists, f"thesis-{n}") for n in (3, 8, 13)
    }


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12))
def test_rank_correlation_counts_pairs(rows: list[tuple[int, int]]) -> None:
    signs = [((a > c) - (a < c), (b > d) - (b < d)) for (a, b), (c, d) in combinations(rows, 2)]
    agree = sum(one * two for one, two in signs)
    untied = sum(one != 0 for one, _ in signs) * sum(two != 0 for _, two in signs)
    expected = agree / untied**0.5 if untied else None
    assert rank_correlation([a for a, _ in rows], [b for _, b in rows]) == pytest.approx(expected)


def test_rank_correlation_by_hand() -> None:
    assert rank_correlation([1, 2, 3], [1, 2, 3]) == 1
    assert rank_correlation([1, 2, 3], [3, 2, 1]) == -1
    assert rank_correlation([1, 2, 3, 4], [1, 2, 4, 3]) == pytest.approx(4 / 6)
    assert rank_correlation([1, 1, 2], [1, 2, 3]) == pytest.approx(2 / (2 * 3) ** 0.5)
    assert rank_correlation([1, 1], [1, 2]) is None
    assert rank_correlation([1], [1]) is None
