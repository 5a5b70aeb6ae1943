"""Faults as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policycmp.model.fault import record_fault
from policycmp.render.faults import FaultFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault


def write_json(faults: Sequence[Fault]) -> str:
    """`{"schema": "policycmp/1", "result": "check", "records": […]}`."""
    records = [record_fault(fault) for fault in faults]
    document = {"schema": "policycmp/1", "result": "check", "records": records}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


FAULT_FORMAT = FaultFormat(help="one JSON document", write=write_json)
