"""How far long work is, on one line of standard error."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    Result = TypeVar("Result")

SLOW = 1.0
"""Seconds after which work says how far it is."""
PAUSE = 0.1
"""Seconds between two times that it says so."""


@contextmanager
def watch_progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """What is to be told, again and again, how many of how many are done; None where standard error
    is no terminal. The line appears when the work takes long, and is wiped out at its end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    begun = time.monotonic()
    due, width = begun + SLOW, 0

    def report(done: int, total: int) -> None:
        nonlocal due, width
        now = time.monotonic()
        if now < due:
            return
        line = f"{done:,} of {total:,} {what}"
        width = max(width, len(line))
        due = now + PAUSE
        print(f"\r{line:<{width}}", end="", file=sys.stderr, flush=True)  # noqa: T201

    try:
        yield report
    finally:
        if width:
            print(f"\r{'':<{width}}\r", end="", file=sys.stderr, flush=True)  # noqa: T201


def show_progress(results: Iterable[Result], total: int, what: str) -> Iterator[Result]:
    """The same results, with progress told as they are taken."""
    with watch_progress(what) as report:
        for number, result in enumerate(results, 1):
            if report:
                report(number, total)
            yield result
