"""Inputs by name: their bytes, and which reader they want."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.corpusfile.reader import Reader
from policycmp.errors import UnreadableError
from policycmp.plugins import Slot

if TYPE_CHECKING:
    from collections.abc import Mapping

READERS = Slot("corpusfile.readers", "READER", Reader)
_HEAD = 65_536
"""How many bytes are looked at where no suffix tells the format."""
_BY_CONTENT = ("wahlomat", "jsonl", "json", "tsv", "csv")
"""In this order, for a line of JSON also looks like a document; a reader not named here is tried last."""


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; UnreadableError where there are none."""
    try:
        if name != "-" and Path(name).is_dir():
            return _pack_folder(Path(name))
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{name}: there is no such file", "check the path after -c") from None
    except IsADirectoryError:
        raise UnreadableError(f"{name} is a directory, not a file", "name the corpus file in it") from None
    except PermissionError:
        raise UnreadableError(f"{name}: reading it is not permitted") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{name}: {reason}") from None


def _pack_folder(folder: Path) -> bytes:
    """The JSON files of a Wahl-O-Mat folder as one document; IsADirectoryError for other folders."""
    if not all((folder / f"{name}.json").is_file() for name in ("party", "statement", "answer", "opinion")):
        raise IsADirectoryError(folder)
    parts = [
        f'"{name}": '.encode() + (folder / f"{name}.json").read_bytes().removeprefix(b"\xef\xbb\xbf").strip()
        for name in ("party", "statement", "answer", "opinion", "comment", "overview")
        if (folder / f"{name}.json").is_file()
    ]
    return b'{"wahlomat": 1,\n' + b",\n".join(parts) + b"}\n"


def choose_reader(name: str, data: bytes) -> Reader:
    """The reader for the name's suffix, else for what the content looks like, else YAML's."""
    suffix = Path(name).suffix.lower()
    if suffix[1:] in READERS.names():  # so that no other reader is imported
        return READERS.load(suffix[1:])
    if reader := _readers_by_suffix().get(suffix):
        return READERS.load(reader)
    head = data[:_HEAD].decode("utf-8-sig", errors="replace")
    names = sorted(
        READERS.names(), key=lambda n: _BY_CONTENT.index(n) if n in _BY_CONTENT else len(_BY_CONTENT)
    )
    return next((reader for reader in map(READERS.load, names) if reader.sniff(head)), READERS.load("yaml"))


@cache
def _readers_by_suffix() -> Mapping[str, str]:
    return {suffix: name for name in READERS.names() for suffix in READERS.load(name).suffixes}
