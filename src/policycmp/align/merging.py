"""Two corpora made one, and the cells in which they disagree."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from policycmp.align.translation import HasId, Translation
from policycmp.errors import UsageError
from policycmp.model.corpus import Corpus
from policycmp.record import dataclass
from policycmp.text import count, fold, join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policycmp.model.actor import Actor
    from policycmp.model.alignment import Crosswalk
    from policycmp.model.codebook import Issue
    from policycmp.model.corpus import Position

Cell = tuple[str, str]
Thing = TypeVar("Thing", bound=HasId)


class OnConflict(StrEnum):
    """What becomes of a cell in which two corpora disagree."""

    KEEP_BOTH = "keep-both"
    FIRST = "first"
    FAIL = "fail"


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


def merge_corpora(
    first: Corpus,
    second: Corpus,
    crosswalk: Crosswalk,
    on_conflict: OnConflict = OnConflict.KEEP_BOTH,
) -> Merger:
    """Both corpora by the first one's codebook; what stands for nothing in it is added to it.

    Sure matches of the crosswalk are followed. Raises UsageError with `fail` where a cell differs.
    """
    translation = Translation(first, second, crosswalk)
    translated = translation.translate()
    conflicts = find_conflicts(first.positions, translated.positions)
    if conflicts and on_conflict is OnConflict.FAIL:
        cells = join_words([f"{c.actor} on {c.issue}" for c in conflicts[:3]])
        raise UsageError(
            f"the two disagree in {count(len(conflicts), 'cell')}: {cells}"
            + ("" if len(conflicts) <= 3 else " and more"),
            "--on-conflict keep-both or first goes on",
        )
    added: Sequence[Position] = translated.positions
    if on_conflict is OnConflict.FIRST:
        disputed = {(c.actor, c.issue) for c in conflicts}
        added = [p for p in added if (p.actor, p.issue) not in disputed]
    corpus = Corpus(
        title=first.title,
        note=first.note,
        scales=_join(first.scales, translated.scales),
        topics=_join(first.topics, translated.topics),
        issues=_lend_issue_names(_join(first.issues, translated.issues), translation),
        actors=_lend_actor_names(_join(first.actors, translated.actors), translation),
        sources=_join(first.sources, translated.sources),
        positions=_join_positions(first.positions, added),
        origins=(*first.origins, *(o for o in second.origins if o not in first.origins)),
    )
    return Merger(corpus=corpus, conflicts=conflicts, notes=tuple(translation.notes))


def _join_positions(ours: Sequence[Position], theirs: Sequence[Position]) -> tuple[Position, ...]:
    """All positions; those that say the same are one, with the summaries of both."""
    kept = list(ours)
    numbers = {_strip(position): number for number, position in enumerate(ours)}
    for position in theirs:
        number = numbers.setdefault(_strip(position), len(kept))
        if number == len(kept):
            kept.append(position)
            continue
        said = kept[number].summary
        if position.summary and position.summary not in (said or ""):
            told = f"{said} / {position.summary}" if said else position.summary
            kept[number] = replace(kept[number], summary=told)
    return tuple(kept)


def _strip(position: Position) -> Position:
    return replace(position, place=None, summary=None)


def find_conflicts(first: Iterable[Position], second: Iterable[Position]) -> tuple[Disagreement, ...]:
    """Cells in which both have coded positions and their placements are not the same."""
    ours, theirs = _gather_cells(first), _gather_cells(second)
    return tuple(
        Disagreement(actor=cell[0], issue=cell[1], first=tuple(ours[cell]), second=tuple(theirs[cell]))
        for cell in ours
        if cell in theirs and {p.placement for p in ours[cell]} != {p.placement for p in theirs[cell]}
    )


def _gather_cells(positions: Iterable[Position]) -> dict[Cell, list[Position]]:
    cells: dict[Cell, list[Position]] = {}
    for position in positions:
        if position.placement is not None:
            cells.setdefault((position.actor, position.issue), []).append(position)
    return cells


def _join(ours: tuple[Thing, ...], theirs: tuple[Thing, ...]) -> tuple[Thing, ...]:
    known = {thing.id for thing in ours}
    return (*ours, *(thing for thing in theirs if thing.id not in known))


def _lend_issue_names(issues: Sequence[Issue], translation: Translation) -> tuple[Issue, ...]:
    """The issues with what theirs are called as further aliases, where nothing else is called so."""
    used = {fold(name) for i in issues for name in (i.id, i.title, *i.aliases, *i.reversed_aliases)}
    lent = []
    for issue in issues:
        names, turned = translation.issue_names.get(issue.id, ((), ()))
        lent.append(
            replace(
                issue,
                aliases=(*issue.aliases, *_take_new(names, used)),
                reversed_aliases=(*issue.reversed_aliases, *_take_new(turned, used)),
            )
        )
    return tuple(lent)


def _lend_actor_names(actors: Sequence[Actor], translation: Translation) -> tuple[Actor, ...]:
    used = {fold(name) for a in actors for name in (a.id, a.name, a.short or a.id, *a.aliases)}
    return tuple(
        replace(a, aliases=(*a.aliases, *_take_new(translation.actor_names.get(a.id, ()), used)))
        for a in actors
    )


def _take_new(names: Iterable[str], used: set[str]) -> list[str]:
    new = [name for name in dict.fromkeys(names) if fold(name) and fold(name) not in used]
    used.update(map(fold, new))
    return new
