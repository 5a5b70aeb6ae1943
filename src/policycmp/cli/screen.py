"""What a stream can show: how wide it is, whether it has colours, and which pager it is read with."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policycmp.model.report import Surface

WHEN = ("auto", "always", "never")
"""What `--color` takes."""
USUAL_PAGER = "less"


def find_surface(stream: object, environ: Mapping[str, str]) -> Surface:
    """What the stream can show. `COLUMNS` and the variables for colour are honoured."""
    from policycmp.model.report import Surface

    is_terminal = is_screen(stream)
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    return Surface(
        width=_find_size(environ, "COLUMNS") if is_terminal else None,
        colors=count_colors(environ, is_terminal=is_terminal),
        unicode=encoding.startswith(("utf", "cp65001", "gb18030")),
    )


def is_screen(stream: object) -> bool:
    """Whether a person reads the stream as it is written."""
    return bool(getattr(stream, "isatty", lambda: False)())


def count_colors(environ: Mapping[str, str], *, is_terminal: bool) -> int:
    """How many colours to use. `NO_COLOR` outranks `FORCE_COLOR` and `CLICOLOR_FORCE`, which outrank
    `CLICOLOR=0` and `TERM=dumb`; each counts only where it is not empty."""
    forced = environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "")
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or forced == "0":
        return 0
    if not forced and (not is_terminal or term == "dumb" or environ.get("CLICOLOR") == "0"):
        return 0
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if "256" in term else 16


def set_color(environ: Mapping[str, str], when: str) -> Mapping[str, str]:
    """The environment as `--color` has it, which outranks the variables."""
    if when == "auto":
        return environ
    return {**environ, "NO_COLOR": "1" if when == "never" else "", "FORCE_COLOR": "1"}


def find_pager(environ: Mapping[str, str], lines: int) -> list[str]:
    """The words of the pager that a text of so many lines is read with; none where it fits the screen
    or where the variable that names the pager is empty."""
    import shlex
    import shutil

    if lines < _find_size(environ, "LINES") or environ.get("TERM", "dumb") == "dumb":
        return []
    named = environ.get("POLICYCMP_PAGER", environ.get("PAGER", USUAL_PAGER))
    words = shlex.split(named)
    return words if words and shutil.which(words[0]) else []


def _find_size(environ: Mapping[str, str], name: str) -> int:
    """Columns or lines of the screen."""
    given = environ.get(name, "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    usual = {"COLUMNS": 80, "LINES": 24}[name]
    with contextlib.suppress(OSError, ValueError):
        size = os.get_terminal_size(sys.stdout.fileno())
        return (size.columns if name == "COLUMNS" else size.lines) or usual
    return usual
