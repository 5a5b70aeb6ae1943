"""The shares of the sides, as a list of actors or issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Of
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_provenance, record_provenance
from policycmp.tabulate.parts.terms import flatten_records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix
    from policycmp.model.report import Json
    from policycmp.model.shares import SideCounts

SIDES = ("supports", "opposes", "mixed", "contested", "silent")


def tabulate_shares(
    corpus: Corpus, filters: Filters, matrix: Matrix, counts: Sequence[SideCounts], of: Of
) -> Report:
    """One row each, `5 (31%)` a side; for programs the number and the share, from 0 to 1."""
    noun, over = ("issue", "actors") if of is Of.ISSUES else ("actor", "issues")
    ground = "of the actors who speak" if of is Of.ISSUES else "of the issues on which anybody speaks"
    records = [{noun: c.of.id, "title": c.of.title, over: c.cells, **_record_sides(c)} for c in counts]
    rows = tuple(
        (
            Entry(text=c.of.short, value=c.of.id),
            *(_enter_side(c, side) for side in SIDES),
            Entry(text=str(c.cells), value=c.cells),
        )
        for c in counts
    )
    return Report(
        name="list",
        tables=(
            Table(
                columns=(
                    Column(name=noun, title=noun.capitalize(), role=Role.KEY),
                    *(Column(name=side, title=side.capitalize(), role=Role.NUMBER) for side in SIDES),
                    Column(name=over, title=over.capitalize(), role=Role.NUMBER),
                ),
                sections=(Section(rows=rows),),
            ),
        ),
        flat=flatten_records(records, (noun, "title", over)),
        records=records,
        provenance=f"Shares {ground}. {describe_provenance(corpus, filters, matrix.selection, matrix.rule)}",
        about=record_provenance(corpus, filters, matrix.selection, matrix.rule),
    )


def _enter_side(counts: SideCounts, side: str) -> Entry:
    number: int = getattr(counts, side)
    share = number / counts.cells if counts.cells else 0
    return Entry(text=f"{number} ({share:.0%})", value=number)


def _record_sides(counts: SideCounts) -> dict[str, Json]:
    numbers: dict[str, Json] = {side: getattr(counts, side) for side in SIDES}
    shares: dict[str, Json] = {
        f"{side}_share": round(getattr(counts, side) / counts.cells, 6) if counts.cells else 0.0
        for side in SIDES
    }
    return numbers | shares
