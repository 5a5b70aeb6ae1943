"""The only module that writes results: to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.cli.screen import find_pager, find_surface, is_screen, set_color
from policycmp.errors import CannotCreateError, CannotWriteError, UsageError, find_reason
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
    if output not in (None, "-") and not writing.force and is_there(output):
        raise CannotCreateError(f"{output} is there already", "--force replaces it")
    write_text(text, writing)


def say_notes(notes: Sequence[str], writing: Writing) -> None:
    """Say them, unless quiet is asked for."""
    if not notes or writing.quiet:
        return
    from policycmp.cli.messages import say_note

    for note in notes:
        say_note(note)


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


def page(text: str, words: Sequence[str]) -> None:
    """Let the text be read with the pager of these words, until the reader leaves it."""
    import signal
    import subprocess

    # As git does: less leaves when all fits, keeps colours, and leaves the text on the screen.
    environ = {"LESS": "FRX", "LV": "-c", **os.environ}
    with subprocess.Popen(words, stdin=subprocess.PIPE, env=environ) as pager:  # noqa: S603  the reader's own
        asked = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
        try:
            pager.communicate(encode_text(text))
        finally:
            signal.signal(signal.SIGINT, asked)


def write_file(name: str, chunks: Iterable[str], *, inputs: Iterable[str] = ()) -> None:
    """Write the file whole or not at all; what was there is replaced.

    Raises CannotCreateError where it may not be created (a missing folder, one of the inputs that
    the result was made from), CannotWriteError where writing fails; the old file is then as it was.
    """
    path = Path(name)
    try:
        os.fsencode(path)  # half a surrogate pair is in no name
        is_directory, is_stream = path.is_dir(), path.exists() and not path.is_file()
        target = _follow(path) if path.is_symlink() else path
        is_read = any(_is_input(target, given) for given in inputs)
    except (OSError, ValueError) as error:  # such as a loop of links
        raise CannotCreateError(f"cannot create {name}: {find_reason(error)}") from None
    if is_directory:
        raise CannotCreateError(f"{name} is a directory", "name a file in it")
    if is_stream:
        _write_stream(path, chunks)
    elif is_read:
        raise CannotCreateError(f"{name} is an input of this command", "name another file")
    else:
        _replace_file(target, chunks)


def _follow(link: Path) -> Path:
    """Where the link leads, be anything there or not. Raises OSError where it leads in a circle."""
    with contextlib.suppress(FileNotFoundError):
        link.stat()
    return link.resolve()


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
        raise CannotWriteError(f"cannot write {path}: {find_reason(error)}") from error


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
