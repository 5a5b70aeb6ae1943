"""What the output is taken to be able to show."""

from __future__ import annotations

import pytest

from policycmp.cli.screen import find_pager, find_surface, set_color


class Stream:
    def __init__(self, *, terminal: bool = True, encoding: str = "utf-8") -> None:
        self.encoding = encoding
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("environ", "terminal", "colors"),
    [
        ({"TERM": "xterm"}, True, 16),
        ({"TERM": "xterm-256color"}, True, 256),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True, 1 << 24),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, 0),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, 16),
        ({"TERM": "dumb"}, True, 0),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, True, 0),
        ({"TERM": "xterm"}, False, 0),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, False, 16),
        ({"TERM": "xterm", "FORCE_COLOR": "1", "NO_COLOR": "1"}, False, 0),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, 16),
        ({"TERM": "xterm", "CLICOLOR": "0"}, True, 0),
        ({"TERM": "xterm", "CLICOLOR": "1"}, True, 16),
        ({"TERM": "xterm", "CLICOLOR": "1"}, False, 0),
        ({"TERM": "xterm", "CLICOLOR_FORCE": "1"}, False, 16),
        ({"TERM": "xterm", "CLICOLOR_FORCE": "0"}, False, 0),
        ({"TERM": "xterm", "CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, False, 16),
    ],
)
def test_colors(environ, terminal, colors):
    assert find_surface(Stream(terminal=terminal), environ).colors == colors


@pytest.mark.parametrize(("when", "colors"), [("auto", 0), ("always", 16), ("never", 0)])
@pytest.mark.parametrize("said", [{"NO_COLOR": "1"}, {"CLICOLOR": "0"}, {"TERM": "dumb"}])
def test_the_option_outranks_the_variables(when, colors, said):
    assert find_surface(Stream(), set_color({"TERM": "xterm", **said}, when)).colors == colors


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, ["cat"]),
        ({"PAGER": "cat -u"}, ["cat", "-u"]),
        ({"PAGER": "no-such-pager", "POLICYCMP_PAGER": "cat"}, ["cat"]),
        ({"PAGER": "no-such-pager"}, []),
        ({"PAGER": ""}, []),
        ({"PAGER": "cat", "POLICYCMP_PAGER": ""}, []),
        ({"PAGER": "cat", "TERM": "dumb"}, []),
        ({"PAGER": "cat", "LINES": "26"}, []),
        ({"PAGER": "cat", "LINES": "25"}, ["cat"]),
    ],
)
def test_the_pager(environ, words, monkeypatch):
    monkeypatch.setattr("policycmp.cli.screen.USUAL_PAGER", "cat")
    monkeypatch.setattr("os.get_terminal_size", lambda _: (_ for _ in ()).throw(OSError))
    assert find_pager({"TERM": "xterm", **environ}, 25) == words


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("0", 80), ("-5", 80), ("wide", 80)])
def test_width(columns, width, monkeypatch):
    monkeypatch.setattr("os.get_terminal_size", lambda _: (_ for _ in ()).throw(OSError))
    assert find_surface(Stream(), {"COLUMNS": columns}).width == width
    assert find_surface(Stream(terminal=False), {"COLUMNS": columns}).width is None


@pytest.mark.parametrize(
    ("encoding", "has_unicode"), [("utf-8", True), ("UTF8", True), ("ascii", False), ("latin-1", False)]
)
def test_encoding(encoding, has_unicode):
    assert find_surface(Stream(encoding=encoding), {}).unicode is has_unicode
