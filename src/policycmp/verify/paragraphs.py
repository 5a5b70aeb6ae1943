"""A text as paragraphs: blocks of lines that blank lines separate, counted from 1."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The text's paragraphs in order; a line of nothing but white space is blank."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(block.strip() for block in _BLANK.split(unified) if block.strip())
