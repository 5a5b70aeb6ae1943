"""Values as JSON that any parser takes and that steers no terminal."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policycmp.text import UNSAFE

if TYPE_CHECKING:
    from policycmp.model.report import Json

# U+2028 and U+2029 end a line for some readers of JSON Lines.
_ESCAPED = re.compile(f"{UNSAFE.pattern}|[\u061c\u2028\u2029]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def write_json(value: Json, indent: int | None = None) -> str:
    """The value as JSON, compact without `indent`. What is no number becomes null, half a
    surrogate pair U+FFFD; control and direction-changing characters are escaped."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(_simplify(value), ensure_ascii=False, indent=indent, separators=separators)
    if text.isascii() and "\x7f" not in text:
        return text
    return _ESCAPED.sub(_escape, _HALF_PAIR.sub("\ufffd", text))


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
