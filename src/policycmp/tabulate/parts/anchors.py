"""Where a position stands in its source, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.report import Json

    Record = dict[str, Json]


def locate_evidence(corpus: Corpus, position: Position) -> str:
    """Where the position stands, in short: `hot-air-2022-01-07 ¶3`, or with a page or section."""
    evidence = position.evidence
    if evidence is None:
        return corpus.source_by_id[position.source].id
    parts = [
        position.source,
        f"p. {evidence.page}" if evidence.page else "",
        f"§ {evidence.section}" if evidence.section else "",
        f"¶{evidence.paragraph}" if evidence.paragraph else "",
    ]
    return " ".join(part for part in parts if part)


def quote_anchor(position: Position) -> str:
    """The passage's anchor as it is stored: `“first words … last words”`, or the quotation."""
    evidence = position.evidence
    if evidence is None:
        return ""
    if evidence.quote:
        return f"“{evidence.quote}”"
    return f"“{evidence.first} … {evidence.last}”" if evidence.first else ""


def phrase_condition(position: Position) -> str:
    """The condition as a clause, `if buses are free`; empty where there is none."""
    if not position.condition:
        return ""
    condition = position.condition.strip().rstrip(".")
    begins = condition.split(" ", 1)[0].casefold()
    return condition if begins in ("if", "unless", "until", "once", "when", "provided") else f"if {condition}"
