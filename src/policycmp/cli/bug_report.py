"""What is kept of a fault of ours, for those who can mend it."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PACKAGE = Path(__file__).parent.parent


def write_bug_report(error: BaseException, argv: Sequence[str]) -> str | None:
    """The path of a new file, readable by this user only, that says what went wrong where; None where
    none can be written. Nothing of the user's files, names and values goes into it."""
    try:
        handle, path = tempfile.mkstemp(prefix="policycmp-report-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in describe_bug(error, argv))
    except OSError:
        return None
    return path


def describe_bug(error: BaseException, argv: Sequence[str]) -> Iterator[str]:
    """The lines of the report."""
    from policycmp.cli.app import COMMANDS

    command = next((word for word in argv if word in COMMANDS), "no command")
    options = sorted({word.partition("=")[0] for word in argv if word[:2] == "--" and word[2:3].isalpha()})
    yield f"policycmp {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield f"command: {command}"
    yield f"options, without their values: {' '.join(map(_keep_name, options)) or 'none'}"
    cause: BaseException | None = error
    while cause is not None:
        yield ""
        yield f"{type(cause).__module__}.{type(cause).__qualname__} (its message is left out)"
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {_shorten(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _keep_name(option: str) -> str:
    return option if len(option) <= 30 and option[2:].replace("-", "").isalpha() else "--(something else)"


def _shorten(file: str) -> str:
    """The path of a module from its package on."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return str(path.relative_to(_PACKAGE.parent))
    return "/".join(path.parts[-2:])
