"""Progress: Rich's bar, only where work takes long, told now and then, gone at the end."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from policycmp.api.progress import follow, set_watcher, watch
from policycmp.cli import progress


class Clock:
    """A clock that stands still until it is turned on."""

    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


@pytest.fixture
def screen(monkeypatch):
    """What a terminal of 80 columns would be sent."""
    shown = io.StringIO()
    monkeypatch.setattr(
        "rich.console.Console", lambda **_: Console(file=shown, force_terminal=True, width=80)
    )
    return shown


@pytest.fixture
def work(monkeypatch, screen):
    """Ten steps of work, each of so many seconds."""
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    set_watcher(progress.show_progress)
    yield lambda step: [setattr(clock, "now", clock.now + step) for _ in follow(range(10), 10, "names")]
    set_watcher(None)


def test_long_work_shows_what_is_done_and_ends_without_a_trace(work, screen):
    work(0.5)
    assert "names" in screen.getvalue()
    assert "/10" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")  # the line is wiped out


def test_quick_work_shows_nothing_and_imports_nothing(work, screen, monkeypatch):
    monkeypatch.setattr(progress, "_start_bar", lambda *_: pytest.fail("a bar was started"))
    work(0.05)
    assert screen.getvalue() == ""


def test_it_is_told_no_more_than_ten_times_a_second(work, monkeypatch):
    told = []

    class Bar:
        def update(self, _task, completed, total):
            told.append((completed, total))

        def stop(self):
            told.append("stop")

    monkeypatch.setattr(progress, "_start_bar", lambda *_: (Bar(), 0))
    monkeypatch.setattr(progress, "SLOW", 0.0)
    work(0.06)
    assert told == [(1, 10), (3, 10), (5, 10), (7, 10), (9, 10), "stop"]


def test_the_bar_is_stopped_where_the_work_ends_early(work, monkeypatch, screen):
    monkeypatch.setattr(progress, "SLOW", 0.0)
    for number in follow(range(10), 10, "names"):
        if number == 3:
            break
    assert screen.getvalue().endswith("\x1b[2K")


def test_without_a_watcher_nothing_is_told():
    with watch("names") as report:
        assert report is None
    assert [*follow("abc", 3, "names")] == ["a", "b", "c"]
