"""What moved between two states, as a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policycmp.model.differences import Shift
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.diff import GAP, GAP_NAME
from policycmp.tabulate.parts.position_lines import enter_told, record_cell
from policycmp.tabulate.parts.provenance import (
    describe_briefly,
    describe_corpus,
    describe_provenance,
    record_provenance,
)
from policycmp.tabulate.parts.terms import UNWEIGHTED, flatten_records, record_context, write_value
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from policycmp.model.differences import Change, Changes
    from policycmp.model.filters import Filters
    from policycmp.model.report import Json

_TITLES = {
    Shift.FLIPPED: "Flipped",
    Shift.MOVED: "Moved",
    Shift.NEW: "New",
    Shift.DROPPED: "Dropped",
}


def tabulate_changes(filters: Filters, changes: Changes, *, detail: bool) -> Report:
    """One row a cell that differs: before, after, and how far it went; with `detail` every position."""
    records = [_record(filters, changes, change) for change in changes.changes]
    sections = tuple(
        Section(title=title, rows=rows)
        for shift, title in _TITLES.items()
        if (rows := tuple(_enter(changes, c, detail=detail) for c in changes.changes if c.shift is shift))
    )
    found = Counter(change.shift for change in changes.changes)
    told = ", ".join(f"{found[shift]} {shift}" for shift in Shift)
    return Report(
        name="changes",
        title=f"From {changes.before_name} to {changes.after_name}",
        tables=(
            Table(
                columns=(
                    Column(name="actor", title="Actor", role=Role.KEY),
                    Column(name="issue", title="Issue", role=Role.KEY),
                    Column(name="before", title="Before", role=Role.PROSE if detail else Role.VALUE),
                    Column(name="after", title="After", role=Role.PROSE if detail else Role.VALUE),
                    Column(name="gap", title="Gap", role=Role.NUMBER),
                ),
                sections=sections,
                section_column="shift",
            ),
        ),
        flat=flatten_records(records, ("actor", "issue", "shift", "gap")),
        records=records,
        notes=(f"{told}; {count(changes.same, 'cell')} the same.",),
        brief=describe_briefly(changes.after, filters, changes.selection, changes.rule),
        provenance=f"{GAP} Before: {describe_corpus(changes.before)}. "
        f"{describe_provenance(changes.after, filters, changes.selection, changes.rule)}",
        about={
            "gap": GAP_NAME,
            **UNWEIGHTED,
            "from": changes.before_name,
            "to": changes.after_name,
            "same": changes.same,
            "before": [{"name": o.name, "sha256": o.digest} for o in changes.before.origins],
            **record_provenance(changes.after, filters, changes.selection, changes.rule),
        },
    )


def _enter(changes: Changes, change: Change, *, detail: bool) -> tuple[Entry, ...]:
    corpus = changes.before if change.shift is Shift.DROPPED else changes.after
    return (
        Entry(text=corpus.actor_labels[change.actor], value=change.actor),
        Entry(text=corpus.issue_by_id[change.issue].title, value=change.issue),
        enter_told(
            changes.before if change.before.positions else corpus, change.issue, change.before, detail=detail
        ),
        enter_told(corpus, change.issue, change.after, detail=detail),
        Entry(text=write_value(change.gap), value=change.gap),
    )


def _record(filters: Filters, changes: Changes, change: Change) -> dict[str, Json]:
    return {
        "actor": change.actor,
        "issue": change.issue,
        "shift": change.shift.value,
        "gap": change.gap,
        "from": changes.before_name,
        "to": changes.after_name,
        **record_cell("before", change.before),
        **record_cell("after", change.after),
        "metric": GAP_NAME,
        **UNWEIGHTED,
        **record_context(changes.after, filters, changes.rule),
    }
