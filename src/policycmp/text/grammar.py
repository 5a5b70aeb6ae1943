"""Small grammar: counts, lists, articles."""

from __future__ import annotations


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
