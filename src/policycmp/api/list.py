"""What a corpus holds, one kind at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.model.command_options import List

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ScopeOptions
    from policycmp.model.filters import Selection


@takes(List)
def list(corpus: Given, kind: str, **options: Unpack[ScopeOptions]) -> Result[Selection]:  # noqa: A001
    """What the corpus holds: its actors, issues, positions, sources or topics.

    Records of positions can be read back as a corpus. Raises UsageError for another kind.

    >>> import policycmp
    >>> policycmp.list(None, "topics").records[0]["id"]
    'nato-expansion'
    """
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate import list as lists

    asked = ask(List, options, kind=kind)
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked)
    selection = select_positions(opened, filters, keep_open=True)
    tabulate = getattr(lists, f"list_{asked.kind}")
    return Result(selection, lambda: tabulate(opened, filters, selection), (*said, *notes))
