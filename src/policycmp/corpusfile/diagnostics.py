"""The faults and warnings of one input, each with its place and its line."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from policycmp.model.fault import Fault, Place, judge_code

if TYPE_CHECKING:
    from collections.abc import Collection

    from policycmp.corpusfile.marks import BrokenError, Mark

MOST_COMPARED = 50_000
"""Pairs of words, a few hundredths of a second: a file full of wrong names gets no more suggestions then."""
LONGEST_LINE = 2_000
"""Characters; a longer line is not shown, for it would bury what it should show. Nor is one with
zeros, which is no text."""


class Findings:
    """Collects what is wrong in one input."""

    def __init__(self, file: str, data: bytes = b"") -> None:
        self.file = file
        self.data = data
        self.faults: list[Fault] = []
        self._compared = 0

    def suggest(self, word: str, known: Collection[str]) -> str:
        """The same as the function, until looking for near words has cost enough for one input."""
        from policycmp.text.suggest import suggest  # only what is wrong needs it

        self._compared += len(known)
        return suggest(word, known if self._compared <= MOST_COMPARED else ())

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the input, without their ends."""
        text = self.data.decode("utf-8-sig", errors="replace")
        return [line.rstrip("\r") for line in text.split("\n")]

    def add(self, code: str, mark: Mark, message: str, remedy: str, *, length: int | None = None) -> None:
        """Note one finding; its severity goes by its code.

        Without a length the caret covers the word at the mark.
        """
        line = self.lines[mark.line] if 0 <= mark.line < len(self.lines) else ""
        fault = Fault(
            code=code,
            severity=judge_code(code),
            message=message,
            remedy=remedy,
            place=Place(file=self.file, line=mark.line + 1, column=mark.column + 1),
            line=line if 0 < len(line) <= LONGEST_LINE and "\0" not in line else None,
            length=_measure_word(line, mark.column) if length is None else length,
        )
        self.faults.append(fault)

    def add_broken(self, broken: BrokenError) -> None:
        """Note why reading stopped."""
        self.add(broken.code, broken.mark, broken.message, broken.remedy, length=broken.length)


def _measure_word(line: str, column: int) -> int:
    """How far the value or key that starts at the column reaches: a word, or what is in quotes."""
    if len(line) > LONGEST_LINE:
        return 1
    rest = line[column:]
    if rest[:1] in {"'", '"'}:
        end = rest.find(rest[0], 1)
        return end + 1 if end > 0 else len(rest)
    ends = [place for stop in (": ", ", ", " #", "\t", "}", "]") if (place := rest.find(stop)) > 0]
    return max(min(ends, default=len(rest.rstrip().removesuffix(":"))), 1)
