"""Long texts shortened for where there is little room."""

from __future__ import annotations

QUOTED = 60
"""Characters of a value that a message can carry."""


def quote_value(value: object) -> str:
    """The value in quotes, its end cut off where a message cannot carry it."""
    return repr(cut_end(str(value), QUOTED))


def cut_end(text: str, most: int) -> str:
    """The text, of a longer one the beginning and `…`, so many characters in all."""
    return text if len(text) <= most else text[: most - 1] + "…"


def cut_words(words: str, first: int, last: int, mark: str = "…") -> str:
    """So many of the first and the last words, what stands between them replaced by the mark."""
    each = words.split(" ")
    if len(each) <= first + last:
        return words
    return " ".join([*each[:first], mark, *each[len(each) - last :]])
