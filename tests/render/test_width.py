"""Widths and line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from policycmp.render.sanitize import clean_text
from policycmp.render.width import (
    fit_lines,
    isolate,
    measure_longest,
    measure_width,
    split_parts,
    wrap_text,
)

TEXTS = st.text(
    st.sampled_from("ab …/·−é日本、「」한א\u0301\u200d\ufe0f👨👩🏽🇩🇪\u200b\u00ad") | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("plain", 5),
        ("−− · … “a”", 10),
        ("日本", 4),
        ("e\u0301", 1),
        ("👨‍👩‍👧", 2),
        ("🇩🇪", 2),
        ("a\u200bb", 2),
        ("한국", 4),
        ("❤️", 2),
        ("\u2068א\u2069", 1),
    ],
)
def test_width(text: str, width: int) -> None:
    assert measure_width(text) == width


@given(TEXTS.map(clean_text))
def test_the_short_way_measures_the_same(text: str) -> None:
    assert measure_width(text) == wcswidth(text) >= 0


@given(TEXTS.map(clean_text))
def test_parts_make_up_the_text(text: str) -> None:
    assert "".join(split_parts(text)) == text


@given(TEXTS.map(clean_text), st.integers(4, 30), st.integers(0, 2))
def test_lines_hold_everything_and_fit(text: str, width: int, hang: int) -> None:
    lines = wrap_text(text, width, hang)
    bare = lines[0] + "".join(line[hang:] for line in lines[1:])
    assert bare.replace(" ", "") == text.replace(" ", "")
    assert all(measure_width(line) <= width for line in lines)
    assert all(line.startswith(" " * hang) for line in lines[1:])


@given(TEXTS.map(clean_text), st.integers(1, 4))
def test_least_width_is_least_and_breaks_no_word(text: str, lines: int) -> None:
    width = fit_lines(text, lines)
    assert len(wrap_text(text, width)) <= lines
    assert width >= measure_longest(text)
    if width > max(measure_longest(text), 1):
        assert len(wrap_text(text, width - 1)) > lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("strongly supports", 10, ["strongly", "supports"]),
        ("supports / opposes", 10, ["supports /", "opposes"]),
        ("supports if …", 8, ["supports", "if …"]),
        ("日本国外務省。", 6, ["日本国", "外務", "省。"]),
        ("「交渉」", 4, ["「交", "渉」"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("🇩🇪🇫🇷👨‍👩‍👧", 4, ["🇩🇪🇫🇷", "👨‍👩‍👧"]),
        ("no\u00a0break here", 8, ["no\u00a0break", "here"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrap_text(text, width) == lines


def test_hanging_lines() -> None:
    assert wrap_text("one two three", 7, 2) == ["one two", "  three"]
    assert wrap_text("anything at all", None, 2) == ["anything at all"]


def test_only_right_to_left_text_is_isolated() -> None:
    assert isolate("plain") == "plain"
    assert isolate("日本") == "日本"
    assert isolate("abc שלום") == "\u2068abc שלום\u2069"
