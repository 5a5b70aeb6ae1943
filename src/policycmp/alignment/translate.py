"""A corpus said in another one's codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from policycmp.model.crosswalk import Verdict
from policycmp.model.names import Kind
from policycmp.record import replace
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from policycmp.model.codebook import Issue, Scale, Stance
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.source import Source


class HasId(Protocol):
    """A thing of a codebook."""

    @property
    def id(self) -> str:
        """What it is referred to by."""


class Translation:
    """Their corpus, with our ids where the crosswalk is sure, and ids of its own elsewhere."""

    def __init__(self, ours: Corpus, theirs: Corpus, crosswalk: Crosswalk) -> None:
        self.ours, self.theirs = ours, theirs
        self.notes: list[str] = []
        sure = crosswalk.list_verdict(Verdict.SURE)
        issue_matches = {m.theirs: m for m in sure if m.kind is Kind.ISSUE and m.ours in ours.issue_by_id}
        actor_matches = {m.theirs: m for m in sure if m.kind is Kind.ACTOR and m.ours in ours.actor_by_id}
        self.turned: set[str] = set()
        self.scales = self._name_apart("scale", ours.scales, theirs.scales)
        self.topics = self._name_apart("topic", ours.topics, theirs.topics)
        refused = {(m.kind, m.theirs) for m in crosswalk.list_verdict(Verdict.NONE)}
        self.issues = self._name_apart(
            "issue",
            ours.issues,
            [self._carry_issue(i) for i in theirs.issues if i.id not in issue_matches],
            {key for kind, key in refused if kind is Kind.ISSUE},
        )
        self.actors = self._name_apart(
            "actor",
            ours.actors,
            [a for a in theirs.actors if a.id not in actor_matches],
            {key for kind, key in refused if kind is Kind.ACTOR},
        )
        for issue in theirs.issues:
            match = issue_matches.get(issue.id)
            if match is not None and match.ours is not None:
                self._join_issue(issue, match.ours, is_reversed=match.is_reversed)
        self.actors |= {key: m.ours for key, m in actor_matches.items() if m.ours is not None}
        self.sources = self._name_apart("source", ours.sources, list(map(self._carry_source, theirs.sources)))

    def translate(self) -> Corpus:
        """Theirs by our ids; what went into one of ours is left out of its codebook."""
        joined_issues, joined_actors = self.ours.issue_by_id, self.ours.actor_by_id
        return replace(
            self.theirs,
            topics=tuple(replace(t, id=self.topics[t.id]) for t in self.theirs.topics),
            scales=tuple(replace(s, id=self.scales[s.id]) for s in self.theirs.scales),
            issues=tuple(
                replace(self._carry_issue(i), id=self.issues[i.id])
                for i in self.theirs.issues
                if self.issues[i.id] not in joined_issues
            ),
            actors=tuple(
                replace(a, id=self.actors[a.id])
                for a in self.theirs.actors
                if self.actors[a.id] not in joined_actors
            ),
            sources=tuple(replace(self._carry_source(s), id=self.sources[s.id]) for s in self.theirs.sources),
            positions=tuple(map(self._translate_position, self.theirs.positions)),
        )

    def _carry_issue(self, issue: Issue) -> Issue:
        return replace(
            issue, scale=self.scales[issue.scale], topic=self.topics[issue.topic] if issue.topic else None
        )

    def _carry_source(self, source: Source) -> Source:
        return replace(source, actor=self.actors[source.actor] if source.actor else None)

    def _translate_position(self, position: Position) -> Position:
        issue = self.issues[position.issue]
        moved = replace(
            position,
            actor=self.actors[position.actor],
            issue=issue,
            source=self.sources[position.source],
        )
        if position.placement is None or issue not in self.ours.issue_by_id:
            return moved
        turned = position.issue in self.turned
        stance = carry_stance(
            position.stance, self.theirs.scale_of(position.issue), self.ours.scale_of(issue), turned
        )
        return replace(moved, stance=stance, placement=-position.placement if turned else position.placement)

    def _join_issue(self, issue: Issue, ours: str, *, is_reversed: bool) -> None:
        unmapped = list_unmapped(
            (p.stance for p in self.theirs.positions if p.issue == issue.id and p.stance is not None),
            self.theirs.scale_of(issue.id),
            self.ours.scale_of(ours),
            is_reversed,
        )
        if unmapped:
            self.issues[issue.id] = self._find_free(issue.id, {*self.ours.issue_by_id, *self.issues.values()})
            self.notes.append(
                f"{issue.id} is kept apart from {ours}, whose scale has no place for "
                f"{count(len(unmapped), 'stance')}: {', '.join(map(str, unmapped[:5]))}"
            )
            return
        self.issues[issue.id] = ours
        if is_reversed:
            self.turned.add(issue.id)
            self.notes.append(f"stances on {issue.id} are turned round: it is {ours} put the other way")

    def _name_apart(
        self, what: str, ours: Iterable[HasId], theirs: Iterable[HasId], refused: Container[str] = ()
    ) -> dict[str, str]:
        """Their ids, a number after those that name something else here, or are refused."""
        known = {thing.id: thing for thing in ours}
        theirs = tuple(theirs)
        used = {*known, *(thing.id for thing in theirs)}
        names = {}
        for thing in theirs:
            names[thing.id] = thing.id
            if thing.id in known and (known[thing.id] != thing or thing.id in refused):
                names[thing.id] = self._find_free(thing.id, used)
                used.add(names[thing.id])
                self.notes.append(
                    f"their {what} {thing.id} is called {names[thing.id]} here: ours is another one"
                )
        return names

    @staticmethod
    def _find_free(wanted: str, used: set[str]) -> str:
        number = 2
        while f"{wanted}-{number}" in used:
            number += 1
        return f"{wanted}-{number}" if wanted in used else wanted


def carry_stance(stance: Stance | None, scale: Scale, other: Scale, is_reversed: bool) -> Stance | None:
    """The stance on another scale at the same placement, or the opposite; None where there is none."""
    placement = None if stance is None else scale.placement(stance)
    if placement is None:
        return None
    carried = other.stance_at(-placement if is_reversed else placement)
    return carried if carried is not None and other.placement(carried) is not None else None


def list_unmapped(stances: Iterable[Stance], scale: Scale, other: Scale, is_reversed: bool) -> list[Stance]:
    """The stances that have no place on the other scale, each once."""
    return [s for s in dict.fromkeys(stances) if carry_stance(s, scale, other, is_reversed) is None]
