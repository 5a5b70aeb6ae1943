"""Errors and warnings of a corpus as a report, for formats that are not made for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.fault import record_fault
from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.corpusfile.codes.code import Code
    from policycmp.model.fault import Fault

_COLUMNS = (
    Column(name="file", title="File", role=Role.KEY),
    Column(name="line", title="Line", role=Role.NUMBER),
    Column(name="column", title="Column", role=Role.NUMBER),
    Column(name="severity", title="Severity"),
    Column(name="code", title="Code"),
    Column(name="message", title="What is wrong", role=Role.PROSE),
    Column(name="remedy", title="What to do", role=Role.PROSE),
)


def tabulate_faults(faults: Sequence[Fault]) -> Report:
    """One row per finding, in the order of their places."""
    return Report(
        name="check",
        tables=(Table(columns=_COLUMNS, sections=(Section(rows=tuple(_enter(fault) for fault in faults)),)),),
        records=[record_fault(fault) for fault in faults],
    )


def describe_code(code: Code) -> str:
    """What a code means, in paragraphs of at most 80 columns, with its examples."""
    from textwrap import fill, indent

    bad, good = (indent(example, "    ") for example in (code.bad, code.good))
    return f"{code.code}: {code.title}\n\n{fill(code.explanation, 80)}\n\nbad:\n{bad}\ngood:\n{good}"


def _enter(fault: Fault) -> tuple[Entry, ...]:
    record = record_fault(fault)
    tone = Tone.BAD if fault.severity == "fault" else Tone.PLAIN
    return tuple(
        Entry(
            text=str(value),
            value=value if isinstance(value, str | int) else None,
            tone=tone if column.name == "severity" else Tone.PLAIN,
        )
        for column in _COLUMNS
        for value in [record[column.name]]
    )
