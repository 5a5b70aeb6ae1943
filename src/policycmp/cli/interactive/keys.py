"""Keys as they are pressed."""

from __future__ import annotations

import io
import os
import sys


def read_key(*, line: bool = False) -> str | None:
    """One key from a terminal, else, or with `line`, a line of standard input; None at its end."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty() and not line:
        key = _wait_for_key()
        # Ctrl-D, which a terminal that still waits for whole lines has made a zero of.
        return None if key in ("\x04", "\x00", "") else key
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":
        sys.stdin.reconfigure(errors="replace")  # bytes that are no text are no answer, and no reason to end
    typed = sys.stdin.readline()
    return typed.strip() if typed else None


def _wait_for_key() -> str:
    """The next key. What was typed ahead stays, which Typer's own reader throws away."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        import typer

        return typer.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        return os.read(terminal, 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
