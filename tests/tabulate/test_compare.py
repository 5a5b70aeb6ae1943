"""What a comparison says: entries, notes, provenance, records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from makers import QUARREL, make_corpus, make_position
from policycmp.measure.counts import count_cells
from policycmp.measure.matrix import build_matrix
from policycmp.model.choices import By, Rule
from policycmp.model.filters import Filters
from policycmp.model.origin import Origin
from policycmp.model.report import Report, Tone
from policycmp.tabulate.compare import tabulate_matrix
from policycmp.tabulate.parts.contested import NOTED

CORPUS = make_corpus(*QUARREL, origins=(Origin(name="town.yaml", digest="a1b2c3d4e5f6" + "0" * 52),))


def report_on(corpus=CORPUS, filters: Filters | None = None, **more) -> Report:
    filters = filters or Filters()
    shape = {key: more.pop(key) for key in ("detail", "transpose") if key in more}
    long = more.pop("long", False)
    matrix = build_matrix(corpus, filters, **more)
    counts = count_cells(corpus, filters, matrix) if long else None
    return tabulate_matrix(corpus, filters, matrix, counts=counts, **shape)


def texts_of(report: Report) -> dict[str, list[str]]:
    return {
        row[0].text: [entry.text for entry in row[1:]]
        for section in report.tables[0].sections
        for row in section.rows
    }


def test_the_five_states_look_different():
    shown = texts_of(report_on())
    assert shown == {
        "Bus lane": ["strongly opposes", "supports", "strongly supports / opposes if …"],
        "Bike lane": ["mixed", "·", "·"],
        "Parking fee": ["opposes", "supports if …", "·"],
    }


def test_signs_and_values_tell_the_same():
    rows = [row for section in report_on().tables[0].sections for row in section.rows]
    assert [entry.sign for entry in rows[0][1:]] == ["−−", "+", "++/(−)"]
    assert [entry.value for entry in rows[0][1:]] == [-2, 1, "contested 2"]
    assert [entry.value for entry in rows[2][1:]] == [-1, "conditional 1", None]
    assert rows[0][3].tone is Tone.CONTESTED


def test_a_contested_cell_stands_under_the_table_with_the_command_that_tells_all():
    (note, condition, hidden) = report_on().notes
    assert note == "Contested: The Mayor on Bus lane: `policycmp show mayor bus-lane`"
    assert condition.startswith("On a condition: Council on Parking fee, if ")
    assert hidden.startswith("1 issue not shown")


def test_many_contested_cells_are_counted():
    issues = make_corpus().issues
    both = [
        make_position(actor, issue.id, stance)
        for actor in ("mayor", "shops")
        for issue in issues[:3]
        for stance in (1, -1)
    ]
    both += [make_position("council", "bus-lane", stance) for stance in (1, -1)]
    notes = report_on(make_corpus(*both)).notes
    assert len([note for note in notes if " on " in note]) == NOTED
    assert notes[NOTED] == "Contested: 1 more cell: `policycmp conflicts`"


def test_the_command_names_things_by_the_shortest_word_that_is_theirs_alone():
    both = [make_position("mayor", "bus-lane", stance) for stance in (1, -1)]
    corpus = make_corpus(*both)
    lane = replace(corpus.issue_by_id["bus-lane"], aliases=("the lane", "buses", "lane", "Shops"))
    park = replace(corpus.issue_by_id["bike-lane"], aliases=("Lane",))
    issues = tuple({"bus-lane": lane, "bike-lane": park}.get(issue.id, issue) for issue in corpus.issues)
    (note, *_) = report_on(replace(corpus, issues=issues)).notes
    assert note.endswith("`policycmp show mayor buses`")


def test_few_conditions_are_told_and_many_counted():
    issues = [issue.id for issue in make_corpus().issues]
    offers = [
        make_position(actor, issue, 1, condition="if it is free")
        for actor in ("mayor", "shops", "council")
        for issue in issues
    ]
    few = report_on(make_corpus(*offers[:NOTED])).notes
    assert sum(", if it is free." in note for note in few) == NOTED
    assert (
        f"On a condition: {NOTED + 1} stances: `--detail`"
        in report_on(make_corpus(*offers[: NOTED + 1])).notes
    )


def test_a_mean_between_points_is_the_nearest_word_marked():
    positions = [make_position("mayor", "bus-lane", stance) for stance in (-2, -2, -1)]
    report = report_on(make_corpus(*positions), rule=Rule.MEAN)
    entry = report.tables[0].sections[0].rows[0][1]
    assert (entry.text, entry.sign) == ("≈ strongly opposes", "≈−−")
    assert entry.value == pytest.approx(-5 / 3)
    assert "≈" in {sign.sign for sign in report.legend}


def test_a_mean_is_never_called_by_a_word_of_the_other_side_or_of_the_middle():
    positions = [make_position("mayor", "bus-lane", stance) for stance in (0, 0, 1)]
    assert texts_of(report_on(make_corpus(*positions), rule=Rule.MEAN))["Bus lane"] == ["≈ supports"]


def test_the_contested_side_shown_first_is_the_rule_s():
    assert texts_of(report_on(rule=Rule.LATEST))["Bus lane"][2] == "opposes if … / strongly supports"


def test_provenance_tells_corpus_rule_filters_and_what_was_left_out():
    line = report_on(filters=Filters(actors=("mayor",))).provenance
    assert "town.yaml (sha256 a1b2c3d4e5f6): 7 positions" in line
    assert "Rule stated-first" in line
    assert "Filters: actor mayor." in line
    assert "Left out: 5 positions by the filters." in line


def test_records_hold_every_cell_and_every_position():
    report = report_on()
    assert len(report.records) == 9
    mayor = next(r for r in report.records if r["issue"] == "bus-lane" and r["actor"] == "mayor")
    assert (mayor["state"], mayor["stance"], mayor["placement"]) == ("contested", 2, 1.0)
    assert [(p["stance"], p["counts"]) for p in mayor["positions"]] == [(2, True), (-1, False)]
    silent = [r for r in report.records if r["state"] == "silent"]
    assert all(r["stance"] is None and r["positions"] == [] for r in silent)


def test_footnotes_lead_to_source_and_passage():
    report = report_on(filters=Filters(actors=("mayor",)))
    (bus,) = [row for section in report.tables[0].sections for row in section.rows]
    first = report.footnotes[bus[1].footnotes[0]]
    assert first.url == "https://daily.example/a#:~:text=The%20mayor,said%20so"
    assert first.link_text == "The Daily, 2024-03-01, ¶3"
    assert report.footnotes[bus[1].footnotes[1]].url is None


def test_transposed_and_long():
    turned = report_on(transpose=True).tables[0]
    assert [column.name for column in turned.columns] == ["actor", "bus-lane", "bike-lane", "parking-fee"]
    long = report_on(long=True).tables[0]
    assert len(long.sections[0].rows) == 9
    counts = [(row[1].value, row[4].value, row[5].value) for row in long.sections[0].rows[:3]]
    assert counts == [("shops", 1, 0.333333), ("council", 1, 0.5), ("mayor", 2, 1.0)]
    assert [column.name for column in long.columns][:4] == ["issue", "actor", "stance", "state"]


def test_topics_have_counts_of_positions_alone():
    [row, *_] = report_on(long=True, by=By.TOPIC).tables[0].sections[0].rows
    assert [entry.value for entry in row[4:11]] == [2, 0.666667, 0.4, None, None, None, None]


def test_by_topic_counts():
    shown = texts_of(report_on(by=By.TOPIC))
    assert shown["Streets"] == ["1− 1×0 of 2", "1+ of 2", "1± of 2"]


def test_detail_lists_positions():
    (bus, *_) = [row for section in report_on(detail=True).tables[0].sections for row in section.rows]
    assert bus[3].details == (
        "strongly supports [stated, paper ¶3, 2024-03-01]",
        "opposes if shops agree: A deal. [reported, blog, 2024-03-05]",
    )


def test_a_cell_that_pools_actors_or_issues_names_them():
    pooled = report_on(by=By.AFFILIATION, detail=True)
    details = [
        d for section in pooled.tables[0].sections for row in section.rows for e in row for d in e.details
    ]
    assert "Council: supports [implied, paper, 2024-03-01]" in details
    rows = [row for section in report_on(by=By.TOPIC, detail=True).tables[0].sections for row in section.rows]
    assert rows[0][1].details[0] == "Bus lane: strongly opposes [stated, paper, 2024-03-01]"


def test_silence_costs_no_entry_of_its_own() -> None:
    """Entries are as many as there are positions and rows, whatever the size of the table."""
    corpus = make_corpus(*QUARREL)
    matrix = build_matrix(corpus, Filters(issues=tuple(issue.id for issue in corpus.issues)))
    report = tabulate_matrix(corpus, Filters(), matrix)
    entries = [entry for section in report.tables[0].sections for row in section.rows for entry in row]
    spoken = sum(bool(cell.positions) for cells in matrix.cells for cell in cells)
    assert len(entries) > spoken + len(matrix.rows) + 2
    assert len({id(entry) for entry in entries}) == spoken + len(matrix.rows) + 1
