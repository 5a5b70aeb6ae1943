"""Which positions are looked at, and what the filters let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.corpus import Attribution, Position
    from policycmp.model.source import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which positions are looked at; an empty or missing part lets everything through."""

    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    since: Period | None = None
    until: Period | None = None
    as_of: Period | None = None
    """Like `until`; a comparison then lets the latest position of a cell count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The positions that the filters let through, and how many they kept out."""

    positions: tuple[Position, ...]
    filtered: int = 0
    undated: int = 0
    """Of those filtered: how many could not be held against a date, having none."""
    open: int = 0
    """How many were left out because their stance is still open."""
