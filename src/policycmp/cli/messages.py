"""The one door for all that is said beside a result, on standard error: notes, errors, questions.

Whatever a file, a name or a library's exception has brought along, nothing in it steers a terminal or
begins a line.
"""

from __future__ import annotations

import sys

from policycmp.text.unsafe import show_message


def say(*lines: str, end: str = "\n") -> None:
    """Say each of these on a line of its own; nothing where there is no standard error.

    Raises OSError where it cannot be written, BrokenPipeError where nobody reads it any more.
    """
    if sys.stderr is not None:  # `print` would take standard output instead
        print("\n".join(map(show_message, lines)), file=sys.stderr, end=end, flush=True)  # noqa: T201


def say_note(text: str) -> None:
    """Say something that one should know about the result."""
    say(f"policycmp: note: {text}")


def say_error(message: str, hint: str | None = None, details: tuple[str, ...] = ()) -> None:
    """Say why it cannot go on, and what to do."""
    *lines, last = (f"policycmp: error: {message}", *details)
    say(*lines, f"{last}; {hint}" if hint else last)
