"""Positions told in a line each, for reports that set them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Entry
from policycmp.tabulate.parts.anchors import locate_evidence, phrase_condition
from policycmp.tabulate.parts.stances import describe_position, enter_cell

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.matrix import Cell
    from policycmp.model.report import Json


def tell_position(corpus: Corpus, position: Position) -> str:
    """`supports if buses are free: A deal. [reported, blog ¶3, 2024-03-05]`."""
    stance = describe_position(corpus.scale_of(position.issue), position)
    condition = f" {phrase_condition(position)}" if position.condition else ""
    summary = f": {position.summary}" if position.summary else ""
    period = corpus.date_of(position)
    facts = (
        position.attribution.value,
        locate_evidence(corpus, position),
        period.text if period else "undated",
    )
    return f"{stance}{condition}{summary} [{', '.join(facts)}]"


def enter_told(corpus: Corpus, issue: str, cell: Cell, *, detail: bool = True) -> Entry:
    """A cell's stance, with `detail` each of its positions told under it."""
    entry = enter_cell(corpus.scale_of(issue), cell)
    return Entry(
        text=entry.text,
        sign=entry.sign,
        value=entry.value,
        tone=entry.tone,
        details=tuple(tell_position(corpus, position) for position in cell.positions if detail),
    )


def record_cell(prefix: str, cell: Cell) -> dict[str, Json]:
    """State, stance, placement, sources and summaries of a cell, under keys with that prefix."""
    return {
        f"{prefix}_state": cell.state.value,
        f"{prefix}_stance": cell.stance,
        f"{prefix}_placement": cell.placement,
        f"{prefix}_conditional": cell.conditional,
        f"{prefix}_positions": len(cell.positions),
        f"{prefix}_sources": list(dict.fromkeys(position.source for position in cell.positions)),
        f"{prefix}_summaries": [p.summary for p in cell.positions if p.summary],
    }
