"""Actors ranked by how near they are to somebody's own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.agreement import Pair, Profiles, Terms
    from policycmp.model.matrix import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered to one issue's statement."""

    issue: str
    stance: str | None
    """As typed: a point of the scale, or its label; None where the issue was skipped."""
    important: bool = False
    """Whether it counts twice."""
    must: bool = False
    """Whether only actors on the same side are wanted."""
    place: str | None = None
    """The file and line it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One actor against the answers."""

    actor: Heading
    pair: Pair
    together: tuple[Heading, ...]
    """Issues on which they stand at most a quarter of the scale apart, nearest and weightiest first."""
    apart: tuple[Heading, ...]
    """Issues on which they stand farther apart, the costliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """All actors, nearest first; those without a number last."""

    terms: Terms
    profiles: Profiles
    answers: tuple[Answer, ...]
    matches: tuple[Match, ...]
    ruled_out: tuple[Heading, ...]
    """Actors who do not stand on the same side where they must."""
