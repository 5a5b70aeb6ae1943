"""Where two actors differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Diff, choose_rule
from policycmp.model.option_record import change

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import DiffOptions
    from policycmp.model.differences import Difference


@takes(Diff)
def diff(
    corpus: Given, first: str, second: str, **options: Unpack[DiffOptions]
) -> Result[tuple[Difference, ...]]:
    """Where two actors differ, agree, or one is silent: every issue on which either speaks, widest
    gap first.

    Raises UsageError unless the names are of two different actors.

    >>> import policycmp
    >>> policycmp.diff(None, "bandow", "heritage").value[0].gap
    1.0
    """
    from policycmp.measure.differences import list_differences
    from policycmp.measure.matrix import build_matrix
    from policycmp.model.names import Kind
    from policycmp.tabulate.diff import tabulate_differences

    opened, said = open_corpus(corpus)
    asked = change(ask(Diff, options), actor=())
    filters, notes = read_filters(opened, asked, (first, second), [Kind.ACTOR])
    if len(filters.actors) != 2:
        raise UsageError("diff takes two different actors", "write it as diff bandow heritage")
    rule = choose_rule(asked.rule, as_of=filters.as_of)
    matrix = build_matrix(opened, filters, rule=rule)
    found = list_differences(matrix)
    return Result(found, lambda: tabulate_differences(opened, filters, matrix, found), (*said, *notes))
