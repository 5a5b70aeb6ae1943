"""What making one corpus of several yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A cell in which two corpora disagree, with the positions of each."""

    actor: str
    issue: str
    first: tuple[Position, ...]
    second: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Two corpora as one."""

    corpus: Corpus
    conflicts: tuple[Disagreement, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be joined, and what was renamed to keep it apart."""
