"""The only module that writes: reports to standard output or, whole or not at all, to a file."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.errors import CannotCreateError, CannotWriteError, UsageError
from policycmp.model.report import Surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policycmp.cli.options import Writing
    from policycmp.corpusfile.writer import Writer
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Report

BATCH = 1 << 16
"""How many characters are gathered before they are written."""


def write_report(report: Report, writing: Writing) -> None:
    """Write the report to the file that is named, or to standard output.

    The format is the one named, else the file's suffix's, else the terminal's table.
    """
    from policycmp.render.output import format_of_suffix, render

    output = writing.output
    if output is None or output == "-":
        name = writing.format_name or "terminal"
        surface = find_surface(sys.stdout, os.environ)
        write_stdout(render(report, name, surface), plain=name == "terminal" and not surface.unicode)
        return
    name = writing.format_name or format_of_suffix(output) or ""
    if not name:
        raise UsageError(f"{output}: no format goes by this suffix", "name one with --format")
    write_file(output, render(report, name, Surface()), force=writing.force)


def write_text(text: str, output: str | None = None, *, force: bool = False, own: bool = True) -> None:
    """Write text that is no report: a schema, a template, what `check` found.

    With `own` false the file is a person's from then on, and a second run does not replace it.
    """
    if output is None or output == "-":
        write_stdout([text])
    else:
        write_file(output, [text], force=force, own=own)


def write_corpus(corpus: Corpus, writer: Writer, output: str, *, force: bool = False) -> None:
    """Write the corpus to the file, or to standard output for `-`; what the format cannot hold is said on
    standard error."""
    from policycmp.cli.inputs import say_note
    from policycmp.corpusfile.losses import list_losses

    write_text("".join(writer.write(corpus)), output, force=force)
    for what in list_losses(writer, corpus):
        say_note(f"not in {output}: {what}")


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
    binary = getattr(sys.stdout, "buffer", None)
    for batch in _gather(chunks):
        if binary is None:
            sys.stdout.write(batch)
        else:
            binary.write(batch.encode("ascii" if plain else "utf-8", "replace" if plain else "surrogatepass"))
    sys.stdout.flush()


def write_file(name: str, chunks: Iterable[str], *, force: bool = False, own: bool = True) -> None:
    """Write the file whole or not at all.

    Raises CannotCreateError where it may not stand (a missing folder, another's file without
    `force`), CannotWriteError where writing fails; the old file is then as it was.
    """
    from policycmp.cli import ownership

    path = Path(name)
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise CannotCreateError(f"{name} is a directory", "name a file in it")
        _write_stream(path, chunks)
        return
    target = path.resolve() if path.is_symlink() else path
    if target.exists() and not force and not (own and ownership.is_own(target)):
        raise CannotCreateError(
            f"{name} is there already, and not as policycmp last wrote it", "--force replaces it"
        )
    _replace_file(target, chunks)
    if own:
        ownership.remember(target)


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
