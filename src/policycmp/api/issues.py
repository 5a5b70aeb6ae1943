"""Which issues split or unite the actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.model.command_options import Issues, choose_rule

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import IssuesOptions
    from policycmp.model.consensus import Spreads


@takes(Issues, words="names")
def issues(corpus: Given = None, *names: str, **options: Unpack[IssuesOptions]) -> Result[Spreads]:
    """Which issues split the actors, most divided first, and which issues go together.

    `names` are issues or topics. Van der Eijk's A lies between −1 and +1, Tastle and Wierman's
    consensus between 0 and 1. Raises UsageError for a name that is unknown or ambiguous.

    >>> import policycmp
    >>> policycmp.issues(None, "nato").value.floor
    3
    """
    from policycmp.measure.consensus import measure_spreads
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.issues import tabulate_spreads

    opened, said = open_corpus(corpus)
    asked = ask(Issues, options, names=names)
    filters, notes = read_filters(opened, asked, asked.names)
    matrix = build_matrix(opened, filters, rule=choose_rule(asked.rule, as_of=filters.as_of))
    found = measure_spreads(opened, matrix, asked.floor)
    return Result(found, lambda: tabulate_spreads(opened, filters, found), (*said, *notes))
