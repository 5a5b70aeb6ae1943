"""Faults as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policycmp.render.faults import FaultFormat
from policycmp.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault


def write_json(faults: Sequence[Fault]) -> str:
    """`{"schema": …, "result": "check", "records": […]}`."""
    records = [
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
    document = {"schema": SCHEMA, "result": "check", "records": records}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


FAULT_FORMAT = FaultFormat(help="one JSON document", write=write_json)
