"""Evidence held against the text of its source, and passages proposed for coding."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.corpus import Position


class Outcome(StrEnum):
    """What became of a passage in its source's text."""

    FOUND = "found"
    """The words stand where the anchor says."""
    MOVED = "moved"
    """The words stand once, but in another place."""
    ALTERED = "altered"
    """Words much like these stand there."""
    AMBIGUOUS = "ambiguous"
    """The words occur more than once, or the selectors lead to different places."""
    MISSING = "missing"
    """Nothing like the words is there, or there are none to look for."""
    NO_TEXT = "no text"
    """The source's text is not at hand."""


class Edit(StrEnum):
    """What happened to words between the anchor and the text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A run of words that was kept, removed or added."""

    edit: Edit
    words: str


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
class Located:
    """What looking for one piece of evidence in one text yields."""

    outcome: Outcome
    span: Span | None = None
    """Where the passage, or what comes closest to it, stands."""
    paragraph: int | None = None
    """The paragraph it starts in, counted from 1."""
    page: int | None = None
    """The page it starts on, counted from 1, in a text of several."""
    score: float | None = None
    """Likeness of the words, above 0 and below 100; only for an altered passage."""
    changes: tuple[Change, ...] = ()
    """From the anchor's words to the text's; only for an altered passage."""
    detail: str | None = None
    """What more there is to say."""
    amendments: tuple[tuple[str, int], ...] = ()
    """Fields of the evidence, with the values that would put a moved anchor right."""


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
class Verification:
    """One position and what became of its passage."""

    position: Position
    located: Located
    passage: Passage | None = None
    is_other_text: bool = False
    """Whether the text is known to be another than the one that was coded."""


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
