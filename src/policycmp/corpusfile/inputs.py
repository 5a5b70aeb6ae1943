"""Inputs: a file, a folder or standard input, read once."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from policycmp.corpusfile.bundled import name_input
from policycmp.errors import UnreadableError, find_reason
from policycmp.model.origin import Origin
from policycmp.record import dataclass

if TYPE_CHECKING:
    import os
    from typing import BinaryIO

_FIRST, _CHUNK = 1 << 20, 8 << 20
"""Bytes that are read at a time."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """What was read, with how it was named and how it is called in output."""

    path: str
    """As it was given; `-` is standard input."""
    name: str
    data: bytes
    state: os.stat_result | None = None
    """The file's, from before it was read; None for what is no file."""

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the data in 64 hexadecimal digits."""
        import hashlib  # loads OpenSSL, which a corpus that is kept does not need

        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The ending of its path in small letters, with the dot; empty where there is none."""
        return Path(self.path).suffix.lower()

    @property
    def origin(self) -> Origin:
        """The input as what a corpus was read from."""
        return Origin(name=self.name, digest=self.digest)


def open_input(given: str | Input) -> Input:
    """The input at the path, or of standard input for `-`; one that was opened already as it is.

    Raises UnreadableError where it cannot be read.
    """
    if not isinstance(given, str):
        return given
    state = _find_state(given)
    return Input(path=given, name=name_input(given), data=read_input(given), state=state)


def _find_state(path: str) -> os.stat_result | None:
    """The state of a regular file; None where there is none, and reading tells why."""
    try:
        state = None if path == "-" else Path(path).stat()
    except (OSError, ValueError):
        return None
    return state if state and S_ISREG(state.st_mode) else None


def read_input(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; UnreadableError where there are none."""
    try:
        if path != "-" and Path(path).is_dir():
            return _pack_folder(Path(path))
        if path != "-":
            with Path(path).open("rb") as file:
                return _read_bounded(path, file)
        if sys.stdin is None:
            raise UnreadableError("standard input is closed", "name a file, or pipe one in")
        return _read_bounded("standard input", sys.stdin.buffer)
    except FileNotFoundError:
        raise UnreadableError(f"{path}: there is no such file", "check the path after -c") from None
    except IsADirectoryError:
        raise UnreadableError(f"{path} is a directory, not a file", "name the corpus file in it") from None
    except PermissionError:
        raise UnreadableError(f"{path}: reading it is not permitted") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path}: {find_reason(error)}") from None


def _read_bounded(name: str, file: BinaryIO) -> bytes:
    """All of the file, of which little more is read than it may have: it may be a pipe without an end."""
    from policycmp.limits import FILE  # a corpus that is kept is not read

    most, parts, size = FILE.most, [], 0
    while part := file.read(_CHUNK if size else _FIRST):
        parts.append(part)
        size += len(part)
        if size > most:
            message, remedy = FILE.describe(f"{name}: the file is larger")
            raise UnreadableError(message, remedy)
    return b"".join(parts) if len(parts) > 1 else (parts or [b""])[0]


def _pack_folder(folder: Path) -> bytes:
    """The JSON files of a Wahl-O-Mat folder as one document; IsADirectoryError for other folders."""
    if not all((folder / f"{name}.json").is_file() for name in ("party", "statement", "answer", "opinion")):
        raise IsADirectoryError(folder)
    parts = [
        f'"{name}": '.encode()
        + read_input(str(folder / f"{name}.json")).removeprefix(b"\xef\xbb\xbf").strip()
        for name in ("party", "statement", "answer", "opinion", "comment", "overview")
        if (folder / f"{name}.json").is_file()
    ]
    return b'{"wahlomat": 1,\n' + b",\n".join(parts) + b"}\n"
