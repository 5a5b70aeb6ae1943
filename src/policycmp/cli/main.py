"""From arguments to exit code: the one place where exceptions become numbers."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

from policycmp.errors import CannotWriteError, PolicycmpError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
CLOSED_PIPE = 141
OUR_FAULT = 70


def main(argv: Sequence[str]) -> int:
    """Carry out one command and return its exit code.

    0 done, 1 the answer is negative, 2 wrong usage, 65 faulty corpus, 66 missing or
    unreadable input, 70 a fault of ours, 73 and 74 cannot create or write, 130 interrupted,
    141 closed pipe.
    """
    try:
        return _carry_out(argv)
    except BrokenPipeError:  # whoever read standard output or standard error has gone
        _abandon_stdout()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _carry_out(argv: Sequence[str]) -> int:
    try:
        code = _invoke(argv)
        _flush()
    except BrokenPipeError:
        raise
    except Exception as error:
        return _report(error)
    return code


def _invoke(argv: Sequence[str]) -> int:
    if list(argv) in (["--version"], ["-V"]):  # answered before anything is imported
        from policycmp.version import __version__

        print(f"policycmp {__version__}")  # noqa: T201
        return 0
    import typer

    from policycmp.cli.app import build_app, find_command

    if sys.stderr is not None and sys.stderr.isatty():
        from policycmp.api.progress import set_watcher
        from policycmp.cli.progress import show_progress

        set_watcher(show_progress)
    app = build_app(find_command(argv, os.environ))
    try:
        result = app(list(argv), standalone_mode=False, prog_name="policycmp")
    except typer.Exit as leave:
        return leave.exit_code
    except typer.Abort as abort:
        raise KeyboardInterrupt from abort
    except SystemExit as leave:  # after a TAB, and in place of a closed pipe, which Typer swallows
        if isinstance(leave.__context__, BrokenPipeError):
            raise leave.__context__ from None
        return leave.code if isinstance(leave.code, int) else 1
    return result if isinstance(result, int) else 0


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _report(error: Exception) -> int:
    if isinstance(error, PolicycmpError):
        _say(error.message, error.hint)
        return error.exit_code
    format_message = getattr(error, "format_message", None)
    if format_message:
        _say(_shorten(format_message()), _find_help(error))
        return int(getattr(error, "exit_code", 2))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        _abandon_stdout()
        _say(f"cannot write: {error.strerror}", None)
        return CannotWriteError.exit_code
    if os.environ.get("POLICYCMP_DEBUG"):
        raise error
    hint = "this is a fault of policycmp; set POLICYCMP_DEBUG=1 to see where, and please report it"
    _say(f"{type(error).__name__}: {error}", hint)
    return OUR_FAULT


def _say(message: str, hint: str | None) -> None:
    """Raises BrokenPipeError where nobody reads standard error any more."""
    text = f"policycmp: error: {message}" + (f"; {hint}" if hint else "")
    if sys.stderr is None:  # `print` would take standard output instead
        return
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201
    except BrokenPipeError:
        raise
    except OSError:
        return


def _shorten(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _find_help(error: Exception) -> str:
    command = getattr(getattr(error, "ctx", None), "command_path", "policycmp")
    return f"`{command} --help` shows what there is"


def _abandon_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush stays silent."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
