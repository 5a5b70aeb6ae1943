"""Sentences of a text, and words by their stems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.model.passages import Span
from policycmp.text.fold import fold
from policycmp.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])")
_ABBREVIATED = re.compile(
    r"(?:\b\w|\.\w|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Gov|Lt|Col|St|No|vs|Jr|Sr|Inc|etc|cf|al|pp?))\.$"
)


def split_sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of a stretch of text. Semicolons and colons before a capital end one too."""
    start = within.start
    for match in _END.finditer(text, within.start, within.end):
        if match[0][0] == "." and _ABBREVIATED.search(
            text, max(start, match.start() - 12), match.start() + 1
        ):
            continue
        yield Span(start, match.start() + len(match[0].rstrip()))
        start = match.end()
    if start < within.end:
        yield Span(start, within.end)


def list_stems(text: str) -> list[str]:
    """The stems of the words, in order."""
    return [stem(word) for word in fold(text).split()]
