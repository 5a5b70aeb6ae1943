"""Actors against themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.model.command_options import Conflicts, choose_rule

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ScopeOptions
    from policycmp.model.differences import Conflict


@takes(Conflicts, words="names")
def conflicts(
    corpus: Given = None, *names: str, **options: Unpack[ScopeOptions]
) -> Result[tuple[Conflict, ...]]:
    """Actors with positions on both sides of one issue, and how each rule reads them, widest first.

    Raises UsageError for a name that is unknown or ambiguous.

    >>> import policycmp
    >>> len(policycmp.conflicts(None, "biden", issue="troops").value)
    1
    """
    from policycmp.measure.conflicts import list_conflicts
    from policycmp.measure.matrix import build_matrix
    from policycmp.model.names import Kind
    from policycmp.tabulate.conflicts import tabulate_conflicts

    opened, said = open_corpus(corpus)
    asked = ask(Conflicts, options, names=names)
    filters, notes = read_filters(opened, asked, asked.names, [Kind.ACTOR])
    matrix = build_matrix(opened, filters, rule=choose_rule(None, as_of=filters.as_of))
    found = list_conflicts(opened, matrix)
    return Result(found, lambda: tabulate_conflicts(opened, filters, matrix, found), (*said, *notes))
