"""Text as people type it: folding, safe display, small grammar."""

from __future__ import annotations

import re

# Characters that change how the text around them is shown: C0 and C1 controls (but not
# tab and line feed), bidirectional overrides and isolates, and the tag block.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)

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


def show_unsafe(text: str) -> str:
    """The text with every control or direction-changing character written out as `<U+202E>`."""
    return UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """`1 position`, `2 positions`, `1,204 positions`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def join_words(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def with_article(noun: str) -> str:
    """`an issue`, `a source`."""
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
