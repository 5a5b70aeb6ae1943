"""One JSON document, in a schema of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.render.format import Format
from policycmp.render.json_text import indent_json
from policycmp.version import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.report import Json, Report, Surface


def write_document(report: Report, surface: Surface) -> Iterator[str]:  # noqa: ARG001
    """What the report is, how it came about, and its records."""
    head: dict[str, Json] = {"schema": SCHEMA, "result": report.name}
    head |= dict(report.about or {})
    head["notes"] = report.notes
    yield indent_json(head).removesuffix("\n}") + ',\n  "records": ['
    comma = ""
    for record in report.records:
        yield f"{comma}\n    {indent_json(record, '    ')}"
        comma = ","
    yield "\n  ]\n}\n" if comma else "]\n}\n"


FORMAT = Format(
    name="json",
    help="one document with everything: how it came about, notes and records",
    suffixes=(".json",),
    write=write_document,
)
