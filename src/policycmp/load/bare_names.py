"""What bare positions name: ids, names that a codebook declares, and ids that stand nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Scale
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycmp.load.record_builder import Record


def list_names(record: Record) -> tuple[str, ...]:
    """Everything a person may type to mean the record, its id first."""
    if isinstance(record, Scale):
        return (record.id,)
    if isinstance(record, Actor):
        short = (record.short,) if record.short else ()
        return (record.id, record.name, *short, *record.aliases)
    # A question put the other way round would turn the stance with it, which nobody could see here.
    return (record.id, record.title, *getattr(record, "aliases", ()))


def list_all_names(record: Record) -> tuple[str, ...]:
    """The same, with the names under which a question is put the other way round."""
    reverse = record.reversed_aliases if isinstance(record, Issue) else ()
    return (*list_names(record), *reverse)


def index_names(records: Iterable[Record]) -> dict[str, str]:
    """Each folded name, without the ids, to the one record that has it; names of several are left out."""
    owners: dict[str, set[str]] = {}
    for record in records:
        for name in list_names(record)[1:]:
            if folded := fold(name):
                owners.setdefault(folded, set()).add(record.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}
