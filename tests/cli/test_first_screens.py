"""What a person sees first at 80 columns: an answer on two screens, the rest with --detail."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

import policycmp

ASKED = {
    "diff": lambda **more: policycmp.diff(None, "bandow", "heritage", **more),
    "changes": lambda **more: policycmp.changes(from_="2021-12-31", to="2022-01-10", **more),
    "conflicts": lambda **more: policycmp.conflicts(**more),
    "show": lambda: policycmp.show(None, "biden", "troops"),
    "agree": lambda: policycmp.agree(),
    "issues": lambda: policycmp.issues(),
}


@pytest.mark.parametrize("name", ASKED)
def test_the_main_example_takes_two_screens(name):
    assert len(ASKED[name]().render(width=80).splitlines()) <= 48


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ASKED)
def test_no_line_is_wider_than_the_screen(name, width):
    assert max(map(wcswidth, ASKED[name]().render(width=width).splitlines())) <= width


@pytest.mark.parametrize(("name", "words"), [
    ("diff", "He holds that steady contact matters most"),
    ("changes", "Moscow is taken to be supporting the rebels"),
    ("conflicts", "The administration promptly denied"),
])  # fmt: skip
def test_detail_has_every_position_and_machine_formats_always_do(name, words):
    assert words in ASKED[name](detail=True).render()
    assert words not in ASKED[name]().render()
    assert words in ASKED[name]().render("jsonl")


def test_signs_are_explained_where_they_are_shown():
    text = ASKED["diff"]().render(width=50)
    assert "−−" not in text or "−− strongly opposes" in text
