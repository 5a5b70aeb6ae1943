"""Who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.model.command_options import Compare, choose_rule

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import CompareOptions
    from policycmp.model.matrix import Matrix


@takes(Compare, words="names")
def compare(corpus: Given = None, *names: str, **options: Unpack[CompareOptions]) -> Result[Matrix]:
    """Who stands where: issues by actors, or any cut of it.

    Every cell holds all positions of that actor on that issue. `names` are issues or topics; options
    are those of `policycmp compare`. Raises UsageError for a name that is unknown or ambiguous and
    for a wrong choice, CorpusError or UnreadableError for a corpus that cannot be read.

    >>> import policycmp
    >>> policycmp.compare(None, "nato", actor=["heritage", "bandow"])
    <policycmp compare: 2 rows>
    """
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.compare import tabulate_matrix

    asked = ask(Compare, options, names=names)
    opened, said = open_corpus(corpus, asked.crosswalk)
    filters, notes = read_filters(opened, asked, asked.names)
    rule = choose_rule(asked.rule, as_of=filters.as_of)
    matrix = build_matrix(opened, filters, by=asked.by, rule=rule, only=asked.only, sort=asked.sort)
    quotes = {}
    if asked.texts:
        from policycmp.api.texts import quote_passages

        quotes = quote_passages(opened, matrix.selection.positions, asked.texts)
    return Result(
        matrix,
        lambda: tabulate_matrix(
            opened,
            filters,
            matrix,
            detail=asked.detail,
            transpose=asked.transpose,
            long=asked.long,
            quotes=quotes,
        ),
        (*said, *notes),
    )
