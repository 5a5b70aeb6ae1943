"""What the names of another codebook stand for in this one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycmp.model.names import Kind
    from policycmp.model.origin import Origin

from policycmp.record import dataclass


class Verdict(StrEnum):
    """What can be made of a match without a person."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What one name of another codebook stands for in this one."""

    kind: Kind
    theirs: str
    """Its id there."""
    ours: str | None
    """The id here; None where it stands for nothing here."""
    is_reversed: bool = False
    """Whether a stance for theirs is a stance against ours."""
    score: float = 0.0
    """Confidence, 0 to 1: of matches scored 0.9, nine in ten are right."""
    verdict: Verdict = Verdict.NONE
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """How another codebook's issues and actors go into this one's."""

    matches: tuple[Match, ...] = ()
    origin: Origin | None = None
    """The file that the decided ones were read from."""
    other: tuple[Origin, ...] = ()
    """The files of the other codebook, where they are known."""

    def list_verdict(self, verdict: Verdict | str) -> tuple[Match, ...]:
        """The matches of that verdict (`sure`, `doubtful`, `none`), in their order.

        Raises ValueError for a verdict that is none of these.
        """
        wanted = Verdict(verdict)
        return tuple(match for match in self.matches if match.verdict is wanted)
