"""How far long work is, by Rich's bar on standard error, which comes after a second of work."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

SLOW = 1.0
"""Seconds after which work shows how far it is."""
PAUSE = 0.1
"""Seconds between two times that it does."""


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """What is to be told, again and again, how many of how many are done, for a standard error that is
    a terminal. The bar is gone at the end."""
    due = time.monotonic() + SLOW
    bar: tuple[Progress, TaskID] | None = None

    def report(done: int, total: int) -> None:
        nonlocal bar, due
        now = time.monotonic()
        if now < due:
            return
        due = now + PAUSE
        bar = bar or _start_bar(what, total)
        bar[0].update(bar[1], completed=done, total=total)

    try:
        yield report
    finally:
        if bar:
            bar[0].stop()


def _start_bar(what: str, total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar, bar.add_task(what, total=total)
