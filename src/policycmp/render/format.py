"""The slot of output formats, and the way into rendering."""

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


FORMATS = Slot("render.formats", "FORMAT", Format)


def render(report: Report, format_name: str, surface: Surface) -> Iterator[str]:
    """The report in the named format, chunk by chunk. Raises UsageError for an unknown name."""
    return FORMATS.load(format_name).write(report, surface)


def format_of_suffix(name: str) -> str | None:
    """The format that a file name's ending stands for; None where it stands for none."""
    lower = name.lower()
    for format_name in FORMATS.names():
        if lower.endswith(FORMATS.load(format_name).suffixes):
            return format_name
    return None
