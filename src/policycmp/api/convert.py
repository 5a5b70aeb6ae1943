"""A corpus in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.corpora import open_corpus
from policycmp.api.result import Result
from policycmp.model.command_options import Convert

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.api.corpora import Given
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Report


class Converted(Result[str]):
    """A corpus as text."""

    def __init__(self, value: str, build_report: Callable[[], Report], lost: tuple[str, ...]) -> None:
        super().__init__(value, build_report, tuple(f"not written: {what}" for what in lost))
        self.lost = lost
        """What the format cannot hold."""


def convert(corpus: Given = None, to: str = Convert.to) -> Converted:
    """The corpus as text in another format, in `value`; `lost` names what that format cannot hold.

    Raises UsageError for a format in which no corpus is written.

    >>> import policycmp
    >>> policycmp.convert(None, "csv").value.partition(",")[0]
    'actor'
    """
    from policycmp.corpusfile.losses import list_losses
    from policycmp.corpusfile.writer_choice import WRITERS
    from policycmp.measure.selection import select_positions
    from policycmp.model.filters import Filters
    from policycmp.tabulate.list import list_positions

    opened, _ = open_corpus(corpus)
    writer = WRITERS.load(to)
    selection = select_positions(opened, Filters(), keep_open=True)
    return Converted(
        "".join(writer.write(opened)),
        lambda: list_positions(opened, Filters(), selection),
        list_losses(writer, opened),
    )


def write_corpus(corpus: Corpus) -> str:
    """The corpus as the YAML document that `load_corpus` reads back to the same."""
    return convert(corpus).value


def find_format(path: str) -> str:
    """The format in which a corpus is written to that file, by its suffix; the usual one for `-`.

    Raises UsageError where no format goes by the suffix.
    """
    from policycmp.corpusfile.writer_choice import choose_writer

    return choose_writer(path).name


def list_formats() -> tuple[str, ...]:
    """The formats in which a corpus is written."""
    from policycmp.corpusfile.writer_choice import WRITERS

    return WRITERS.names()
