"""From arguments to exit code: the one place where exceptions become numbers."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from policycmp.errors import CannotWriteError, PolicycmpError, find_reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
        return _report(error, argv)
    return code


def _invoke(argv: Sequence[str]) -> int:
    if list(argv) in (["--version"], ["-V"]):  # answered before anything is imported
        from policycmp.version import __version__

        if sys.stdout is None:
            raise CannotWriteError("cannot write: standard output is closed")
        print(f"policycmp {__version__}")  # noqa: T201
        return 0
    _check_completion(os.environ)
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


def _check_completion(environ: Mapping[str, str]) -> None:
    """UsageError where bash's completion is asked for without the line that bash hands over."""
    if environ.get("_POLICYCMP_COMPLETE") == "complete_bash" and not (
        "COMP_WORDS" in environ and environ.get("COMP_CWORD", "").isdecimal()
    ):
        from policycmp.errors import UsageError

        raise UsageError("there is no line to complete", "unset _POLICYCMP_COMPLETE, which only shells set")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _report(error: Exception, argv: Sequence[str]) -> int:
    if isinstance(error, PolicycmpError):
        _say(error.lines[0], error.hint, error.lines[1:])
        return error.exit_code
    format_message = getattr(error, "format_message", None)
    if format_message:
        _say(_shorten(format_message()), _find_help(error))
        return int(getattr(error, "exit_code", 2))
    if isinstance(error, OSError) and error.errno is not None:  # the machine refused, not we
        _abandon_stdout()
        what = "write" if error.filename is None else f"read or write {error.filename}"
        _say(f"cannot {what}: {find_reason(error)}", None)
        return CannotWriteError.exit_code
    if os.environ.get("POLICYCMP_DEBUG"):
        raise error
    from policycmp.cli.bug_report import write_bug_report

    report = write_bug_report(error, argv)
    kept = f"please send {report}, which holds nothing of your files, to" if report else "please report it in"
    hint = f"this is a fault of policycmp; {kept} its issue tracker (POLICYCMP_DEBUG=1 shows more)"
    _say(f"{type(error).__name__}: {error}", hint)
    return OUR_FAULT


def _say(message: str, hint: str | None, details: tuple[str, ...] = ()) -> None:
    """Raises BrokenPipeError where nobody reads standard error any more."""
    from policycmp.cli.messages import say_error

    try:
        say_error(message, hint, details)
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
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
