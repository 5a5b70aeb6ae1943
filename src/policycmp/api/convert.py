"""A corpus in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.corpora import open_corpus
from policycmp.api.result import Result

if TYPE_CHECKING:
    from policycmp.api.corpora import Given
    from policycmp.model.corpus import Corpus


def convert(corpus: Given = None, to: str | None = None) -> Result[str]:
    """The corpus as text in another format, in `value`; `notes` name what that format cannot hold.

    Raises UsageError for a format in which no corpus is written.

    >>> import policycmp
    >>> policycmp.convert(None, "csv").value.partition(",")[0]
    'actor'
    """
    from policycmp.corpusfile.document_writer import convert_corpus
    from policycmp.measure.selection import select_positions
    from policycmp.model.filters import Filters
    from policycmp.model.request import Convert
    from policycmp.tabulate.list import list_positions

    opened, said = open_corpus(corpus)
    text, lost = convert_corpus(opened, to or Convert().to)
    selection = select_positions(opened, Filters(), keep_open=True)
    return Result(text, lambda: list_positions(opened, Filters(), selection), (*said, *lost))


def write_corpus(corpus: Corpus) -> str:
    """The corpus as the YAML document that `load_corpus` reads back to the same."""
    from policycmp.corpusfile.document_writer import write_corpus as write

    return "".join(write(corpus))
