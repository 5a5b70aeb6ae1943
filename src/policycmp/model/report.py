"""A result ready to be shown: what is said, never how it looks.

People's formats (terminal, Markdown) use the tables' texts and tones; CSV and TSV the main
table's values; JSON and JSON Lines the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar, overload

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Scalar: TypeAlias = str | int | float | bool | None
Json: TypeAlias = "Scalar | Sequence[Json] | Mapping[str, Json]"
"""What JSON can say."""


Item = TypeVar("Item")


class Deferred(Sequence[Item]):
    """Items that are made when they are asked for: many a format shows none. Going through them makes
    one after the other and holds none, so that there may be any number."""

    def __init__(self, build: Callable[[], Iterable[Item]]) -> None:
        self._build = build

    def __iter__(self) -> Iterator[Item]:
        return iter(self._build())

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return tuple(self._build())

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)


class Tone(StrEnum):
    """What an entry means for how it is shown. Tone only adds to what text and sign tell."""

    PLAIN = "plain"
    STRONG_FOR = "strong-for"
    FOR = "for"
    MIXED = "mixed"
    AGAINST = "against"
    STRONG_AGAINST = "strong-against"
    CONTESTED = "contested"
    SILENT = "silent"
    MUTED = "muted"
    GOOD = "good"
    BAD = "bad"


class Role(StrEnum):
    """What a column holds, and so how a narrow screen may treat it."""

    KEY = "key"
    """Names the row; repeated in every block of columns; wrapped at words, never cut."""
    VALUE = "value"
    """One of many of a kind: never cut or wrapped inside a word; may be shown as signs, moved
    to another block of columns, or turned."""
    PROSE = "prose"
    """Running text: wrapped at words."""
    NUMBER = "number"
    """Set flush right, never wrapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell of a table."""

    text: str
    """In words."""
    value: Scalar = None
    """For programs; empty in CSV where None."""
    sign: str | None = None
    """The shortest form that still tells everything the legend explains; the text where None."""
    tone: Tone = Tone.PLAIN
    details: tuple[str, ...] = ()
    """Lines shown under the text where the reader asked for detail."""
    footnotes: tuple[int, ...] = ()
    """Which of the report's footnotes belong here, counted from 0."""
    items: tuple[Entry, ...] = ()
    """The names that the text lists, each with its own tone, details and footnotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its machine name, what heads it, and its role."""

    name: str
    title: str
    short: str | None = None
    """What heads it where signs are shown; the title where None."""
    role: Role = Role.VALUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under one heading; an empty title shows none. Each row has one entry a column."""

    title: str = ""
    rows: Sequence[tuple[Entry, ...]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and sectioned rows. `section_column` names, for CSV, the column that repeats the
    section's title in every row."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    title: str = ""
    unit: str = "columns"
    """What the value columns are, in the plural: `actors` heads a block `actors 1-6 of 13`."""
    section_column: str | None = None
    instead: Sequence[Table] = ()
    """What a screen shows on which this table does not fit in one piece: the first that does, else
    the last."""
    legend: tuple[Sign, ...] = ()
    """The marks that stand in this table alone; the report's legend does not explain it then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of bare values that end alike."""

    rows: Iterable[tuple[Scalar, ...]]
    ending: tuple[Scalar, ...] = ()
    """What every row has in the last columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A table for programs alone, of values instead of entries, so that there may be millions of rows."""

    names: tuple[str, ...]
    """The columns' machine names."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One line of the legend."""

    sign: str
    meaning: str
    tone: Tone = Tone.PLAIN
    in_words: bool = False
    """Whether the mark stands among words too, and so is explained there as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A reference below a table, linked where the source has an address."""

    text: str
    link_text: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A result with everything that is said about it."""

    name: str
    """What the result is: the command's name. It heads the JSON document."""
    tables: tuple[Table, ...]
    """The first is the main one, and the one that CSV and TSV write unless there is `flat`."""
    flat: Table | Flat | None = None
    """What CSV and TSV write instead, where a row has to say more than the main table shows."""
    records: Sequence[Mapping[str, Json]] = ()
    """The same result for programs, one record a line in JSON Lines."""
    title: str | None = None
    legend: tuple[Sign, ...] = ()
    """Every sign that occurs. Where words are shown, only the marks that stand among words
    are explained."""
    notes: tuple[str, ...] = ()
    """What a reader must not miss, shown under the main table."""
    provenance: str = ""
    """How the result came about, in whole sentences."""
    brief: str = ""
    """The same in one line, for the foot of a screen; the provenance where empty."""
    about: Mapping[str, Json] | None = None
    """The same for programs: corpus, filters, rule, what was left out."""
    footnotes: Sequence[Footnote] = ()
    listing: bool = False
    """A list: piped, it is one record a line and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What the output can show."""

    width: int | None = None
    """Columns of a terminal; None where width does not matter (pipe, file)."""
    colors: int = 0
    """0 for none, else 16, 256 or 16777216."""
    unicode: bool = True
    """Whether the output's encoding has more than ASCII."""
    provenance: bool = False
    """Whether a table for people is to end with how it came about in full."""
