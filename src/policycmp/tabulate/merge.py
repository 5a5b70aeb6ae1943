"""What a merger made of several corpora, as a report: the cells in which they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_corpus, record_origins
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.merger import Disagreement
    from policycmp.model.report import Json


def tabulate_merger(corpus: Corpus, conflicts: Sequence[Disagreement]) -> Report:
    """One row per cell in which the corpora disagree, with the stances of each."""
    return Report(
        name="merge",
        tables=(
            Table(
                columns=(
                    Column(name="actor", title="Actor", role=Role.KEY),
                    Column(name="issue", title="Issue", role=Role.KEY),
                    Column(name="first", title="First"),
                    Column(name="second", title="Second"),
                ),
                sections=(Section(rows=tuple(_enter(cell) for cell in conflicts)),),
            ),
        ),
        records=[_record(cell) for cell in conflicts],
        notes=(count_disagreements(conflicts),),
        provenance=f"Corpus: {describe_corpus(corpus)}.",
        about={"corpus": record_origins(corpus)},
    )


def count_disagreements(conflicts: Sequence[Disagreement]) -> str:
    """`2 cells in which they disagree`."""
    return f"{count(len(conflicts), 'cell')} in which they disagree"


def tell_disagreement(cell: Disagreement) -> str:
    """One cell in which two corpora disagree, in one line."""
    first, second = _list_stances(cell.first), _list_stances(cell.second)
    return f"{cell.actor} on {cell.issue}: {first} in the first, {second} in the second"


def _enter(cell: Disagreement) -> tuple[Entry, ...]:
    texts = (cell.actor, cell.issue, _list_stances(cell.first), _list_stances(cell.second))
    return tuple(Entry(text=text, value=text) for text in texts)


def _record(cell: Disagreement) -> dict[str, Json]:
    return {
        "actor": cell.actor,
        "issue": cell.issue,
        "first": list(dict.fromkeys(position.stance for position in cell.first)),
        "second": list(dict.fromkeys(position.stance for position in cell.second)),
    }


def _list_stances(positions: Sequence[Position]) -> str:
    return ", ".join(dict.fromkeys(str(position.stance) for position in positions))
