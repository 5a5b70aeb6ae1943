"""Everything on an actor, an issue, a topic or a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Show

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ShowOptions
    from policycmp.model.filters import Selection

AROUND = 25
"""Words shown on either side of a passage."""


@takes(Show, words="names")
def show(corpus: Given = None, *names: str, **options: Unpack[ShowOptions]) -> Result[Selection]:
    """Everything on an actor, an issue, a topic or a source, or where several of them meet.

    Stance, summary, attribution, condition, and the place in the source; with `texts` the passage
    itself. Raises UsageError without a name, and for one that is unknown or ambiguous.

    >>> import policycmp
    >>> policycmp.show(None, "biden", "troops")
    <policycmp show: 6 rows>
    """
    from policycmp.measure.selection import select_positions
    from policycmp.model.names import Kind
    from policycmp.tabulate.show import tabulate_dossier

    asked = ask(Show, options, names=names)
    if not asked.names:
        raise UsageError("show takes at least one name", "write it as show bandow")
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked, asked.names, tuple(Kind))
    selection = select_positions(opened, filters)
    silent = () if selection.positions else ("nobody here is known to have taken a position on that",)
    passages = None
    if asked.texts:
        from policycmp.api.texts import find_texts, view_passages

        texts = find_texts(asked.texts)
        passages = view_passages(opened, selection.positions, texts, AROUND) if texts else None
    return Result(
        selection,
        lambda: tabulate_dossier(opened, filters, selection, passages),
        (*said, *notes, *silent),
    )
