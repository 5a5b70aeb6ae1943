"""Texts of sources, and passages in them."""

from __future__ import annotations

import dataclasses

from policycmp.record import dataclass


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in Unicode characters: `start` included, `end` not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a text: where it starts, and its level from 1 for the highest."""

    start: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a source as it was read.

    Line ends are line feeds, a byte order mark is gone; form feeds separate pages. Offsets
    count Unicode characters of this text.
    """

    source: str
    name: str
    """The file's name."""
    text: str
    digest: str
    """`sha256:…` of the file's bytes."""
    headings: tuple[Heading, ...] = ()
    """Where the format marks them."""
    has_paragraphs: bool = True
    """Whether blank lines separate paragraphs; a PDF has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage in its place: its words and those around it in its paragraph, white space made
    single; `before` and `after` keep a space next to the words where there is one."""

    before: str
    words: str
    after: str
    goes_back: bool = False
    """Whether the paragraph has more before that."""
    goes_on: bool = False
    """Whether it has more after that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A passage of a text that may speak to an issue."""

    issue: str
    paragraph: int
    span: Span
    words: str
    first: str
    last: str
    score: float
    """How telling the terms are; 1 is as telling as the issue's own title."""
    terms: tuple[str, ...]
    """The words that hit, as the text has them, most telling first."""
    actors: tuple[str, ...] = ()
    """Actors named in the passage, then those named around it."""
    named: int = 0
    """How many of them the passage itself names."""
    checksum: str = ""
    """That of its words, for its evidence."""
