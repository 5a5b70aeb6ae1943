"""Where a position stands: the document, and the place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date as exactly as it is known: from the first possible day to the last."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that shows positions."""

    id: str
    title: str
    author: str | None = None
    actor: str | None = None
    """The actor whose own document this is; None where the writer takes no position."""
    publisher: str | None = None
    published: Period | None = None
    url: str | None = None
    digest: str | None = None
    """`sha256:…` of the text that was coded."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where in the source the stance shows, by one or more selectors for the same place.

    A range (`first` words … `last` words), a quotation (`quote` with what stands before and
    after it), character offsets (`start` included, `end` not), each perhaps narrowed to a
    paragraph, counted from 1 over blocks of text that blank lines separate.
    """

    paragraph: int | None = None
    first: str | None = None
    last: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    page: str | None = None
    section: str | None = None
    checksum: str | None = None
    """The first 12 hexadecimal digits of the SHA-256 of the passage's folded words: it tells a
    change between the first and the last words, which the corpus does not hold."""


def find_same_place(evidence: Evidence | None, known: Mapping[Evidence | None, Found]) -> Found | None:
    """What is known by equal evidence, or by any where one of the two names no place."""
    if evidence is None:
        return next(iter(known.values()), None)
    return known.get(evidence, known.get(None))
