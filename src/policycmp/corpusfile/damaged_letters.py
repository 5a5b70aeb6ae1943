"""Letters that were damaged before they came here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.marks import Spot

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings

_CONTINUED = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_DAMAGED = re.compile(f"\ufffd|[\u00c2-\u00f4][{_CONTINUED}]{{1,3}}")
"""U+FFFD, or what the bytes of one letter in UTF-8 look like in Windows-1252."""
_MARKS = "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u20ac"
_MOST = 20
"""So many lines of a file are told one by one."""


def note_damage(findings: Findings) -> None:
    """Add a warning for each line that holds damaged letters."""
    if findings.data.isascii():
        return
    try:
        findings.data.decode()
    except UnicodeDecodeError:
        return  # no text, which the reader has reported
    lines = [(number, line) for number, line in enumerate(findings.lines) if not line.isascii()]
    told = 0
    for number, line in lines:
        found = next(filter(None, map(_describe, _DAMAGED.finditer(line))), None)
        if found and told < _MOST:
            told += 1
            column, length, message = found
            remedy = "take the text anew from where it comes, and save it as UTF-8"
            findings.add("W412", Spot(number, column), message, remedy, length=length)


def _describe(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Column, length, and what is damaged there; None where the letters are what they should be."""
    if match[0] == "\ufffd":
        return match.start(), 1, "U+FFFD stands here for a letter that was lost"
    for length in range(len(match[0]), 1, -1):
        wrong = match[0][:length]
        meant = _undo(wrong)
        if meant and (meant.isalpha() or meant in _MARKS):
            message = f"{wrong!r} is probably {meant!r}, UTF-8 that was read as Windows-1252"
            return match.start(), length, message
    return None


def _undo(wrong: str) -> str | None:
    try:
        # Five bytes have no letter in Windows-1252, and programs leave them as they are.
        meant = b"".join(c.encode("latin-1" if c < "\u00a0" else "cp1252") for c in wrong).decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return meant if len(meant) == 1 else None
