"""Two corpora made one, and the cells in which they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from policycmp.alignment.codebooks import align_codebooks
from policycmp.alignment.merge_records import join_texts, lend_to_actors, lend_to_issues
from policycmp.alignment.translate import HasId, Translation
from policycmp.errors import UsageError
from policycmp.model.corpus import Corpus
from policycmp.model.merger import Disagreement, Merger
from policycmp.model.source import find_same_place
from policycmp.record import replace
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from policycmp.model.corpus import Position
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.source import Evidence

from policycmp.model.choices import OnConflict

Cell = tuple[str, str]
Thing = TypeVar("Thing", bound=HasId)


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
        title=first.title or second.title,
        note=_join_notes(first, second),
        scales=_join(first.scales, translated.scales),
        topics=_join(first.topics, translated.topics),
        issues=_join(lend_to_issues(translation), translated.issues),
        actors=_join(lend_to_actors(translation), translated.actors),
        sources=_join(first.sources, translated.sources),
        positions=_join_positions(*first.positions, *added),
        origins=(*first.origins, *(o for o in second.origins if o not in first.origins)),
    )
    return Merger(corpus=corpus, conflicts=conflicts, notes=tuple(translation.notes))


def join_corpora(
    corpora: Sequence[Corpus],
    known: Crosswalk | None = None,
    on_conflict: OnConflict = OnConflict.KEEP_BOTH,
    report: Callable[[int, int], None] | None = None,
) -> Merger:
    """All corpora as one by the first one's codebook, each aligned with what was joined before it.

    `known` decides; for the rest, sure matches are taken. The corpus says how each was aligned.
    `report` is told how many names of how many are compared.
    Raises UsageError with `fail` where a cell differs.
    """
    merger = Merger(corpus=corpora[0])
    for theirs in corpora[1:]:
        found = align_codebooks(merger.corpus, theirs, known=known, report=report)
        found = replace(found, origin=known.origin if known else None, other=theirs.origins)
        merged = merge_corpora(merger.corpus, theirs, found, on_conflict)
        corpus = replace(
            merged.corpus,
            origins=(*merger.corpus.origins, *theirs.origins),
            alignments=(*merger.corpus.alignments, found),
        )
        merger = Merger(
            corpus=corpus,
            conflicts=(*merger.conflicts, *merged.conflicts),
            notes=(*merger.notes, *merged.notes),
        )
    return merger


def _join_positions(*positions: Position) -> tuple[Position, ...]:
    """All positions; those of one claim at one place are one, with the summaries of both."""
    kept: list[Position] = []
    known: dict[tuple[object, ...], dict[Evidence | None, int]] = {}
    for position in positions:
        places = known.setdefault(position.claim, {})
        number = find_same_place(position.evidence, places)
        if number is None:
            places[position.evidence] = len(kept)
            kept.append(position)
            continue
        before = kept[number]
        if before.evidence is None and position.evidence is not None:
            places[position.evidence] = places.pop(None)
        kept[number] = replace(
            before,
            evidence=before.evidence or position.evidence,
            summary=join_texts(before.summary, position.summary, between=" / "),
        )
    return tuple(kept)


def _join_notes(first: Corpus, second: Corpus) -> str | None:
    """What both say of themselves, with the title that a joint corpus cannot have."""
    title = second.title if first.title not in {None, second.title} else None
    return join_texts(join_texts(first.note, title), second.note)


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
