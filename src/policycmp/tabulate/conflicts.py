"""Actors against themselves, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.tabulate.diff import GAP, GAP_NAME
from policycmp.tabulate.parts.position_lines import enter_told, record_cell
from policycmp.tabulate.parts.provenance import (
    RULES,
    describe_briefly,
    describe_provenance,
    record_provenance,
)
from policycmp.tabulate.parts.stances import NEAR, describe_placement, tone_of
from policycmp.tabulate.parts.terms import UNWEIGHTED, flatten_records, record_context, write_value
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.codebook import Scale
    from policycmp.model.corpus import Corpus
    from policycmp.model.differences import Conflict
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix
    from policycmp.model.report import Json


def tabulate_conflicts(
    corpus: Corpus, filters: Filters, matrix: Matrix, conflicts: Sequence[Conflict], *, detail: bool
) -> Report:
    """One row a conflict: what sets the positions apart, and the reading each rule would take; with
    `detail` every position."""
    actors = dict.fromkeys(conflict.actor for conflict in conflicts)
    told = f"{len(actors)} of {count(len(matrix.columns), 'actor')}"
    records = [_record(corpus, filters, conflict) for conflict in conflicts]
    return Report(
        name="conflicts",
        tables=(
            Table(
                columns=(
                    Column(name="issue", title="Issue", role=Role.KEY),
                    Column(name="positions", title="Positions", role=Role.PROSE),
                    Column(name="gap", title="Gap", role=Role.NUMBER),
                    Column(name="splits", title="They differ in", role=Role.PROSE),
                    Column(name="readings", title="Reading by rule", role=Role.PROSE),
                ),
                sections=tuple(
                    Section(
                        title=corpus.actor_names[actor],
                        rows=tuple(_enter(corpus, c, detail=detail) for c in conflicts if c.actor == actor),
                    )
                    for actor in actors
                ),
                section_column="actor",
            ),
        ),
        flat=flatten_records(records, ("actor", "issue", "gap", "splits")),
        records=records,
        notes=(f"{count(len(conflicts), 'conflict')} within {told}.",),
        brief=describe_briefly(corpus, filters, matrix.selection),
        provenance=f"A conflict: positions of one actor on both sides of one issue. {GAP} "
        f"{describe_provenance(corpus, filters, matrix.selection)}",
        about={
            "gap": GAP_NAME,
            **UNWEIGHTED,
            "rules": {rule.value: text for rule, text in RULES.items()},
            **record_provenance(corpus, filters, matrix.selection),
        },
    )


def _enter(corpus: Corpus, conflict: Conflict, *, detail: bool) -> tuple[Entry, ...]:
    scale = corpus.scale_of(conflict.issue.id)
    told = enter_told(corpus, conflict.issue.id, conflict.cell, detail=detail)
    readings = [f"{rule}: {_read(scale, place)}" for rule, place in conflict.readings]
    first = conflict.readings[0][1] if conflict.readings else 0
    return (
        Entry(text=conflict.issue.title, value=conflict.issue.id),
        told,
        Entry(text=write_value(conflict.gap), value=conflict.gap),
        Entry(text=", ".join(split.value for split in conflict.splits) or "words only", tone=Tone.CONTESTED),
        Entry(text="; ".join(readings), tone=tone_of(first)),
    )


def _read(scale: Scale, placement: float) -> str:
    """The stance, and where only the nearest has a word, the placement too: rules differ by less."""
    words = describe_placement(scale, placement)
    return f"{words} ({write_value(placement)})" if words.startswith(NEAR) else words


def _record(corpus: Corpus, filters: Filters, conflict: Conflict) -> dict[str, Json]:
    readings: dict[str, Json] = {f"reading_{rule.value}": place for rule, place in conflict.readings}
    record = record_cell("cell", conflict.cell)
    return {
        "actor": conflict.actor,
        "issue": conflict.issue.id,
        "gap": conflict.gap,
        "splits": [split.value for split in conflict.splits],
        **readings,
        "positions": record["cell_positions"],
        "stances": [position.stance for position in conflict.cell.positions],
        "sources": record["cell_sources"],
        "summaries": record["cell_summaries"],
        "metric": GAP_NAME,
        **UNWEIGHTED,
        **record_context(corpus, filters),
    }
