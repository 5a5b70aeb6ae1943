"""Places in a file, while it is read."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol


class Mark(Protocol):
    """A spot in a file, both counted from 0."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it in its line."""


class Spot(NamedTuple):
    """A mark of our own making."""

    line: int
    column: int


class LazyMarks(dict[str, Mark]):
    """Marks that are worked out, by a function and what it is to be given, when the first of them
    is asked for with `[]`."""

    __slots__ = ("_call",)

    def __init__(self, *call: Any) -> None:  # noqa: ANN401  # what the function takes
        self._call = call

    def __missing__(self, name: str) -> Mark:
        find, *given = self._call
        found: dict[str, Mark] = find(*given)
        self.update(found)
        return found[name]


class BrokenError(Exception):
    """Reading the file cannot go on."""

    def __init__(self, code: str, mark: Mark, message: str, remedy: str, length: int = 1) -> None:
        super().__init__(message)
        self.code = code
        self.mark = mark
        self.message = message
        self.remedy = remedy
        self.length = length


class StopReadingError(Exception):
    """The same, where why is noted already."""
