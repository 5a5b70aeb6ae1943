"""Records as YAML that people read and compare line by line: a key and its value on a line of their own,
plain where that is safe and else in double quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.reader import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policycmp.model.report import Json

_WORDS = frozenset([*(str(word).casefold() for word in PLAIN), "yes", "no", "on", "off", "y", "n"])
"""No texts in YAML 1.2, which we read, or in YAML 1.1, which many others read."""
_NUMBER = re.compile(r"0[xX][0-9a-fA-F_]+|[0-9][0-9_.,:eE+o-]*")
"""Whatever one of the two might take for a number, or a time of day for a number of seconds."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
"""What cannot stand for itself between double quotes, and what YAML does not let into a file."""
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_FLOW = frozenset(",[]{}:?#")
"""What may mean something inside a list on one line."""


def write_section(section: str, records: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    """A list of records under its key, after an empty line; nothing where there are none."""
    head = f"\n{section}:\n"
    for record in records:
        yield head
        yield from write_record(record)
        head = ""


def write_record(record: Mapping[str, Json]) -> Iterator[str]:
    """The lines of an item of a list."""
    lead = "  - "
    for key, value in record.items():
        yield f"{lead}{write_pair(key, value)}"
        lead = "    "


def write_pair(key: str, value: Json) -> str:
    """A line with a key and its value; nothing after the key where there is no value."""
    return f"{key}:\n" if value is None else f"{key}: {write_value(value)}\n"


def write_value(value: Json) -> str:
    """A text, a number, `true` or `false`, or a list of these, on one line."""
    if isinstance(value, str):
        return value if _is_plain(value) else _quote(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_write_item(item) for item in value)}]"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _write_item(item: Json) -> str:
    return _quote(item) if isinstance(item, str) and not _FLOW.isdisjoint(item) else write_value(item)


def _is_plain(text: str) -> bool:
    """Whether the text may stand without quotes, and looks like a text to everybody."""
    return (
        text[:1].isalnum()
        and not text[-1:].isspace()
        and text[-1:] != ":"
        and ": " not in text
        and " #" not in text
        and _ESCAPED.search(text) is None
        and text.casefold() not in _WORDS
        and (_NUMBER.fullmatch(text) is None or _DATE.fullmatch(text) is not None)
    )


def _quote(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"
