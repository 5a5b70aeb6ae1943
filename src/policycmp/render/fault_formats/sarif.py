"""Faults as SARIF 2.1.0, which code hosts read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from policycmp.model.fault import Severity
from policycmp.render.faults import FaultFormat
from policycmp.render.json_text import indent_json
from policycmp.text.unsafe import replace_halves
from policycmp.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.fault import Fault
    from policycmp.model.report import Json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.FAULT: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def write_sarif(faults: Sequence[Fault]) -> str:
    """One run with one result a fault; columns count Unicode code points."""
    codes = sorted({fault.code for fault in faults})
    run: Json = {
        "tool": {
            "driver": {"name": "policycmp", "version": __version__, "rules": [{"id": code} for code in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_write_result(fault, codes.index(fault.code)) for fault in faults],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return indent_json(document) + "\n"


def _write_result(fault: Fault, rule: int) -> Json:
    region: Json = {
        "startLine": fault.place.line,
        "startColumn": fault.place.column,
        "endColumn": fault.place.column + fault.length,
    }
    address = quote(replace_halves(fault.place.file.replace("\\", "/")))
    location: Json = {
        "artifactLocation": {"uri": address},
        "region": region,
    }
    return {
        "ruleId": fault.code,
        "ruleIndex": rule,
        "level": _LEVELS[fault.severity],
        "message": {"text": f"{fault.message}; {fault.remedy}"},
        "locations": [{"physicalLocation": location}],
    }


FAULT_FORMAT = FaultFormat(help="SARIF 2.1.0", write=write_sarif)
