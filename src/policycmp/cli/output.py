"""The only module that writes: to standard output, to standard error or, whole or not at all, to a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.cli.screen import find_pager, find_surface, is_screen, set_color
from policycmp.errors import CannotCreateError, CannotWriteError, UsageError
from policycmp.model.report import Surface
from policycmp.record import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    provenance: bool = False
    color: str = "auto"
    no_pager: bool = False
    quiet: bool = False
    inputs: tuple[str, ...] = ()


def write_result(result: Result[object], writing: Writing) -> None:
    """Say the result's notes, and write its report."""
    say_notes(result.notes, writing)
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
        surface = find_surface(sys.stdout, set_color(os.environ, writing.color))
        chunks = render(report, name, replace(surface, provenance=writing.provenance))
        if name == "terminal" and not writing.no_pager and is_screen(sys.stdout):
            text = "".join(chunks)
            if pager := find_pager(os.environ, text.count("\n")):
                page(text, pager)
                return
            chunks = iter([text])
        write_stdout(chunks, plain=name == "terminal" and not surface.unicode)
        return
    name = writing.format_name or format_of_suffix(output) or ""
    if not name:
        raise UsageError(f"{output}: no format goes by this suffix", "name one with --format")
    surface = Surface(provenance=writing.provenance)
    write_file(output, render(report, name, surface), inputs=writing.inputs)


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
    if output not in (None, "-") and not writing.force and Path(output).exists():
        raise CannotCreateError(f"{output} is there already", "--force replaces it")
    write_text(text, writing)


def say_notes(notes: Iterable[str], writing: Writing) -> None:
    """Say them, unless quiet is asked for."""
    for note in () if writing.quiet else notes:
        say_note(note)


def say_note(text: str) -> None:
    """Say something beside the result, on standard error."""
    print(f"policycmp: note: {text}", file=sys.stderr)  # noqa: T201


def write_stdout(chunks: Iterable[str], *, plain: bool = False) -> None:
    """Write text to standard output as UTF-8, or as ASCII where its encoding has no more."""
    binary = getattr(sys.stdout, "buffer", None)
    for batch in _gather(chunks):
        if binary is None:
            sys.stdout.write(batch)
        else:
            binary.write(batch.encode("ascii" if plain else "utf-8", "replace" if plain else "surrogatepass"))
    sys.stdout.flush()


def page(text: str, words: Sequence[str]) -> None:
    """Let the text be read with the pager of these words, until the reader leaves it."""
    import signal
    import subprocess

    # As git does: less leaves when all fits, keeps colours, and leaves the text on the screen.
    environ = {"LESS": "FRX", "LV": "-c", **os.environ}
    with subprocess.Popen(words, stdin=subprocess.PIPE, env=environ) as pager:  # noqa: S603  the reader's own
        asked = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
        try:
            pager.communicate(text.encode("utf-8", "surrogatepass"))
        finally:
            signal.signal(signal.SIGINT, asked)


def write_file(name: str, chunks: Iterable[str], *, inputs: Iterable[str] = ()) -> None:
    """Write the file whole or not at all; what was there is replaced.

    Raises CannotCreateError where it may not be created (a missing folder, one of the inputs that
    the result was made from), CannotWriteError where writing fails; the old file is then as it was.
    """
    path = Path(name)
    if path.is_dir():
        raise CannotCreateError(f"{name} is a directory", "name a file in it")
    if path.exists() and not path.is_file():
        _write_stream(path, chunks)
        return
    target = path.resolve() if path.is_symlink() else path
    if any(_is_input(target, given) for given in inputs):
        raise CannotCreateError(f"{name} is an input of this command", "name another file")
    _replace_file(target, chunks)


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
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise CannotCreateError(f"cannot create {target}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for batch in _gather(chunks):
                file.write(batch.encode("utf-8", "surrogatepass"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise CannotWriteError(
            f"cannot write {target}: {error.strerror}", "what was there is untouched"
        ) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _write_stream(path: Path, chunks: Iterable[str]) -> None:
    """Write to a device or named pipe, which cannot be replaced."""
    try:
        with path.open("wb") as file:
            for batch in _gather(chunks):
                file.write(batch.encode("utf-8", "surrogatepass"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror}") from error


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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
