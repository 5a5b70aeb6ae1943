"""The JSON Schema of a corpus document, from the same fields that checking uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.fields import FORMAT_VERSION, HEAD, KINDS, Field, Kind, Type

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
# A text may be written as a number is: `title: 1984`.
_TEXT = {"type": ["string", "number", "null"]}


def json_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) for a whole corpus document.

    It knows one record at a time; `policycmp check` also follows what refers to what.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A policycmp corpus",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{field.name: _describe(field) for field in HEAD.fields},
            **{kind.section: _list_of(kind) for kind in KINDS},
        },
        "$defs": {kind.noun: _record(kind) for kind in KINDS},
    }


def _list_of(kind: Kind) -> dict[str, Any]:
    items = {"$ref": f"#/$defs/{kind.noun}"}
    return {"description": kind.help, "type": ["array", "null"], "items": items}


def _record(kind: Kind) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "description": kind.help,
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in kind.fields if field.required],
        "properties": {field.name: _describe(field) for field in kind.fields},
    }
    if kind.section == "scales":
        schema["oneOf"] = [{"required": ["points"]}, {"required": ["low", "high"]}]
    if kind.section == "positions":
        schema["dependentRequired"] = {
            "first": ["last"],
            "last": ["first"],
            "start": ["end"],
            "end": ["start"],
            "prefix": ["quote"],
            "suffix": ["quote"],
        }
    return schema


def _describe(field: Field) -> dict[str, Any]:
    schema = _TYPES[field.type](field)
    if field.required and field.type is not Type.STANCE and isinstance(schema.get("type"), list):
        schema["type"] = [name for name in schema["type"] if name != "null"]
    return {"description": field.help, **schema}


def _whole(field: Field) -> dict[str, Any]:
    return {"type": ["integer", "null"], "minimum": 1 if field.name == "paragraph" else 0}


def _points(_field: Field) -> dict[str, Any]:
    kinds = [{"items": {"type": "number"}}, {"items": {"type": "string"}}]
    return {"type": "array", "minItems": 2, "uniqueItems": True, "anyOf": kinds}


_TYPES: dict[Type, Callable[[Field], dict[str, Any]]] = {
    Type.ID: lambda _: {"type": ["string", "number"], "pattern": r"^[\w.-]+$"},
    Type.REFERENCE: lambda _: dict(_TEXT),
    Type.TEXT: lambda _: dict(_TEXT),
    Type.TEXTS: lambda _: {"type": ["array", "null"], "items": {"type": ["string", "number"]}},
    Type.CHOICE: lambda field: {"enum": list(field.choices)},
    Type.STANCE: lambda _: {"type": ["number", "string", "null"]},
    Type.POINTS: _points,
    Type.NUMBER: lambda _: {"type": ["number", "null"]},
    Type.WHOLE: _whole,
    Type.DATE: lambda _: {"type": ["string", "integer", "null"], "pattern": f"^{_DAY}(/{_DAY})?$"},
    Type.URL: lambda _: {"type": ["string", "null"], "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+\S*$"},
    Type.DIGEST: lambda _: {"type": ["string", "null"], "pattern": "^sha256:[0-9a-f]{64}$"},
    Type.VERSION: lambda _: {"const": FORMAT_VERSION},
}
