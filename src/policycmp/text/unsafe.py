"""Classes of characters that are not what they seem, and what is unsafe to show of them.

Each class is the inside of a regular expression's brackets, so that a use joins those it means.
"""

from __future__ import annotations

import re

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 and C1 controls, escape sequences among them, but not tab and line feed."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
"""Marks, overrides and isolates that change the direction of what follows, and deprecated ones."""
TAGS = "\U000e0000-\U000e007f"
"""An invisible copy of ASCII."""
SEPARATORS = "\u2028\u2029"
"""Line and paragraph separators, which end a line for some programs only."""
SURROGATES = "\ud800-\udfff"
"""Halves of surrogate pairs, which UTF-8 cannot hold."""
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens, joiners and zero-width spaces. Scripts need them and they steer nothing, so they are
shown as they are; texts that differ in them alone are the same."""

UNSAFE = f"[{CONTROLS}{BIDI}{TAGS}{SEPARATORS}{SURROGATES}]"
"""What no corpus may hold and nothing prints as it is, as a regular expression; compiled only when used,
since that takes as long as all that a short command prints."""
_JOINERS = "\u200c\u200d"
"""Those of the invisible ones that change what their neighbours look like."""
_IN_MESSAGES = f"[\n{CONTROLS}{BIDI}{TAGS}{SEPARATORS}{SURROGATES}{INVISIBLE}](?<![{_JOINERS}])|(?<=##)\\["
"""What no message may hold as it is: all that is unsafe, line feeds, and what a reader would not see."""


def show_unsafe(text: str) -> str:
    """The text with every unsafe character written out, as in `<U+202E>`."""
    return text if text.isprintable() else re.sub(UNSAFE, _write_out, text)


def show_message(text: str) -> str:
    """The text as one line of a message: with line feeds and the invisible written out too, since a message
    is about what stands there, letter by letter. Joiners stay, which are seen by what they join.

    No value can so begin a line of its own, nor any line hold `##[`: continuous integration takes lines
    that begin with `::`, and `##[` anywhere, for commands.
    """
    shown = re.sub(_IN_MESSAGES, _write_out, text)
    return shown.replace(":", "<U+003A>", 1) if shown.lstrip().startswith("::") else shown


def _write_out(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def drop_unsafe(text: str) -> str:
    """The text without unsafe characters, on one line, its blanks single."""
    return " ".join(re.sub(UNSAFE, "", text).split())


def replace_halves(text: str) -> str:
    """The text with each half of a surrogate pair as U+FFFD, so that it can be encoded."""
    return text if text.isascii() else re.sub(f"[{SURROGATES}]", "\ufffd", text)
