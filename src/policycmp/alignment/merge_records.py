"""What issues and actors take over from those of another corpus that are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from policycmp.record import replace
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policycmp.alignment.translate import HasId, Translation
    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue

Thing = TypeVar("Thing", bound="HasId")
Value = TypeVar("Value", str, float)


def lend_to_issues(translation: Translation) -> tuple[Issue, ...]:
    """Our issues; where one lacks what theirs says, it has it from theirs, which becomes an alias
    where it is another name."""
    issues = []
    for own in translation.ours.issues:
        filled = own
        for theirs in _list_joined(translation.theirs.issues, own.id, translation.issues):
            filled = _fill_issue(filled, theirs, translation)
        issues.append(filled)
    used = {fold(name) for issue in issues for name in _name_issue(issue)}
    lent = []
    for issue in issues:
        aliases, turned_aliases = list(issue.aliases), list(issue.reversed_aliases)
        for theirs in _list_joined(translation.theirs.issues, issue.id, translation.issues):
            straight, other = (aliases, turned_aliases)[:: -1 if theirs.id in translation.turned else 1]
            stated = (theirs.statement,) if theirs.statement else ()
            straight += _take_new((theirs.title, *stated, *theirs.aliases), used)
            other += _take_new(theirs.reversed_aliases, used)
        lent.append(replace(issue, aliases=tuple(aliases), reversed_aliases=tuple(turned_aliases)))
    return tuple(lent)


def lend_to_actors(translation: Translation) -> tuple[Actor, ...]:
    """Our actors, likewise."""
    used = {fold(name) for actor in translation.ours.actors for name in _name_actor(actor)}
    lent = []
    for own in translation.ours.actors:
        filled = own
        for theirs in _list_joined(translation.theirs.actors, own.id, translation.actors):
            filled = _fill_actor(filled, theirs, translation)
            new = _take_new(_name_actor(theirs)[1:], used)
            filled = replace(filled, aliases=(*filled.aliases, *new))
        lent.append(filled)
    return tuple(lent)


def join_texts(first: str | None, second: str | None, *, between: str = "\n\n") -> str | None:
    """Both texts, or the one there is; one that is part of the other is not said twice."""
    if not first or not second:
        return first or second
    return first if second in first else f"{first}{between}{second}"


def _list_joined(theirs: Iterable[Thing], own: str, ids: Mapping[str, str]) -> Iterator[Thing]:
    return (thing for thing in theirs if ids[thing.id] == own)


def _fill_issue(own: Issue, theirs: Issue, translation: Translation) -> Issue:
    topic = translation.topics[theirs.topic] if theirs.topic else None
    stated = None if theirs.id in translation.turned else theirs.statement
    return replace(
        own,
        topic=_choose("topic", own, own.topic, topic, translation),
        weight=_choose("weight", own, own.weight, theirs.weight, translation),
        statement=own.statement or stated,
        note=join_texts(own.note, theirs.note),
    )


def _fill_actor(own: Actor, theirs: Actor, translation: Translation) -> Actor:
    return replace(
        own,
        kind=_choose("kind", own, own.kind, theirs.kind, translation),
        affiliation=_choose("affiliation", own, own.affiliation, theirs.affiliation, translation),
        note=join_texts(own.note, theirs.note),
    )


def _choose(
    what: str, own: HasId, here: Value | None, there: Value | None, translation: Translation
) -> Value | None:
    """Ours, or theirs where there is none; what is left out is told."""
    if here is None:
        return there
    if there is not None and here != there:
        translation.notes.append(f"the {what} of {own.id} stays {here}; theirs, {there}, is left out")
    return here


def _name_issue(issue: Issue) -> Sequence[str]:
    names = (issue.id, issue.title, issue.statement, *issue.aliases, *issue.reversed_aliases)
    return [name for name in names if name]


def _name_actor(actor: Actor) -> Sequence[str]:
    return [name for name in (actor.id, actor.name, actor.short, *actor.aliases) if name]


def _take_new(names: Iterable[str], used: set[str]) -> list[str]:
    folded = {name: fold(name) for name in names}
    new = [name for name, own in folded.items() if own and own not in used]
    used.update(folded[name] for name in new)
    return new
