"""What a reader of a file format gives: rows with places, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.load.findings import Findings

Content: TypeAlias = "str | bool | list[Content] | dict[str, Content] | None"
"""What a file says for one key. Numbers stay as they are written: see Numeral."""


class Numeral(str):
    """A number as it is written, told apart from a text in quotes."""

    __slots__ = ()


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


@dataclass(slots=True)
class Row:
    """One record as the file has it; not frozen, because freezing costs time for every row."""

    section: str
    """The list it stands in; empty for what stands at the top of a document."""
    values: dict[str, Content]
    marks: dict[str, Mark]
    """Where each value starts."""
    keys: dict[str, Mark]
    """Where each key starts."""
    start: Mark
    bare: bool = False
    """Whether it comes from a file of positions without a codebook."""
    simple: bool = False
    """Whether every value is known to be a text that is not empty."""
    partial: bool = False
    """Whether the reader had to leave something out, so that nothing missing is to be reported."""


class BrokenError(Exception):
    """Reading the file cannot go on."""

    def __init__(self, code: str, mark: Mark, message: str, remedy: str, length: int = 1) -> None:
        super().__init__(message)
        self.code = code
        self.mark = mark
        self.message = message
        self.remedy = remedy
        self.length = length


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A file format. `read` may raise BrokenError; lesser faults go to the findings."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool]
    """Whether the beginning of a text looks like this format."""
    read: Callable[[bytes, Findings], Iterator[Row]]
    bare: bool = False
    """Whether files of this format hold positions only."""
