"""Whether a passage's anchor stands in its source: first words … last words, in one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.source import Evidence

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SPACE = re.compile(r"\s+")


def fold_typography(text: str) -> str:
    """The text with straight quotes, plain dashes and single spaces; its words untouched."""
    return _SPACE.sub(" ", text.translate(_QUOTES)).strip()


def find_anchor_fault(paragraphs: Sequence[str], evidence: Evidence) -> str | None:
    """What is wrong with a range anchor in these paragraphs; None where it stands as it should.

    It should: both ends occur exactly once in the paragraph, the last words after the first.
    """
    if evidence.paragraph is None or evidence.first is None or evidence.last is None:
        return "no paragraph, first and last words to look for"
    if not 1 <= evidence.paragraph <= len(paragraphs):
        return f"there is no paragraph {evidence.paragraph}; the text has {len(paragraphs)}"
    paragraph = fold_typography(paragraphs[evidence.paragraph - 1])
    first, last = fold_typography(evidence.first), fold_typography(evidence.last)
    for words in (first, last):
        times = paragraph.count(words)
        if times != 1:
            return f"{words!r} occurs {times} times in paragraph {evidence.paragraph}"
    if paragraph.find(last) < paragraph.find(first) + len(first):
        return f"{last!r} does not come after {first!r} in paragraph {evidence.paragraph}"
    return None
