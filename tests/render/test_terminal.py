"""Tables on a terminal: nothing is lost, nothing sticks out, nothing steers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from policycmp.model.report import Column, Entry, Report, Role, Section, Sign, Surface, Table, Tone
from policycmp.render.format import render
from policycmp.render.shape_choice import choose_shape
from policycmp.render.shapes import Cards, Grid
from report_makers import LEGEND, STANCES, make_details, make_list, make_matrix, make_names, write

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.text(st.sampled_from("abcdeé日本한א\u0301"), min_size=1, max_size=9)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
# Without ideographs, which may be parted anywhere.
SPACED = TEXTS.map(lambda text: text.translate({ord(char): "한" for char in "日本"}))
WILD = st.text(st.characters() | st.sampled_from("\x1b[\r\n\t\x9b\u202e日א\u200d\ud800"), max_size=12)


@st.composite
def tables(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Table:
    """A key, values with or without signs, perhaps numbers and running text, in sections."""
    roles = [
        Role.KEY,
        *draw(st.lists(st.sampled_from([Role.VALUE, Role.VALUE, Role.NUMBER, Role.PROSE]), max_size=9)),
    ]

    def draw_entry(role: Role) -> Entry:
        if role is Role.VALUE and draw(st.booleans()):
            return draw(st.sampled_from(STANCES))
        if role is Role.NUMBER:
            return Entry(text=str(draw(st.integers(0, 9999))))
        details = tuple(draw(st.lists(texts, max_size=2))) if draw(st.integers(0, 9)) == 0 else ()
        return Entry(text=draw(texts), tone=draw(st.sampled_from(Tone)), details=details)

    def draw_section() -> Section:
        rows = tuple(tuple(map(draw_entry, roles)) for _ in range(draw(st.integers(0, 3))))
        return Section(title=draw(st.just("") | texts), rows=rows)

    return Table(
        columns=tuple(Column(name="c", title=draw(texts), role=role) for role in roles),
        sections=tuple(draw_section() for _ in range(draw(st.integers(0, 3)))),
    )


@given(tables(TEXTS), st.integers(40, 200))
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_the_screen(table: Table, width: int) -> None:
    text = write(Report(name="any", tables=(table,), legend=LEGEND, notes=("a note " * 20,)), width=width)
    assert [line for line in text.splitlines() if wcswidth(line) > width] == []


@given(tables(SPACED), st.none() | st.integers(40, 200))
@settings(max_examples=60, deadline=None)
def test_every_word_is_there(table: Table, width: int | None) -> None:
    """Words of every entry, or its sign where the legend explains signs."""
    text = write(Report(name="any", tables=(table,), legend=LEGEND), width=width)
    shown = squeeze(text)
    for section in table.sections:
        for row in section.rows:
            for entry in row:
                words = [*entry.text.split(), *(word for line in entry.details for word in line.split())]
                assert all(squeeze(w) in shown for w in words) or (entry.sign and entry.sign in shown)


def squeeze(text: str) -> str:
    """The text without what wrapping may put into a word."""
    return re.sub("[\\s\u2068\u2069]", "", text)


@given(tables(WILD), st.none() | st.integers(1, 120), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_control_comes_through(table: Table, width: int | None, unicode: bool) -> None:
    report = Report(name="any", tables=(table,), title="a\x1b]8;;b", notes=("\x1b[2J",), provenance="\r\x07")
    text = write(report, width=width, unicode=unicode)
    isolates = "\u2068\u2069"
    steering = {
        c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or "\u202a" <= c <= "\u202e"
    }
    assert steering <= {"\n"}
    assert text.count(isolates[0]) == text.count(isolates[1])
    assert text.isascii() or unicode
    assert text == write(report, width=width, unicode=unicode)


@given(tables(TEXTS), st.none() | st.integers(20, 120))
@settings(max_examples=30, deadline=None)
def test_colors_add_to_the_same_table(table: Table, width: int | None) -> None:
    report = Report(name="any", tables=(table,), legend=LEGEND, provenance="by hand")
    colored = write(report, width=width, colors=256)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == write(report, width=width)


@pytest.mark.parametrize("make", [make_matrix, make_details, make_list, make_names, lambda: make_matrix(3)])
def test_no_line_sticks_out_at_any_width(make: Callable[[], Report]) -> None:
    for width in range(30, 220):
        lines = write(make(), width=width).splitlines()
        assert [line for line in lines if wcswidth(line) > width] == []


def shape_of(report: Report, width: int) -> tuple[Grid, ...] | Cards:
    return choose_shape(report.tables[0], width, signs=bool(report.legend))


def test_shapes_come_in_order() -> None:
    words = shape_of(make_matrix(12, 3), 120)
    signs = shape_of(make_matrix(12, 5), 78)
    turned = shape_of(make_matrix(2, 9), 78)
    blocks = shape_of(make_matrix(12, 9), 80)
    assert isinstance(words, tuple)
    assert [(len(words), words[0].signs)] == [(1, False)]
    assert isinstance(signs, tuple)
    assert [(len(signs), signs[0].signs)] == [(1, True)]
    assert isinstance(turned, tuple)
    assert len(turned[0].table.columns) == 3
    assert isinstance(blocks, tuple)
    assert [grid.caption for grid in blocks] == ["actors 1–5 of 9", "actors 6–9 of 9"]
    assert isinstance(shape_of(make_matrix(12, 9), 59), Cards)


def test_blocks_of_one_column_are_cards() -> None:
    rows = tuple((Entry(text="row"), *[Entry(text=f"{'x' * 30}-{n}") for n in range(4)]) for _ in range(40))
    columns = (Column(name="k", title="", role=Role.KEY), *[Column(name="v", title="v")] * 4)
    report = Report(name="any", tables=(Table(columns=columns, sections=(Section(rows=rows),)),))
    assert isinstance(shape_of(report, 66), Cards)
    assert isinstance(shape_of(report, 80), tuple)


def test_values_are_not_broken_inside_words() -> None:
    for width in range(20, 200, 7):
        text = write(make_matrix(12, 9), width=width)
        assert not re.search(r"\b(strongl|support|oppose)\b", text)
        assert "\nsupp" not in text


def test_details_are_never_left_out() -> None:
    for width in (None, 40, 60, 80, 120):
        text = write(make_details(), width=width)
        assert text.count("¶3]") == text.count("¶7]") == 4


@pytest.mark.parametrize("signs", [True, False])
def test_legend_explains_what_is_shown(signs: bool) -> None:
    text = write(make_matrix(12, 9), width=120 if signs else None)
    assert ("++ strongly supports" in text) is signs
    assert ("if … on a condition" in text) is not signs
    assert "· silent" in text


def test_signs_that_ascii_cannot_tell_apart_are_not_used() -> None:
    twins = (Sign(sign="日", meaning="for"), Sign(sign="本", meaning="against"))
    rows = tuple((Entry(text=f"row {n}"), *[Entry(text="some words", sign="日")] * 9) for n in range(3))
    columns = (Column(name="k", title="", role=Role.KEY), *[Column(name="v", title="v")] * 9)
    report = Report(
        name="any", tables=(Table(columns=columns, sections=(Section(rows=rows),)),), legend=twins
    )
    assert "日" in write(report, width=60)
    assert "?" not in write(report, width=60, unicode=False)


def test_a_piped_list_is_bare() -> None:
    lines = write(make_list()).splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["bus-lane", "4"],
        ["statue", "12"],
        ["car-free-sunday", "1"],
    ]


def test_a_piped_table_is_not_wrapped() -> None:
    lines = write(make_matrix()).splitlines()
    assert len([line for line in lines if line.startswith("  ")]) == 12


def test_right_to_left_names_are_isolated() -> None:
    text = write(make_names(), width=120)
    assert "\u2068משרד החוץ של ישראל\u2069 " in text
    assert "\u2068" not in write(make_names(), width=120, unicode=False)


def test_an_empty_table_says_so_and_keeps_what_stands_below() -> None:
    report = replace(make_matrix(0), notes=("Nobody speaks.",))
    text = write(report, width=80)
    assert text.startswith("nothing to show\n\nNobody speaks.\n\n")
    assert "Corpus: town.yaml" in text
    assert write(replace(make_list(), tables=(replace(make_list().tables[0], sections=()),))) == ""


def test_several_tables_each_with_title() -> None:
    table = make_list().tables[0]
    report = Report(
        name="any", tables=(replace(table, title="One"), replace(table, title="Two")), notes=("Mind.",)
    )
    text = write(report, width=80)
    assert text.startswith("One\nId ")
    assert "\n\nMind.\n\nTwo\nId " in text


def test_a_word_wider_than_the_screen_is_broken_where_it_must_be() -> None:
    address = "https://example.org/" + "x" * 90
    rows = ((Entry(text="a"), Entry(text=address)),)
    columns = (Column(name="k", title="K", role=Role.KEY), Column(name="p", title="P", role=Role.PROSE))
    text = write(
        Report(name="any", tables=(Table(columns=columns, sections=(Section(rows=rows),)),)), width=60
    )
    assert text.startswith("K  P\n")
    assert squeeze(text).endswith(address)


def test_long_tables_come_line_by_line() -> None:
    chunks = render(make_matrix(), "terminal", Surface())
    assert next(chunks).startswith("Issue ")
    assert next(chunks).startswith("──")


def test_no_color_without_colors() -> None:
    assert "\x1b" not in write(make_matrix(), width=80)
    assert "\x1b[1;36m++\x1b[0m" in write(make_matrix(), width=80, colors=16)
