"""Things with their names, and what a name that somebody typed leads to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.choices import Bound


class Kind(StrEnum):
    """What a name is the name of."""

    ACTOR = "actor"
    ISSUE = "issue"
    TOPIC = "topic"
    SOURCE = "source"


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
    bounds: tuple[tuple[Bound, str], ...] = ()
    """An actor's affiliation and kind, an issue's topic, as far as they are known."""


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
