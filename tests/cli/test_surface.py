"""What the output is taken to be able to show."""

from __future__ import annotations

import pytest

from policycmp.cli.output import find_surface


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
    ],
)
def test_colors(environ, terminal, colors):
    assert find_surface(Stream(terminal=terminal), environ).colors == colors


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
