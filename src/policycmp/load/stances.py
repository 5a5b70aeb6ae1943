"""Stances as written, on the scale of their issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.values import ProblemError, parse_number
from policycmp.text.fold import fold_value
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.marks import Mark
    from policycmp.model.codebook import Scale, Stance

_LONGEST_CODE = 8
_CODE = re.compile("-[0-9]+|([789])\\1*|9+[5-8]")
"""The numbers that archives use as codes."""


class NoAnswerError(Exception):
    """The text is a code for no answer, and no stance."""


class StanceTable:
    """What each way of writing a stance means on one scale; each is worked out once."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self._points = {point: point for point in scale.points}
        placements = scale.placements()
        self.known: dict[str, tuple[Stance, float]] = {}
        for label, point in zip(scale.labels, scale.points, strict=False):
            self.known[label] = (point, placements[point])
        for point, place in placements.items():
            self.known[str(point)] = (point, place)
        self._missing = {fold_value(code) for code in scale.missing}
        self._alike = _fold_distinct(self.known)

    def is_missing(self, text: str) -> bool:
        """Whether the text is a code for no answer, 99.0 being 99."""
        if not self._missing:
            return False
        plain = fold_value(text)
        return plain in self._missing or str(parse_number(plain)) in self._missing

    def resolve(self, text: str) -> tuple[Stance, float]:
        """The stance and its placement; ProblemError where it lies off the scale, NoAnswerError
        for a code for no answer."""
        if (found := self.known.get(text)) is not None:
            return found
        plain = fold_value(text)
        if (found := self._alike.get(plain)) is not None:
            self.known[text] = found
            return found
        if self.is_missing(text):
            raise NoAnswerError
        number = parse_number(plain)
        stance = self._points.get(number, number) if number is not None else None
        placement = self.scale.placement(stance) if stance is not None else None
        if stance is None or placement is None:
            raise ProblemError(
                "E303",
                f"the stance {quote_value(text)} is not on the scale `{self.scale.id}`",
                self._advise(text),
            )
        self.known[text] = stance, placement
        return stance, placement

    def _advise(self, text: str) -> str:
        from policycmp.text.suggest import find_nearest

        names = [name for name in self.known if parse_number(name) is None]
        if text[:1].isalpha() and (near := find_nearest(text, names)):
            return f"did you mean {near!r}? Write {self._describe()}, or leave it empty while it is open"
        return f"write {self._describe()}, or leave it empty while it is open{_offer_code(text)}"

    def _describe(self) -> str:
        if not self.scale.points:
            return f"a number from {self.scale.low:g} to {self.scale.high:g}"
        return "one of " + ", ".join(str(point) for point in self.scale.points)


class RepeatedFaults:
    """Faults of cells in tables, each told at the first one only."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, str], int] = {}
        self._first: dict[tuple[str, str], tuple[Findings, int]] = {}

    def note(self, problem: ProblemError, mark: Mark, findings: Findings) -> None:
        """Note the problem of one cell."""
        key = (findings.file, problem.message)
        self._cells[key] = self._cells.get(key, 0) + 1
        if key not in self._first:
            self._first[key] = findings, len(findings.faults)
            findings.add(problem.code, mark, problem.message, problem.remedy)

    def tell_counts(self) -> None:
        """Say in each fault in how many cells it is, now that all are read."""
        if not self._first:
            return
        from policycmp.record import replace
        from policycmp.text.grammar import count

        for key, (findings, number) in self._first.items():
            if (cells := self._cells[key]) > 1:
                fault = findings.faults[number]
                findings.faults[number] = replace(fault, message=f"{key[1]}, in {count(cells, 'cell')}")
        self._first.clear()


def _offer_code(text: str) -> str:
    """How to declare what looks like an archive's code for no answer: -9, 99, 998, NA, .d, k.A."""
    if len(text) > _LONGEST_CODE or (parse_number(text) is not None and not _CODE.fullmatch(text)):
        return ""
    return f"; if it stands for no answer, declare `missing: [{text}]` in the scale"


def _fold_distinct(known: dict[str, tuple[Stance, float]]) -> dict[str, tuple[Stance, float]]:
    """What each way of writing means in any case, without those that mean two things then."""
    alike: dict[str, tuple[Stance, float]] = {}
    doubtful = set()
    for text, meant in known.items():
        plain = fold_value(text)
        if alike.setdefault(plain, meant) != meant:
            doubtful.add(plain)
    return {plain: meant for plain, meant in alike.items() if plain not in doubtful}
