"""Text as people type it, folded so that what is the same to a reader is the same to a program."""

from __future__ import annotations

import re

from policycmp.text.unsafe import INVISIBLE

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "&": " and "}
    | dict.fromkeys("'\u2018\u2019\u02bc`´", "")
)
_NOT_WORD = re.compile(r"[^\w]+|_+")
_MINUS = "^[\u2212\u2010-\u2014\ufe63\uff0d](?=[0-9.])"
"""What word processors, and our own tables, print for a minus."""


def fold(text: str) -> str:
    """The text without case, accents, apostrophes and punctuation, its words one space apart."""
    lower = text.casefold()
    if not lower.isascii():
        lower = _strip_accents(lower)
    return " ".join(_NOT_WORD.sub(" ", lower.translate(_LETTERS)).split())


def fold_value(text: str) -> str:
    """A value as it was typed, without case and needless space, with a hyphen for any sort of minus."""
    plain = " ".join(text.casefold().split())
    return plain if plain.isascii() else re.sub(_MINUS, "-", plain)


def make_slug(text: str, instead: str, most: int | None = None) -> str:
    """The folded text as an id: a to z and digits, hyphens for all else, at most so many characters;
    `instead` where nothing is left."""
    return re.sub("[^a-z0-9]+", "-", fold(text))[:most].strip("-") or instead


def _strip_accents(text: str) -> str:
    from unicodedata import combining, normalize

    visible = re.sub(f"[{INVISIBLE}]", "", text)
    # Folded once more: letters of another style, such as 𝔄, have no case before they are made plain.
    return "".join(c for c in normalize("NFKD", visible) if not combining(c)).casefold()
