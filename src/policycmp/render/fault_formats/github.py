"""Faults as workflow commands, which GitHub shows beside the lines they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.fault import Severity
from policycmp.render.faults import FaultFormat
from policycmp.text.unsafe import show_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault

_LEVELS = {Severity.FAULT: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def write_github(faults: Sequence[Fault]) -> str:
    """One `::error` or `::warning` line a fault; nothing where there is none."""
    return "".join(f"{_write_command(fault)}\n" for fault in faults)


def _write_command(fault: Fault) -> str:
    level = _LEVELS[fault.severity]
    properties = {
        "file": fault.place.file,
        "line": str(fault.place.line),
        "col": str(fault.place.column),
        "endColumn": str(fault.place.column + fault.length),
        "title": f"policycmp {fault.code}",
    }
    written = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{level} {written}::{_escape(f'{fault.message}; {fault.remedy}')}"


def _escape(text: str) -> str:
    return show_message(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


FAULT_FORMAT = FaultFormat(help="GitHub workflow commands", write=write_github)
