"""Progress: one line, only on a terminal, only where it takes long, gone at the end."""

from __future__ import annotations

import io

import pytest

from policycmp.cli import progress


class Screen(io.StringIO):
    """A standard error that says whether it is a terminal."""

    def __init__(self, *, is_terminal):
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


@pytest.fixture
def work(monkeypatch):
    """Ten steps of work, each so many seconds long; what is shown meanwhile."""

    def work(step, *, is_terminal=True, fails=False):
        clock, screen = [0.0], Screen(is_terminal=is_terminal)
        monkeypatch.setattr(progress.sys, "stderr", screen)
        monkeypatch.setattr(progress.time, "monotonic", lambda: clock[0])
        for number in progress.show_progress(range(10), 10, "names"):
            clock[0] += step
            if fails and number == 8:
                break
        return screen.getvalue()

    return work


def test_one_line_is_rewritten_and_wiped_out(work):
    assert work(0.3) == (
        "\r5 of 10 names\r6 of 10 names\r7 of 10 names\r8 of 10 names\r9 of 10 names\r10 of 10 names"
        "\r              \r"
    )


def test_it_is_told_no_more_than_ten_times_a_second(work, monkeypatch):
    monkeypatch.setattr(progress, "SLOW", 0.0)
    assert work(0.06).count(" of ") == 5


def test_quick_work_says_nothing(work):
    assert work(0.05) == ""


def test_nothing_but_a_terminal_is_told(work):
    assert work(1.0, is_terminal=False) == ""


def test_the_line_is_gone_where_the_work_ends_early(work):
    assert work(0.5, fails=True).endswith("\r             \r")


def test_without_standard_error_there_is_none(monkeypatch):
    monkeypatch.setattr(progress.sys, "stderr", None)
    with progress.watch_progress("names") as report:
        assert report is None
