"""Faults as one JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.fault import record_fault
from policycmp.render.faults import FaultFormat
from policycmp.render.json_text import indent_json
from policycmp.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault
    from policycmp.model.report import Json


def write_json(faults: Sequence[Fault]) -> str:
    """`{"schema": …, "result": "check", "records": […]}`."""
    records: list[Json] = [record_fault(fault) for fault in faults]
    document = {"schema": SCHEMA, "result": "check", "records": records}
    return indent_json(document) + "\n"


FAULT_FORMAT = FaultFormat(help="one JSON document", write=write_json)
