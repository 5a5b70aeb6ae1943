"""Whether allies keep their order, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Role, Section, Table
from policycmp.tabulate.parts.terms import name_things, write_value
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.agreement import Agreement, Loyalty


def list_loyalties(full: Agreement, loyalties: Sequence[Loyalty]) -> Table:
    """One row an actor, or issue, that has a nearest: which that is in both tables, and how alike the
    orders are."""
    names = {actor.id: actor.short for actor in full.profiles.actors}
    noun = name_things(full.terms).own

    def name(ids: Sequence[str]) -> str:
        return ", ".join(names.get(actor, actor) for actor in ids) or "·"

    return Table(
        title="Does the order of allies survive?",
        columns=(
            Column(name=noun, title=noun.capitalize(), role=Role.KEY),
            Column(name="nearest", title="Nearest", role=Role.PROSE),
            Column(name="without", title="Nearest without", role=Role.PROSE),
            Column(name="order", title="Order (tau-b)", role=Role.NUMBER),
            Column(name="others", title="Others", role=Role.NUMBER),
        ),
        sections=(
            Section(
                rows=tuple(
                    (
                        Entry(text=names.get(loyal.actor, loyal.actor), value=loyal.actor),
                        Entry(text=name(loyal.nearest)),
                        Entry(text=name(loyal.nearest_without)),
                        Entry(text=write_value(loyal.order), value=loyal.order),
                        Entry(text=str(loyal.others), value=loyal.others),
                    )
                    for loyal in loyalties
                    if loyal.nearest
                )
            ),
        ),
    )


def note_loyalties(loyalties: Sequence[Loyalty], noun: str) -> Iterator[str]:
    """How many keep their order."""
    known = [loyal for loyal in loyalties if loyal.order is not None]
    if loyalties:
        kept = sum(loyal.order == 1 for loyal in known)
        comparable = f"{count(len(known), noun)} that can be compared"
        yield f"The order of allies is the same for {kept} of {comparable}."
