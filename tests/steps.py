"""Work by counts that are the same on every machine: how many steps of the interpreter a function takes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def count_steps(work: Callable[[], object]) -> int:
    """Bytecodes of our own functions, comprehensions included; what runs in C counts once a call."""
    steps = 0

    def note(frame: FrameType, event: str, _argument: object) -> object:
        nonlocal steps
        if event == "call" and "policycmp" not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
