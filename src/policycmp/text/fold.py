"""Text as people type it: folding, safe display, small grammar."""

from __future__ import annotations

import re

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "&": " and "}
    | dict.fromkeys("'\u2018\u2019\u02bc`´", "")
)
_NOT_WORD = re.compile(r"[^\w]+|_+")


def fold(text: str) -> str:
    """The text without case, accents, apostrophes and punctuation, its words one space apart."""
    lower = text.casefold()
    if not lower.isascii():
        lower = _strip_accents(lower)
    return " ".join(_NOT_WORD.sub(" ", lower.translate(_LETTERS)).split())


def _strip_accents(text: str) -> str:
    from unicodedata import combining, normalize

    return "".join(c for c in normalize("NFKD", text) if not combining(c))
