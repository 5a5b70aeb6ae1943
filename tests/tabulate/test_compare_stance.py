"""A comparison by stance: everybody who speaks stands where their stance is, marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

import policycmp
from makers import QUARREL, make_corpus, make_position
from policycmp.errors import UsageError
from policycmp.measure.matrix import build_matrix
from policycmp.model.choices import Layout, Rule
from policycmp.model.codebook import Scale
from policycmp.model.filters import Filters
from policycmp.model.matrix import State
from policycmp.model.report import Surface
from policycmp.render.format import render
from policycmp.tabulate.compare import tabulate_matrix

CORPUS = make_corpus(*QUARREL)
MARKS = "●°±"


def lay(corpus=CORPUS, layout=Layout.STANCE, **more):
    return tabulate_matrix(corpus, Filters(), build_matrix(corpus, Filters(), **more), layout=layout)


def names_in(table) -> dict[str, list[list[str]]]:
    return {
        row[0].text: [[item.text for item in entry.items] for entry in row[1:]]
        for section in table.sections
        for row in section.rows
    }


def show(report, width: int | None = None, **surface) -> str:
    return "".join(render(report, "terminal", Surface(width=width, **surface)))


def test_five_stances_across():
    table = lay().tables[0]
    assert [column.name for column in table.columns] == [
        "issue", "strongly_against", "against", "mixed_or_contested", "for", "strongly_for",
    ]  # fmt: skip
    assert names_in(table) == {
        "Bus lane": [["Shops"], [], ["The Mayor±"], ["Council"], []],
        "Bike lane": [[], [], ["Shops"], [], []],
        "Parking fee": [[], ["Shops"], [], ["Council°"], []],
    }


def test_two_sides_where_that_is_too_wide_with_the_contested_on_both():
    (sides,) = lay().tables[0].instead
    assert [column.title for column in sides.columns] == ["Issue", "Against", "Mixed", "For"]
    assert names_in(sides)["Bus lane"] == [["●Shops", "The Mayor°±"], [], ["●The Mayor±", "Council"]]
    assert names_in(sides)["Bike lane"] == [[], ["Shops"], []]


def test_no_column_for_the_mixed_where_there_are_none():
    (sides,) = lay(make_corpus(make_position("mayor", "bus-lane", 1))).tables[0].instead
    assert [column.title for column in sides.columns] == ["Issue", "Against", "For"]


def test_the_legend_has_the_marks_that_occur():
    clear = make_corpus(make_position("mayor", "bus-lane", 1))
    (sides,) = lay(clear).tables[0].instead
    assert [sign.sign for sign in sides.legend] == ["●"]
    (sides,) = lay().tables[0].instead
    assert [sign.sign for sign in sides.legend] == list(MARKS)


def test_a_scale_without_strength_knows_no_strong_stance():
    scale = Scale(id="five-point", points=(-1, 0, 1), labels=("no", "unsure", "yes"))
    corpus = replace(CORPUS, scales=(scale,), positions=(make_position("mayor", "bus-lane", 2),))
    assert corpus.positions[0].placement == 1.0
    assert names_in(lay(corpus).tables[0])["Bus lane"] == [[], [], [], ["The Mayor"], []]


def test_a_screen_shows_it_only_where_the_grid_does_not_fit():
    many = policycmp.compare().report
    grid = policycmp.compare(layout="grid").report
    assert show(many, 300) == show(grid, 300)
    assert show(many) == show(grid)
    assert show(many, 80) != show(grid, 80)
    assert show(many, 80).startswith("Issue ")
    assert "●Russia" in show(many, 80)
    assert "actors 1–" in show(grid, 80)


def test_the_first_screen_answers():
    """Eight issues within 24 lines and the whole of the bundled corpus within 60, at 80 columns."""
    lines = show(policycmp.compare().report, 80).splitlines()
    assert len(lines) <= 60
    begun = [line for line in lines[2:25] if not line.startswith(" ")]
    assert len(begun) >= 9  # the ninth shows that the eighth is whole


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("layout", ["auto", "stance", "grid"])
def test_no_line_is_wider_than_the_screen(layout: str, width: int) -> None:
    text = show(policycmp.compare(layout=layout).report, width)
    assert max(map(wcswidth, text.splitlines())) <= width


def test_ascii_keeps_the_marks_apart():
    text = show(lay(), 60, unicode=False)
    assert text.isascii()
    assert "The Mayor+/-" in text
    (sides,) = lay().tables[0].instead
    text = show(replace(lay(), tables=(sides,)), 60, unicode=False)
    assert "*Shops" in text
    assert "The Mayor^+/-" in text


def test_markdown_and_html_have_a_footnote_to_each_name():
    markdown = "".join(render(lay(), "markdown", Surface()))
    assert "| Parking fee |  | Shops[^" in markdown
    html = "".join(render(lay(), "html", Surface()))
    assert '<td dir="auto"><span class="strong-against">Shops<sup>' in html


def test_csv_has_ids_and_says_who_is_contested():
    report = lay()
    text = "".join(render(report, "csv", Surface()))
    head, bus, *_ = text.splitlines()
    assert head == "issue,strongly_against,against,mixed,contested,for,strongly_for,conditional"
    assert bus == "bus-lane,shops,,,mayor,council,,"


def test_details_say_whose_they_are():
    matrix = build_matrix(CORPUS, Filters())
    report = tabulate_matrix(CORPUS, Filters(), matrix, layout=Layout.STANCE, detail=True)
    rows = [row for section in report.tables[0].sections for row in section.rows]
    assert any(detail.startswith("Shops: strongly opposes") for detail in rows[0][1].details)
    assert "Shops: strongly opposes" in " ".join(show(report).split())
    assert max(map(len, show(report, 80).splitlines())) <= 80


@pytest.mark.parametrize("option", [{"by": "topic"}, {"transpose": True}, {"long": True}])
def test_what_has_no_stances_to_lay_out_is_refused(option):
    with pytest.raises(UsageError, match="--layout stance does not go with"):
        policycmp.compare(layout="stance", **option)


POSITIONS = st.lists(
    st.builds(
        make_position,
        st.sampled_from(["mayor", "shops", "council"]),
        st.sampled_from([issue.id for issue in CORPUS.issues if len(CORPUS.scale_of(issue.id).points) == 5]),
        st.sampled_from([-2, -1, 0, 1, 2]),
        condition=st.none() | st.just("if it is free"),
    ),
    min_size=1,
    max_size=12,
)


@given(POSITIONS, st.sampled_from(Rule), st.integers(30, 90))
@settings(max_examples=60, deadline=None)
def test_everybody_who_speaks_stands_once_and_the_contested_on_both_sides(positions, rule, width) -> None:
    corpus = make_corpus(*positions)
    matrix = build_matrix(corpus, Filters(), rule=rule)
    report = tabulate_matrix(corpus, Filters(), matrix, layout=Layout.STANCE)
    (sides,) = report.tables[0].instead
    for heading, cells in zip(matrix.rows, matrix.cells, strict=True):
        states = {c.short: cell.state for c, cell in zip(matrix.columns, cells, strict=True)}
        spoken = sorted(name for name, state in states.items() if state is not State.SILENT)
        five = [name.strip(MARKS) for names in names_in(report.tables[0])[heading.title] for name in names]
        two = [name.strip(MARKS) for names in names_in(sides)[heading.title] for name in names]
        contested = [name for name, state in states.items() if state is State.CONTESTED]
        assert sorted(five) == spoken
        assert sorted(two) == sorted([*spoken, *contested])
        ids = [c.id for c in matrix.columns if states[c.short] is State.CONTESTED]
        (record,) = [r for r in report.records if r["issue"] == heading.id]
        assert [stand["actor"] for stand in record["contested"]] == ids
    assert max(map(wcswidth, show(report, width).splitlines())) <= width
