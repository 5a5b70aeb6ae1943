"""A cell's positions under its stance, and what stands under a table of contested and conditional cells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policycmp.model.choices import By
from policycmp.model.matrix import State
from policycmp.tabulate.parts.anchors import phrase_condition
from policycmp.tabulate.parts.position_lines import tell_position
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue, Topic
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.matrix import Cell, Heading, Matrix

    Place = tuple[Heading, Heading, Cell]
    """A row, a column and what they hold."""

NOTED = 6
"""How many contested cells, and how many conditions, are spelt out under the table."""


def write_detail(corpus: Corpus, quotes: Mapping[Position, str], cell: Cell, position: Position) -> str:
    """One position of a cell, with its quotation where there is one."""
    quote = f": {quotes[position]}" if quotes.get(position) else ""
    return f"{_name_what_varies(corpus, cell, position)}{tell_position(corpus, position)}{quote}"


def note_contested(corpus: Corpus, matrix: Matrix) -> Iterator[str]:
    """A line for each of the first contested cells, with the command that tells all; the rest counted."""
    contested = [place for place in _walk(matrix) if place[2].state is State.CONTESTED and not place[2].tally]
    names = _count_names(corpus) if contested else Counter()
    for row, column, _ in contested[:NOTED]:
        command = "--detail"
        if matrix.by is By.ACTOR:
            actor = _shorten_name(corpus.actor_by_id[column.id], names)
            command = f"policycmp show {actor} {_shorten_name(corpus.issue_by_id[row.id], names)}"
        yield f"Contested: {column.short} on {row.title}: `{command}`"
    if len(contested) > NOTED:
        command = "policycmp conflicts" if matrix.by is By.ACTOR else "--detail"
        yield f"Contested: {count(len(contested) - NOTED, 'more cell')}: `{command}`"


def note_conditions(matrix: Matrix) -> Iterator[str]:
    """A line for the conditions of each cell that rests on some; where there are many, their number."""
    conditional = [place for place in _walk(matrix) if place[2].conditional and not place[2].tally]
    if len(conditional) > NOTED:
        yield f"On a condition: {count(len(conditional), 'stance')}: `--detail`"
        return
    for row, column, cell in conditional:
        conditions = dict.fromkeys(phrase_condition(position) for position in cell.used)
        yield f"On a condition: {column.short} on {row.title}, {join_words(tuple(conditions))}."


def _walk(matrix: Matrix) -> Iterator[Place]:
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        for column, cell in zip(matrix.columns, cells, strict=True):
            if cell.positions:
                yield row, column, cell


def _count_names(corpus: Corpus) -> Counter[str]:
    """How many things of the corpus go by each name."""
    from policycmp.text.fold import fold  # only a contested cell needs it

    names: Counter[str] = Counter()
    things: tuple[Actor | Issue | Topic, ...] = (*corpus.actors, *corpus.issues, *corpus.topics)
    for thing in things:
        names.update({fold(name) for name in (thing.id, *thing.aliases)})
    names.update(fold(source.id) for source in corpus.sources)
    return names


def _shorten_name(thing: Actor | Issue, names: Counter[str]) -> str:
    """The id, or where that is of several words the shortest word that names this thing alone; as a
    shell reads it."""
    words = [alias.casefold() for alias in thing.aliases if alias.isascii() and alias.isalnum()]
    short = [word for word in words if names[word] == 1] if "-" in thing.id else []
    return _quote(min((thing.id, *short), key=len))


def _quote(name: str) -> str:
    if name.isascii() and name.replace("-", "").isalnum():
        return name
    import shlex  # only a name that a shell would take apart needs it

    return shlex.quote(name)


def _name_what_varies(corpus: Corpus, cell: Cell, position: Position) -> str:
    """`Russia: `, where the cell pools several actors; `Open Skies: `, where it pools issues."""
    parts = []
    if len({p.actor for p in cell.positions}) > 1:
        parts.append(corpus.actor_labels[position.actor])
    if len({p.issue for p in cell.positions}) > 1:
        parts.append(corpus.issue_by_id[position.issue].title)
    return f"{', '.join(parts)}: " if parts else ""
