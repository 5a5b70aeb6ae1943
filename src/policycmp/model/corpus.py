"""Positions, and the corpus that holds them with their codebook and sources."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from policycmp.model.codebook import FIVE_POINTS
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Scale, Stance, Topic
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.fault import Place
    from policycmp.model.origin import Origin
    from policycmp.model.source import Evidence, Period, Source


class Attribution(StrEnum):
    """How the source ties the stance to the actor, firmest first."""

    STATED = "stated"
    REPORTED = "reported"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One coded row: this actor takes this stance on this issue, according to this source."""

    actor: str
    issue: str
    stance: Stance | None
    """The value on the issue's scale; None while it is still open."""
    placement: float | None
    """The stance on the common axis from −1 to +1; None while the stance is open."""
    source: str
    attribution: Attribution
    condition: str | None = None
    summary: str | None = None
    date: Period | None = None
    """When the position was taken; the source's date where it is not known better."""
    coder: str | None = None
    evidence: Evidence | None = None
    place: Place | None = None
    """Where the row stands in the corpus file."""

    @property
    def claim(self) -> tuple[object, ...]:
        """Everything it says but its summary and, unless it is open, where: two positions of one claim
        at one place are the same. What open ones will say is not known yet."""
        when = self.date and self.date.text
        which = self.evidence if self.stance is None else None
        who = (self.actor, self.issue, self.stance, self.source)
        return (*who, self.attribution, self.condition, when, self.coder, which)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undeclared:
    """An id that positions without a codebook name and nothing declares."""

    kind: str
    """Actor, issue or source; stances on such an issue are read on the five-point scale."""
    id: str
    nearest: str | None
    """The declared id that is most like it; None where none is near."""
    beside: bool
    """Whether others of its kind are declared, so that it may be a slip."""


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A codebook (issues, topics, scales, actors), sources, and the positions coded by it."""

    title: str | None = None
    note: str | None = None
    scales: tuple[Scale, ...] = (FIVE_POINTS,)
    topics: tuple[Topic, ...] = ()
    issues: tuple[Issue, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    positions: tuple[Position, ...] = ()
    origins: tuple[Origin, ...] = ()
    unanswered: int = 0
    """How many positions were left out because they hold a code for no answer."""
    undeclared: tuple[Undeclared, ...] = ()
    """What bare positions name that no codebook has."""
    alignments: tuple[Crosswalk, ...] = ()
    """How each further corpus was brought onto the first one's codebook, where several are joined."""

    @cached_property
    def scale_by_id(self) -> Mapping[str, Scale]:
        """Scales by their id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """Topics by their id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def issue_by_id(self) -> Mapping[str, Issue]:
        """Issues by their id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        """Actors by their id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by their id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def actor_labels(self) -> Mapping[str, str]:
        """By id the shortest name of each actor that no other has: the short one, else the full one,
        else that with the id."""
        names = Counter(actor.name for actor in self.actors)
        labels = Counter(actor.label for actor in self.actors)
        labels.update({actor.name for actor in self.actors if actor.label != actor.name})
        return {
            actor.id: actor.label if labels[actor.label] == 1 else _tell_apart(actor, names)
            for actor in self.actors
        }

    @cached_property
    def actor_names(self) -> Mapping[str, str]:
        """By id the full name of each actor, with the id where several have it."""
        names = Counter(actor.name for actor in self.actors)
        return {actor.id: _tell_apart(actor, names) for actor in self.actors}

    def scale_of(self, issue: str) -> Scale:
        """The scale on which stances on the issue are taken."""
        return self.scale_by_id[self.issue_by_id[issue].scale]

    def date_of(self, position: Position) -> Period | None:
        """When the position was taken, by its own date or else its source's."""
        return position.date or self.source_by_id[position.source].published


def _tell_apart(actor: Actor, names: Counter[str]) -> str:
    return actor.name if names[actor.name] == 1 else f"{actor.name} ({actor.id})"
