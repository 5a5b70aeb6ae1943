"""The slot of output formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.plugins import Slot
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.model.report import Report, Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a report, as chunks of text in order."""

    name: str
    help: str
    suffixes: tuple[str, ...]
    """The file name endings it goes by, each with its dot."""
    write: Callable[[Report, Surface], Iterator[str]]


ALIASES = {"md": "markdown", "text": "terminal"}
"""Other names by which formats are asked for."""


def find_format(name: str) -> str:
    """The format's own name, for one of its other names; any other name as it is."""
    return ALIASES.get(name.casefold(), name)


FORMATS = Slot("render.formats", "FORMAT", Format)
