"""The positions of a cell: under its stance, and under the table where it is contested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.matrix import State
from policycmp.tabulate.parts.position_lines import tell_position
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.matrix import Cell, Matrix

NOTED = 6
"""How many contested cells are spelt out under the table."""


def write_detail(corpus: Corpus, quotes: Mapping[Position, str], cell: Cell, position: Position) -> str:
    """One position of a cell, with its quotation where there is one."""
    quote = f": {quotes[position]}" if quotes.get(position) else ""
    return f"{_name_what_varies(corpus, cell, position)}{tell_position(corpus, position)}{quote}"


def note_contested(corpus: Corpus, matrix: Matrix) -> Iterator[str]:
    """A note for each of the first contested cells, with all its positions; the rest counted."""
    contested = [
        (row, column, cell)
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
        if cell.state is State.CONTESTED and not cell.tally
    ]
    for row, column, cell in contested[:NOTED]:
        told = "; ".join(write_detail(corpus, {}, cell, position) for position in cell.positions)
        yield f"Contested: {column.short} on {row.title}: {told}."
    if len(contested) > NOTED:
        yield f"{count(len(contested) - NOTED, 'more contested cell')}: see `policycmp compare --detail`."


def _name_what_varies(corpus: Corpus, cell: Cell, position: Position) -> str:
    """`Russia: `, where the cell pools several actors; `Open Skies: `, where it pools issues."""
    parts = []
    if len({p.actor for p in cell.positions}) > 1:
        parts.append(corpus.actor_labels[position.actor])
    if len({p.issue for p in cell.positions}) > 1:
        parts.append(corpus.issue_by_id[position.issue].title)
    return f"{', '.join(parts)}: " if parts else ""
