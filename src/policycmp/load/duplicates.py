"""Positions that say again what another one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.load.position_builder import key_position
from policycmp.model.source import find_same_place

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.model.corpus import Position
    from policycmp.model.source import Evidence

    Key = tuple[object, ...]


class Repetitions:
    """The positions so far, by what they say."""

    def __init__(self) -> None:
        self.restated: list[tuple[Position, Position]] = []
        """Positions that take a stance which another one takes in the same source, and that one."""
        self._first: dict[Key, Position] = {}
        self._claims: dict[Key, dict[Key, dict[Evidence | None, Position]]] = {}

    def note(self, position: Position, mark: Mark, findings: Findings) -> None:
        """Take in a position; a fault where it says nothing new."""
        key = key_position(position)
        if (first := self._first.setdefault(key, position)) is position:
            return
        claims = self._claims.setdefault(key, {first.claim: {first.evidence: first}})
        places = claims.setdefault(position.claim, {})
        same = find_same_place(position.evidence, places)
        if same is None:
            places[position.evidence] = position
            self.restated.append((position, first))
            return
        findings.add(
            "E304",
            mark,
            f"the position of {position.actor} on {position.issue} stands already at {same.place}",
            "keep one of the two; a second coder's row says so under `coder`",
            length=1,
        )
