"""Which writer a file wants, by its suffix."""

from __future__ import annotations

from pathlib import Path

from policycmp.corpusfile.writer import Writer
from policycmp.errors import UsageError
from policycmp.plugins import Slot
from policycmp.text.grammar import join_words

WRITERS = Slot("corpusfile.writers", "WRITER", Writer)
DEFAULT = "yaml"
"""What is written where no file is named."""


def choose_writer(path: str) -> Writer:
    """The writer for the path's suffix, YAML's for `-`; UsageError where none goes by it."""
    if path == "-":
        return WRITERS.load(DEFAULT)
    suffix = Path(path).suffix.lower()
    for writer in map(WRITERS.load, WRITERS.names()):
        if suffix in writer.suffixes:
            return writer
    known = join_words([suffix for name in WRITERS.names() for suffix in WRITERS.load(name).suffixes], "or")
    raise UsageError(f"{path}: no corpus is written under this suffix", f"name a file in {known}")
