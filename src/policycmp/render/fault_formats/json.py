"""Faults as one JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.render.faults import FaultFormat
from policycmp.render.json_text import indent_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault
    from policycmp.model.report import Json


def write_json(faults: Sequence[Fault]) -> str:
    """`{"schema": "policycmp/1", "result": "check", "records": […]}`."""
    records: list[Json] = [
        {
            "code": fault.code,
            "severity": fault.severity.value,
            "file": fault.place.file,
            "line": fault.place.line,
            "column": fault.place.column,
            "length": fault.length,
            "message": fault.message,
            "remedy": fault.remedy,
        }
        for fault in faults
    ]
    document = {"schema": "policycmp/1", "result": "check", "records": records}
    return indent_json(document) + "\n"


FAULT_FORMAT = FaultFormat(help="one JSON document", write=write_json)
