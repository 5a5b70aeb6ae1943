"""Characters that must not reach a terminal as they are."""

from __future__ import annotations

import re

# Characters that change how the text around them is shown: C0 and C1 controls (but not
# tab and line feed), bidirectional overrides and isolates, and the tag block.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)


def show_unsafe(text: str) -> str:
    """The text with every control or direction-changing character written out as `<U+202E>`."""
    return UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
