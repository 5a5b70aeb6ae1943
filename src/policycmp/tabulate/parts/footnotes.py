"""References below a table: one a position, with source, place and link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Footnote
from policycmp.tabulate.parts.anchors import phrase_condition
from policycmp.tabulate.parts.links import link_passage
from policycmp.tabulate.parts.stances import describe_position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policycmp.model.corpus import Corpus, Position


class Footnotes:
    """Hands each position its number, and writes the notes when they are asked for.

    `quotes` are the words of passages, in quotation marks, where they are to be shown.
    """

    def __init__(self, corpus: Corpus, quotes: Mapping[Position, str] | None = None) -> None:
        self._corpus = corpus
        self._quotes = quotes or {}
        self._positions: list[Position] = []

    def add(self, position: Position) -> int:
        """The number of the position's footnote, counted from 0."""
        self._positions.append(position)
        return len(self._positions) - 1

    def write(self) -> Iterator[Footnote]:
        """The notes in the order of their numbers."""
        return map(self._write_note, self._positions)

    def _write_note(self, position: Position) -> Footnote:
        source = self._corpus.source_by_id[position.source]
        stance = describe_position(self._corpus.scale_of(position.issue), position)
        told = f"{stance}, {position.attribution}"
        parts = [f"{self._corpus.actor_labels[position.actor]}: {told}."]
        if position.summary:
            parts.append(position.summary.rstrip(".") + ".")
        if position.condition:
            parts.append(f"Only {phrase_condition(position)}.")
        if quote := self._quotes.get(position):
            parts.append(quote)
        facts = (source.author, source.title, source.publisher, source.published and source.published.text)
        place = (
            f", ¶{position.evidence.paragraph}" if position.evidence and position.evidence.paragraph else ""
        )
        return Footnote(
            text=" ".join(parts),
            link_text=", ".join(fact for fact in facts if fact) + place,
            url=link_passage(source, position.evidence),
        )
