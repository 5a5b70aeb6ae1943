"""Issues by actors, and the cuts of it."""

from __future__ import annotations

from makers import QUARREL, make_corpus, make_day, make_position
from policycmp.measure.matrix import build_matrix
from policycmp.measure.selection import select_positions
from policycmp.model.choices import By, Only, Rule, Sort
from policycmp.model.corpus import Attribution, Corpus
from policycmp.model.filters import Filters
from policycmp.model.matrix import State

CORPUS = make_corpus(*QUARREL)


def rows_of(matrix):
    return [row.id for row in matrix.rows]


def columns_of(matrix):
    return [column.id for column in matrix.columns]


def test_rows_by_topic_columns_by_coverage():
    matrix = build_matrix(CORPUS)
    assert rows_of(matrix) == ["bus-lane", "bike-lane", "parking-fee"]
    assert columns_of(matrix) == ["shops", "council", "mayor"]
    assert matrix.hidden_rows == 1


def test_issues_named_outright_stay_even_if_nobody_speaks():
    matrix = build_matrix(CORPUS, Filters(issues=("fountain",), actors=("mayor",)))
    assert rows_of(matrix) == ["fountain"]
    assert matrix.cells[0][0].state is State.SILENT


def test_actors_stand_as_named():
    assert columns_of(build_matrix(CORPUS, Filters(actors=("mayor", "shops")))) == ["mayor", "shops"]


def test_sorts():
    assert columns_of(build_matrix(CORPUS, sort=Sort.NAME)) == ["shops", "mayor", "council"]
    assert columns_of(build_matrix(CORPUS, sort=Sort.CODEBOOK)) == ["mayor", "council", "shops"]
    assert rows_of(build_matrix(CORPUS, sort=Sort.SPREAD)) == ["bus-lane", "parking-fee", "bike-lane"]


def test_by_source_sets_report_against_denial():
    matrix = build_matrix(CORPUS, Filters(actors=("mayor",)), by=By.SOURCE)
    assert columns_of(matrix) == ["paper", "blog"]
    assert [cell.stance for cell in matrix.cells[0]] == [2, -1]


def test_by_affiliation_pools_its_actors():
    matrix = build_matrix(CORPUS, by=By.AFFILIATION)
    assert set(columns_of(matrix)) == {"City Hall", "Chamber of Shops"}


def test_by_topic_tallies_and_takes_no_mean():
    matrix = build_matrix(CORPUS, by=By.TOPIC)
    assert rows_of(matrix) == ["streets", "money"]
    shops = matrix.cells[0][columns_of(matrix).index("shops")]
    assert (shops.tally.opposes, shops.tally.mixed, shops.tally.issues) == (1, 1, 2)
    assert shops.placement is None


def test_only():
    assert rows_of(build_matrix(CORPUS, only=Only.DISAGREEMENTS)) == ["bus-lane", "parking-fee"]
    two = Filters(actors=("mayor", "council"))
    assert rows_of(build_matrix(CORPUS, two, only=Only.AGREEMENTS)) == ["bus-lane"]
    assert rows_of(build_matrix(CORPUS, two, only=Only.SILENT)) == ["parking-fee"]


def test_dates_pass_when_any_day_of_them_would():
    year = make_day("2024-01-01").__class__(
        text="2024", first=make_day("2024-01-01").first, last=make_day("2024-12-31").last
    )
    vague = make_position("mayor", "bus-lane", 1, date=year)
    undated = make_position("mayor", "bike-lane", 1, "leaflet")
    corpus = make_corpus(vague, undated)
    assert select_positions(corpus, Filters(since=make_day("2024-06-01"))).positions == (vague,)
    assert select_positions(corpus, Filters(until=make_day("2023-12-31"))).positions == ()
    assert select_positions(corpus, Filters(until=make_day("2024-01-01"))).undated == 1


def test_filters_and_counts():
    selection = select_positions(CORPUS, Filters(attributions=(Attribution.REPORTED,)))
    assert [p.source for p in selection.positions] == ["blog"]
    assert selection.filtered == len(QUARREL) - 1


def test_open_stances_are_counted_and_left_out():
    corpus = make_corpus(make_position("mayor", "bus-lane", None), make_position("mayor", "bike-lane", 1))
    matrix = build_matrix(corpus)
    assert rows_of(matrix) == ["bike-lane"]
    assert matrix.selection.open == 1
    assert len(select_positions(corpus, Filters(), keep_open=True).positions) == 2


def test_an_empty_corpus_gives_an_empty_matrix():
    for by in By:
        matrix = build_matrix(Corpus(), by=by, rule=Rule.MEAN)
        assert (matrix.rows, matrix.columns, matrix.cells) == ((), (), ())
