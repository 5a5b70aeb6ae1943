"""What a corpus holds, one kind at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import List, choose_rule

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ListOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters, Selection
    from policycmp.model.report import Report
    from policycmp.model.shares import SideCounts

    Listed: TypeAlias = Selection | tuple[SideCounts, ...]


@takes(List)
def list(corpus: Given, kind: str, **options: Unpack[ListOptions]) -> Result[Listed]:  # noqa: A001
    """What the corpus holds: its actors, issues, positions, sources or topics.

    Records of positions can be read back as a corpus. With `shares` actors or issues have how many of
    their cells are for, against, mixed, contested and silent, by `rule`. Raises UsageError for another
    kind, and for shares of one that is neither.

    >>> import policycmp
    >>> policycmp.list(None, "topics").records[0]["id"]
    'nato-expansion'
    """
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate import list as lists

    asked = ask(List, options, kind=kind)
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked)
    if asked.shares:
        counts, report = _count_shares(opened, filters, asked)
        return Result(counts, lambda: report, (*said, *notes))
    if asked.rule:
        raise UsageError("--rule is for shares", "add --shares, or leave it out")
    selection = select_positions(opened, filters, keep_open=True)
    tabulate = getattr(lists, f"list_{asked.kind}")
    return Result(selection, lambda: tabulate(opened, filters, selection), (*said, *notes))


def _count_shares(corpus: Corpus, filters: Filters, asked: List) -> tuple[tuple[SideCounts, ...], Report]:
    from policycmp.measure.matrix import build_matrix
    from policycmp.measure.shares import count_sides
    from policycmp.model.choices import Kinds, Of
    from policycmp.tabulate.list_shares import tabulate_shares

    if asked.kind not in (Kinds.ACTORS, Kinds.ISSUES):
        raise UsageError(f"{asked.kind} have no shares", "list actors or issues with --shares")
    of = Of(asked.kind.value)
    matrix = build_matrix(corpus, filters, rule=choose_rule(asked.rule, as_of=filters.as_of))
    counts = count_sides(matrix, of)
    return counts, tabulate_shares(corpus, filters, matrix, counts, of)
