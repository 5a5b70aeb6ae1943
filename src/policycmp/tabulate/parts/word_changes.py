"""What changed between an anchor's words and the text's, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.verification import Edit
from policycmp.text.shorten import cut_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.verification import Change

SHOWN = 5
"""So many kept words are shown around a change."""


def write_changes(changes: Sequence[Change]) -> str:
    """The changes with `[-words taken away-]` and `{+words put in+}`, long runs that were kept
    shortened."""
    parts = []
    for number, change in enumerate(changes):
        if change.edit is Edit.REMOVED:
            parts.append(f"[-{change.words}-]")
        elif change.edit is Edit.ADDED:
            parts.append(f"{{+{change.words}+}}")
        else:
            parts.append(_shorten(change.words, first=not number, last=number == len(changes) - 1))
    return " ".join(parts)


def _shorten(words: str, *, first: bool, last: bool) -> str:
    if first and last:
        return words
    return cut_words(words, 0 if first else SHOWN, 0 if last else SHOWN)
