"""Who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.choices import By, Distinct, Layout, Share
from policycmp.model.command_options import Compare, choose_rule

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import CompareOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.counts import CellCounts
    from policycmp.model.filters import Filters
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
    _check_layout(asked)
    opened, said = open_corpus(corpus, asked.crosswalk)
    filters, notes = read_filters(opened, asked, asked.names)
    if not asked.long and (asked.distinct is not Distinct.NONE or asked.normalise is not Share.NONE):
        raise UsageError("--distinct and --normalise are for counts, which --long lists", "add --long")
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
            counts=_count(opened, filters, matrix, asked) if asked.long else None,
            layout=asked.layout,
            quotes=quotes,
        ),
        (*said, *notes),
    )


def _count(corpus: Corpus, filters: Filters, matrix: Matrix, asked: Compare) -> CellCounts:
    from policycmp.measure.counts import count_cells

    return count_cells(corpus, filters, matrix, asked.distinct, asked.normalise)


def _check_layout(asked: Compare) -> None:
    """Raises UsageError for a layout by stance of what has no stances to lay out."""
    if asked.layout is not Layout.STANCE:
        return
    for wrong, option in (
        (asked.by is By.TOPIC, "--by topic"),
        (asked.transpose, "--transpose"),
        (asked.long, "--long"),
    ):
        if wrong:
            raise UsageError(
                f"--layout stance does not go with {option}", f"leave {option} or the layout out"
            )
