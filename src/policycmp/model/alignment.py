"""What finding a thing by a name that somebody typed yields."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycmp.model.corpus import Origin

from policycmp.record import dataclass


class Kind(StrEnum):
    """What a name is the name of."""

    ACTOR = "actor"
    ISSUE = "issue"
    TOPIC = "topic"
    SOURCE = "source"


class Verdict(StrEnum):
    """What can be made of a match without a person."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NONE = "none"


class Closeness(StrEnum):
    """How a name was found."""

    EXACT = "exact"
    """The id, title or an alias, case, accents and punctuation aside."""
    PART = "part"
    """Every word typed is, or begins, a word of the name."""
    NEAR = "near"
    """Alike in spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that can be asked for by name."""

    kind: Kind
    id: str
    title: str
    names: tuple[str, ...] = ()
    """Further names: short name, affiliation, aliases."""
    reversed_names: tuple[str, ...] = ()
    """Names that put an issue's question the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a typed name may mean, and the name by which it was found."""

    named: Named
    name: str
    closeness: Closeness
    score: float = 1.0
    """How sure it is that this is meant, 0 to 1, where it was found by spelling."""
    is_reversed: bool = False
    is_suspected: bool = False
    """Whether a negation on one side only makes it perhaps the reverse of what was meant."""
    why: str = ""
    """What was compared, and how the two differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a typed name leads to: one thing, several to choose from, or none with the nearest."""

    query: str
    hits: tuple[Hit, ...] = ()
    """One where the name is clear, several where it is ambiguous."""
    nearest: tuple[Hit, ...] = ()
    """Where there is no hit: what comes closest, best first."""


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

    def list_verdict(self, verdict: Verdict) -> tuple[Match, ...]:
        """The matches of that verdict, in their order."""
        return tuple(match for match in self.matches if match.verdict is verdict)
