"""Everything on an actor, an issue, a source."""

from __future__ import annotations

from makers import DENIAL, QUARREL, make_corpus
from policycmp.measure.selection import select_positions
from policycmp.model.filters import Filters
from policycmp.tabulate.show import tabulate_dossier

CORPUS = make_corpus(*QUARREL)


def report_on(**filters):
    chosen = Filters(**filters)
    return tabulate_dossier(CORPUS, chosen, select_positions(CORPUS, chosen))


def test_what_the_title_says_is_no_column():
    columns = [column.name for column in report_on(actors=("mayor",)).tables[0].columns]
    assert columns == ["issue", "stance", "summary", "where"]
    assert [c.name for c in report_on(sources=("paper",)).tables[0].columns][:2] == ["issue", "actor"]


def test_spreadsheets_get_the_same_columns_always():
    one, other = report_on(actors=("mayor",)).flat, report_on(sources=("blog",)).flat
    assert one.columns == other.columns
    values = [entry.value for entry in one.sections[0].rows[0]]
    assert values[:4] == ["bus-lane", "mayor", 2, "stated"]
    assert values[-2:] == ["paper ¶3", "https://daily.example/a#:~:text=The%20mayor,said%20so"]


def test_records_carry_the_link_and_the_place():
    (record, _) = report_on(actors=("mayor",)).records
    assert (record["stance"], record["paragraph"], record["placement"]) == (2, 3, 1.0)
    assert record["link"].startswith("https://daily.example/a#:~:text=")
    assert DENIAL.evidence is not None


def test_nobody_is_a_table_without_rows():
    report = report_on(actors=("council",), sources=("blog",))
    assert report.tables[0].sections == ()
    assert report.title == "Town Council · The Blog"
