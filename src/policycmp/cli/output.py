"""The only module that writes results: to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.errors import CannotCreateError, CannotWriteError, UsageError, find_reason
from policycmp.model.report import Surface
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policycmp.api.result import Result
    from policycmp.model.report import Report

BATCH = 1 << 16
"""How many characters are gathered before they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Where the result goes, in which format, and which files it must leave alone."""

    format_name: str | None = None
    output: str | None = None
    force: bool = False
    inputs: tuple[str, ...] = ()


def write_result(result: Result[object], writing: Writing) -> None:
    """Say the result's notes, and write its report."""
    if result.notes:
        from policycmp.cli.messages import say_note

        for note in result.notes:
            say_note(note)
    write_report(result.report, writing)


def write_report(report: Report, writing: Writing) -> None:
    """Write the report to the file that is named, or to standard output.

    The format is the one named, else the file's suffix's, else the terminal's table. A file that is
    there is replaced.
    """
    from policycmp.render.format import format_of_suffix, render

    output = writing.output
    if output is None or output == "-":
        name = writing.format_name or "terminal"
        surface = find_surface(sys.stdout, os.environ)
        write_stdout(render(report, name, surface), plain=name == "terminal" and not surface.unicode)
        return
    name = writing.format_name or format_of_suffix(output) or ""
    if not name:
        raise UsageError(f"{output}: no format goes by this suffix", "name one with --format")
    write_file(output, render(report, name, Surface()), inputs=writing.inputs)


def write_text(text: str, writing: Writing) -> None:
    """Write text that is no report, such as a schema; a file that is there is replaced."""
    if writing.output is None or writing.output == "-":
        write_stdout([text])
    else:
        write_file(writing.output, [text], inputs=writing.inputs)


def write_draft(text: str, writing: Writing) -> None:
    """Write text that a person goes on editing, such as a corpus: without `force` never over a file
    that is there."""
    output = writing.output
    if output not in (None, "-") and not writing.force and is_there(output):
        raise CannotCreateError(f"{output} is there already", "--force replaces it")
    write_text(text, writing)


def find_surface(stream: object, environ: Mapping[str, str]) -> Surface:
    """What the stream can show. `COLUMNS`, `NO_COLOR`, `FORCE_COLOR` and `TERM` are honoured."""
    is_terminal = bool(getattr(stream, "isatty", lambda: False)())
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    return Surface(
        width=_find_width(environ) if is_terminal else None,
        colors=_count_colors(environ, is_terminal=is_terminal),
        unicode=encoding.startswith(("utf", "cp65001", "gb18030")),
    )


def write_stdout(chunks: Iterable[str], *, plain: bool = False) -> None:
    """Write text to standard output as UTF-8, or as ASCII where its encoding has no more."""
    if sys.stdout is None:
        raise CannotWriteError("cannot write: standard output is closed", "name a file with -o")
    binary = getattr(sys.stdout, "buffer", None)
    for batch in _gather(chunks):
        if binary is None:
            sys.stdout.write(batch)
        else:
            binary.write(batch.encode("ascii", "replace") if plain else encode_text(batch))
    sys.stdout.flush()


def write_file(name: str, chunks: Iterable[str], *, inputs: Iterable[str] = ()) -> None:
    """Write the file whole or not at all; what was there is replaced.

    Raises CannotCreateError where it may not be created (a missing folder, one of the inputs that
    the result was made from), CannotWriteError where writing fails; the old file is then as it was.
    """
    path = Path(name)
    try:
        os.fsencode(path)  # half a surrogate pair is in no name
        is_directory, is_stream = path.is_dir(), path.exists() and not path.is_file()
        target = path.resolve() if path.is_symlink() else path
        is_read = any(_is_input(target, given) for given in inputs)
    except (OSError, ValueError, RuntimeError) as error:  # such as a loop of links
        raise CannotCreateError(f"cannot create {name}: {find_reason(error)}") from None
    if is_directory:
        raise CannotCreateError(f"{name} is a directory", "name a file in it")
    if is_stream:
        _write_stream(path, chunks)
    elif is_read:
        raise CannotCreateError(f"{name} is an input of this command", "name another file")
    else:
        _replace_file(target, chunks)


def is_there(name: str) -> bool:
    """Whether there is a file of this name; CannotCreateError for a name that no file can have."""
    try:
        return Path(name).exists()
    except (OSError, ValueError) as error:
        raise CannotCreateError(f"cannot create {name}: {find_reason(error)}") from None


def _is_input(target: Path, given: str) -> bool:
    """Whether the file is the input, or lies in the folder that is."""
    if given == "-" or not target.exists():
        return False
    place = Path(given)
    try:
        return place.samefile(target) or (place.is_dir() and target.resolve().is_relative_to(place.resolve()))
    except OSError:
        return False


def _replace_file(target: Path, chunks: Iterable[str]) -> None:
    from policycmp.scratch import open_scratch

    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        file, scratch = open_scratch(target.parent, 0o666 if mode is None else 0o600)
    except (OSError, ValueError) as error:
        raise CannotCreateError(f"cannot create {target}: {find_reason(error)}") from error
    try:
        with file:
            for batch in _gather(chunks):
                file.write(encode_text(batch))
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            scratch.chmod(mode)
        scratch.replace(target)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise CannotWriteError(
            f"cannot write {target}: {find_reason(error)}", "what was there is untouched"
        ) from error
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def _write_stream(path: Path, chunks: Iterable[str]) -> None:
    """Write to a device or named pipe, which cannot be replaced."""
    try:
        with path.open("wb") as file:
            for batch in _gather(chunks):
                file.write(encode_text(batch))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror}") from error


def encode_text(text: str) -> bytes:
    """The text as UTF-8, and as nothing else: half a surrogate pair, which it cannot hold, as U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        from policycmp.text.unsafe import replace_halves

        return replace_halves(text).encode()


def _gather(chunks: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size >= BATCH:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _find_width(environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    with contextlib.suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    return 80


def _count_colors(environ: Mapping[str, str], *, is_terminal: bool) -> int:
    forced = environ.get("FORCE_COLOR", "")
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or forced == "0" or term == "dumb":
        return 0
    if not is_terminal and not forced:
        return 0
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if "256" in term else 16
