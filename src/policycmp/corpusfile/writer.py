"""What a writer of a file format gives: a corpus as chunks of text, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.model.corpus import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A file format that is written. What is read from it again is the corpus, but for `list_losses`."""

    name: str
    suffixes: tuple[str, ...]
    """The file name endings it goes by, each with its dot."""
    write: Callable[[Corpus], Iterator[str]]
    bare: bool = False
    """Whether it holds positions only, so that the rest is lost."""
