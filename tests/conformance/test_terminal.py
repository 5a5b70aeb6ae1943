"""What a person gets on a terminal: a first screen that answers, in colour or not, through a pager."""

from __future__ import annotations

import re

import pytest
from wcwidth import wcswidth

from conformance.terminals import run_on_terminal
from processes import run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_the_first_screen_fits(columns):
    code, shown = run_on_terminal("compare", columns=columns)
    lines = ESCAPE.sub("", shown).splitlines()
    assert code == 0
    assert max(map(wcswidth, lines)) <= columns
    if columns == 80:
        assert len(lines) <= 60
        assert "Arms to Ukraine" in "\n".join(lines[:24])


def test_no_escape_without_colour():
    for args in (("compare",), ("--help",), ("compare", "--help")):
        for environ in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR": "0"}):
            code, shown = run_on_terminal(*args, **environ)
            assert (code, "\x1b" in shown) == (0, False)
    assert "\x1b" in run_on_terminal("compare")[1]
    assert "\x1b" in run_on_terminal("--help")[1]
    assert "\x1b" not in run_on_terminal("compare", "--color", "never")[1]


@pytest.mark.parametrize(
    ("args", "environ"),
    [((), {"FORCE_COLOR": "1"}), ((), {"CLICOLOR_FORCE": "1"}), (("--color", "always"), {})],
)
def test_colour_in_a_pipe_where_it_is_asked_for(args, environ):
    assert "\x1b" in run("compare", *args, **environ).stdout
    assert "\x1b" not in run("compare").stdout


def test_a_pager_reads_what_is_longer_than_the_screen(tmp_path):
    seen = tmp_path / "seen"
    pager = f"tee {seen}"
    code, shown = run_on_terminal("compare", PAGER=pager)
    assert code == 0
    assert seen.read_text(encoding="utf-8") == shown
    seen.unlink()
    run_on_terminal("compare", "--no-pager", PAGER=pager)
    run_on_terminal("compare", "nato", "--actor", "bandow", PAGER=pager)
    run_on_terminal("compare", "-f", "csv", PAGER=pager)
    run("compare", PAGER=pager)
    assert not seen.exists()
    run_on_terminal("compare", PAGER="false", POLICYCMP_PAGER=pager)
    assert seen.exists()


def test_a_pager_that_leaves_early_is_no_fault():
    assert run_on_terminal("compare", PAGER="true") == (0, "")


def test_provenance_in_full_where_it_is_asked_for():
    assert "Rule stated-first: of several" not in run_on_terminal("compare", columns=300)[1]
    assert "Rule stated-first: of several" in run_on_terminal("compare", "--provenance", columns=300)[1]


def test_other_names_of_formats_and_of_the_version():
    assert run("compare", "-f", "md").stdout == run("compare", "-f", "markdown").stdout
    assert run("compare", "-f", "text").stdout == run("compare").stdout
    assert run("-V").stdout == run("--version").stdout
    assert re.fullmatch(r"policycmp \d+\.\d+\.\d+.*\n", run("-V").stdout)
