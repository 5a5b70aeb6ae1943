"""Which reader a file wants: by its suffix, else by what its content looks like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.corpusfile.reader import Reader
from policycmp.plugins import Slot

if TYPE_CHECKING:
    from policycmp.corpusfile.inputs import Input

READERS = Slot("corpusfile.readers", "READER", Reader)
DEFAULT = "yaml"
"""What a file is taken for that looks like nothing else."""
_HEAD = 65_536
"""How many bytes are looked at where no suffix tells the format."""


def choose_reader(given: Input) -> Reader:
    """The reader for the input's suffix, else the one that its content looks most like, else YAML's."""
    if reader := find_reader(given.path):
        return reader
    head = given.data[:_HEAD].decode("utf-8-sig", errors="replace")
    likeness = {name: READERS.load(name).sniff(head) for name in READERS.names()}
    best = max(likeness, key=lambda name: likeness[name])
    return READERS.load(best if likeness[best] else DEFAULT)


def find_reader(path: str) -> Reader | None:
    """The reader for the path's suffix; None where none goes by it.

    The one of that name and the default one are looked at first, so that for most files no other is
    imported.
    """
    suffix = Path(path).suffix.lower()
    if not suffix:
        return None
    names = sorted(READERS.names(), key=lambda name: (f".{name}" != suffix, name != DEFAULT))
    return next((reader for reader in map(READERS.load, names) if suffix in reader.suffixes), None)
