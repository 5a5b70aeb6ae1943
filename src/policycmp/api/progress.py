"""How far long work is, for whoever wants to show it; without a watcher nothing is said."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias, TypeVar

    Found = TypeVar("Found")
    Count: TypeAlias = Callable[[int, int], None]
    """Is told again and again how many of how many are done."""
    Watcher: TypeAlias = Callable[[str], AbstractContextManager[Count | None]]
    """Gives, for work on things of this name in the plural, what is to be told of it."""

_watchers: list[Watcher] = []


def set_watcher(watcher: Watcher | None) -> None:
    """Let long work report to this watcher from now on, or to nobody."""
    _watchers[:] = [watcher] if watcher else []


def watch(what: str) -> AbstractContextManager[Count | None]:
    """What work on these things reports to while it lasts."""
    return _watchers[0](what) if _watchers else nullcontext()


def follow(found: Iterable[Found], total: int, what: str) -> Iterator[Found]:
    """The same things, reported as they are taken."""
    with watch(what) as report:
        for number, item in enumerate(found, 1):
            if report:
                report(number, total)
            yield item
