"""What work costs, in steps that are the same on every machine and under every load.

A step of Python is a line that is run; a step of a regular expression is a character that is looked
at. Work that takes more steps than it may is stopped there, so nothing hangs.
"""

from __future__ import annotations

import re
import sys
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


class TooManySteps(BaseException):  # no `except Exception` may take it
    """Work was stopped."""


class Counter:
    """Counts up to a limit."""

    def __init__(self, limit: float) -> None:
        self.steps, self.limit = 0, limit

    def count(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise TooManySteps(f"more than {self.limit} steps")


def count_lines(work: Callable[[], object], limit: float = float("inf")) -> int:
    """How many lines of Python the work runs."""
    counter = Counter(limit)

    def note(_frame: object, event: str, _argument: object) -> Any:
        if event == "line":
            counter.count()
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    return counter.steps


def count_bytecodes(work: Callable[[], object]) -> int:
    """How many steps of the interpreter the work takes in functions of ours, comprehensions included; what
    runs in C counts once a call."""
    steps = 0

    def note(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal steps
        if event == "call" and "policycmp" not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return note

    before = sys.gettrace()
    sys._getframe().f_trace_opcodes = True  # Python 3.12 reports opcodes only if asked to before it traces
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def count_looks(pattern: re.Pattern[str], text: str, limit: float = float("inf")) -> int:
    """How many characters a backtracking matcher looks at to find every match in the text."""
    return Matcher(pattern, text, Counter(limit)).find_all()


class Matcher:
    """The matcher of `re`, without its short cuts and with a counter.

    It goes as deep as the text is long, in functions of Python alone: what goes through C, such as
    `next`, has a limit of its own.
    """

    def __init__(self, pattern: re.Pattern[str], text: str, counter: Counter) -> None:
        self.pattern, self.text, self.counter = pattern, text, counter
        self.program = list(parser.parse(pattern.pattern, pattern.flags))

    def find_all(self) -> int:
        """Counts, and makes sure that it finds what `re` finds."""
        spans, place, depth = [], 0, sys.getrecursionlimit()
        sys.setrecursionlimit(1_000_000)
        try:
            while place <= len(self.text):
                end = self.match(self.program, 0, place, lambda end: end)
                if end is not None and end > place:
                    spans.append((place, end))
                place = place + 1 if end is None else max(end, place + 1)
        finally:
            sys.setrecursionlimit(depth)
        assert spans == [m.span() for m in self.pattern.finditer(self.text) if m[0]]
        return self.counter.steps

    def match(self, program: list[Any], n: int, place: int, then: Callable[[int], int | None]) -> int | None:
        """The end of the first way to match the program from its n-th part on, and what comes then."""
        if n == len(program):
            return then(place)
        code, given = program[n]

        def go_on(end: int) -> int | None:
            return self.match(program, n + 1, end, then)

        if code is op.SUBPATTERN:
            return self.match(list(given[3]), 0, place, go_on)
        if code is op.BRANCH:
            for branch in given[1]:
                found = self.match(list(branch), 0, place, go_on)
                if found is not None:
                    return found
            return None
        if code in (op.ASSERT, op.ASSERT_NOT):
            direction, inner = given
            start = place if direction > 0 else place - inner.getwidth()[0]
            holds = start >= 0 and self.match(list(inner), 0, start, lambda end: end) is not None
            return go_on(place) if holds is (code is op.ASSERT) else None
        if code is op.MAX_REPEAT:
            return self.repeat(given, place, go_on)
        return go_on(place + 1) if self.takes(code, given, place) else None

    def repeat(self, given: Any, place: int, then: Callable[[int], int | None]) -> int | None:
        """As often as it goes, and then less often."""
        least, most, inner = given
        if len(inner) == 1 and inner[0][0] in (op.IN, op.LITERAL, op.NOT_LITERAL, op.ANY):
            end = place
            while (most is op.MAXREPEAT or end - place < most) and self.takes(*inner[0], end):
                end += 1
            for tried in range(end, place + least - 1, -1):
                found = then(tried)
                if found is not None:
                    return found
            return None

        def again(times: int, start: int) -> int | None:
            if most is op.MAXREPEAT or times < most:
                found = self.match(
                    list(inner), 0, start, lambda end: again(times + 1, end) if end > start else None
                )
                if found is not None:
                    return found
            return then(start) if times >= least else None

        return again(0, place)

    def takes(self, code: Any, given: Any, place: int) -> bool:
        """Whether the character there is one that the part of the program takes."""
        self.counter.count()
        if place >= len(self.text):
            return False
        char = self.text[place]
        if code is op.LITERAL:
            return ord(char) == given
        if code is op.NOT_LITERAL:
            return ord(char) != given
        if code is op.ANY:
            return char != "\n"
        if code is op.IN:
            return is_in(given, char)
        raise NotImplementedError(code)


def is_in(members: list[Any], char: str) -> bool:
    """Whether a set of characters holds the character."""
    tests = {
        op.CATEGORY_SPACE: str.isspace,
        op.CATEGORY_DIGIT: str.isdecimal,
        op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    }
    tests |= {
        getattr(op, str(code).replace("CATEGORY_", "CATEGORY_NOT_")): lambda c, test=test: not test(c)
        for code, test in tests.items()
    }
    found = any(
        (code is op.LITERAL and ord(char) == given)
        or (code is op.RANGE and given[0] <= ord(char) <= given[1])
        or (code is op.CATEGORY and tests[given](char))
        for code, given in members
    )
    return found is not (members[0][0] is op.NEGATE)
