"""What a reader of a file format gives: rows with places, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.model.passages import SourceText


Content: TypeAlias = "str | bool | list[Content] | dict[str, Content] | None"
"""What a file says for one key. Numbers stay as they are written: see Numeral."""


PLAIN: dict[str, Content] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Plain scalars that are not text in YAML 1.2, besides numbers; in JSON the same three."""


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


PERHAPS, SURE = 1, 2
"""What `sniff` may give besides 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A file format that is read. `read` may raise BrokenError; lesser faults go to the findings."""

    name: str
    suffixes: tuple[str, ...]
    """The file name endings it goes by, each with its dot."""
    sniff: Callable[[str], int]
    """How far the beginning of a text looks like this format: PERHAPS, SURE, or 0 for not at all."""
    read: Callable[[bytes, Findings], Iterator[Row]]
    bare: bool = False
    """Whether files of this format hold positions only, always. In others each row says it of itself."""
    note_doubts: Callable[[bytes, Findings], None] | None = None
    """What adds warnings about texts that the format reads otherwise than they look; only `check` asks."""
    find_text: Callable[[str, bytes, str], SourceText | None] | None = None
    """Where files of this format hold the texts of sources as well: the text in the file of this name
    and content, of the source of this id."""
