"""Faults for people: place, message, the line and a caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.fault import Severity
from policycmp.render.faults import FaultFormat
from policycmp.text.grammar import count
from policycmp.text.unsafe import show_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault

SHOWN = 100
"""How many characters of a long line are shown around the fault."""


def write_text(faults: Sequence[Fault]) -> str:
    """`file:line:column: fault E101: what is wrong; what to do`, the line, a caret; a summary."""
    blocks = [_write_fault(fault) for fault in faults]
    return "\n".join([*blocks, summarize_faults(faults)]) + "\n"


def summarize_faults(faults: Sequence[Fault]) -> str:
    """`2 faults and 1 warning in 1 file`, or `no faults`."""
    wrong, doubtful, advised = (
        sum(f.severity is severity for f in faults)
        for severity in (Severity.FAULT, Severity.WARNING, Severity.ADVICE)
    )
    if not faults:
        return "no faults, no warnings"
    files = len({f.place.file for f in faults})
    found = f"{count(wrong, 'fault')} and {count(doubtful, 'warning')}"
    if advised:
        found += f", and {count(advised, 'piece')} of advice,"
    return f"{found} in {count(files, 'file')}"


def _write_fault(fault: Fault) -> str:
    head = f"{fault.place}: {fault.severity} {fault.code}: {fault.message}; {fault.remedy}"
    if fault.line is None:
        return show_message(head)
    from policycmp.render.width import measure_width  # only a fault needs it

    start = max(0, fault.place.column - 1 - SHOWN // 2)
    shown = fault.line[start : start + SHOWN].replace("\t", " ")
    before = show_message(shown[: fault.place.column - 1 - start])
    marked = shown[fault.place.column - 1 - start :][: fault.length] or " "
    caret = " " * measure_width(before) + "^" * max(1, measure_width(show_message(marked.rstrip() or " ")))
    lead = f"{fault.place.line:>6} | "
    return f"{show_message(head)}\n{lead}{show_message(shown)}\n{' ' * (len(lead) - 2)}| {caret}"


FAULT_FORMAT = FaultFormat(help="for people: place, message, the line with a caret", write=write_text)
