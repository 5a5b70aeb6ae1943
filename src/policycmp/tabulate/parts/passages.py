"""Passages in their place, as lines for people and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.verification import Outcome
from policycmp.tabulate.parts.word_changes import write_changes
from policycmp.text.shorten import cut_words

if TYPE_CHECKING:
    from policycmp.model.report import Json
    from policycmp.model.verification import Verification

LONGEST = 60
"""Words of a passage that are shown; of a longer one the middle is left out."""


def describe_passage(result: Verification | None) -> tuple[str, ...]:
    """The passage between » and « with the words around it; or what became of it."""
    if result is None:
        return ()
    located, passage = result.located, result.passage
    if located.outcome is Outcome.NO_TEXT:
        return ("(no text to show the passage in)",)
    if passage is None:
        return (f"({located.outcome}{f': {located.detail}' if located.detail else ''})",)
    before = f"{'… ' if passage.goes_back else ''}{passage.before}"
    after = f"{passage.after}{' …' if passage.goes_on else ''}"
    told = f"{before}»{_shorten(passage.words)}«{after}"
    if located.outcome is Outcome.FOUND:
        return (told,)
    return (told, tell_outcome(result))


def tell_outcome(result: Verification) -> str:
    """What there is to say about a passage that does not stand as it was coded."""
    located = result.located
    if located.outcome is Outcome.ALTERED:
        return f"(altered: {write_changes(located.changes)})"
    if located.outcome is Outcome.MOVED and located.paragraph:
        return f"(moved to ¶{located.paragraph})"
    return f"({located.outcome}{f': {located.detail}' if located.detail else ''})"


def quote_passage(result: Verification | None) -> str:
    """The passage's words in quotation marks; empty where they are not to be had."""
    if result is None or result.passage is None or result.located.outcome is Outcome.MISSING:
        return ""
    return f"“{_shorten(result.passage.words)}”"


def record_passage(result: Verification | None) -> Json:
    """The passage as data; None where no texts were given."""
    if result is None:
        return None
    located, passage = result.located, result.passage
    return {
        "outcome": located.outcome.value,
        "before": passage.before if passage else None,
        "words": passage.words if passage else None,
        "after": passage.after if passage else None,
        "paragraph": located.paragraph,
        "page": located.page,
        "start": located.span.start if located.span else None,
        "end": located.span.end if located.span else None,
    }


def _shorten(words: str) -> str:
    return cut_words(words, LONGEST // 2, LONGEST // 2, "[…]")
