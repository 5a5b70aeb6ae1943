"""Values as JSON that any parser takes and that steers no terminal."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from policycmp.text.unsafe import UNSAFE, replace_halves

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.model.report import Json

_NESTED = frozenset([dict, list, tuple])


def write_json(value: Json) -> str:
    """The value as compact JSON. What is no number becomes null, half a surrogate pair U+FFFD;
    control and direction-changing characters are escaped."""
    return _escape_unsafe(_encode(value, (",", ":")))


def indent_json(value: Json, margin: str = "") -> str:
    """The same with one item a line, two spaces deeper than the margin at each level."""
    return _escape_unsafe(_indent(value, margin))


def _indent(value: Json, margin: str) -> str:
    if not value or not isinstance(value, (dict, list, tuple)):
        return _encode(value, (", ", ": "))
    inner = f"{margin}  "
    items = value.values() if isinstance(value, dict) else value
    left, right = "{}" if isinstance(value, dict) else "[]"
    if _NESTED.isdisjoint([type(item) for item in items if item]):
        # One call of the standard encoder, whose separators break the lines.
        body = _encode(value, (f",\n{inner}", ": "))[1:-1]
    elif isinstance(value, dict):
        body = f",\n{inner}".join([f"{_encode(key)}: {_indent(item, inner)}" for key, item in value.items()])
    else:
        body = f",\n{inner}".join([_indent(item, inner) for item in value])
    return f"{left}\n{inner}{body}\n{margin}{right}"


def _encode(value: Json, separators: tuple[str, str] = (",", ":")) -> str:
    encode = _make_encoder(separators)
    try:
        return encode(value)
    except (TypeError, ValueError):  # no number, or a type that the encoder does not know
        return encode(_simplify(value))


@cache
def _make_encoder(separators: tuple[str, str]) -> Callable[[object], str]:
    encoder = json.JSONEncoder(
        ensure_ascii=False, check_circular=False, allow_nan=False, separators=separators
    )
    return encoder.encode


def _escape_unsafe(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(UNSAFE, _escape, replace_halves(text))


def _simplify(value: Json) -> Json:
    """The value in the types that the standard encoder knows."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _simplify(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_simplify(item) for item in value]
    return value


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))
