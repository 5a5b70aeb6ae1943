"""Evidence held against the text of its source, and passages proposed for coding."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.corpus import Position
    from policycmp.model.passages import Passage, Span


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
class Verification:
    """One position and what became of its passage."""

    position: Position
    located: Located
    passage: Passage | None = None
    is_other_text: bool = False
    """Whether the text is known to be another than the one that was coded."""
