"""What a reader of a file format gives: rows with places, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark


Content: TypeAlias = "str | bool | list[Content] | dict[str, Content] | None"
"""What a file says for one key. Numbers stay as they are written: see Numeral."""


class Numeral(str):
    """A number as it is written, told apart from a text in quotes."""

    __slots__ = ()


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
