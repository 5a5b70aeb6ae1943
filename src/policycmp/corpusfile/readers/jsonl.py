"""JSON Lines: one position a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import read_text, report_hidden
from policycmp.corpusfile.fields import POSITION
from policycmp.corpusfile.marks import BrokenError, LazyMarks, Mark, Spot
from policycmp.corpusfile.reader import SURE, Content, Reader, Row
from policycmp.text.shorten import quote_value
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.diagnostics import Findings


class _Object(dict[str, Content]):
    """A JSON object that remembers which of its keys stood there more than once."""

    twice: tuple[str, ...] = ()


def _build_object(pairs: list[tuple[str, Content]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.twice = tuple(name for name in times if times[name] > 1)
    return made


# Numbers stay as written, so that one too long to convert is no trap.
_decode = json.JSONDecoder(
    object_pairs_hook=_build_object, parse_int=str, parse_float=str, parse_constant=str
).decode
_scan = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).raw_decode


def read(data: bytes, findings: Findings) -> Iterator[Row]:
    """The rows of a JSON Lines file."""
    text = read_text(data, findings)
    if not text or text.isspace():
        raise BrokenError("E109", Spot(0, 0), "the file is empty", "write one position a line")
    # What stands nowhere in the text need not be looked for in every line.
    is_tight = " :" not in text and "\t:" not in text
    has_escapes = "\\u" in text
    for number, line in enumerate(text.split("\n")):
        values = _scan_plainly(line) if is_tight or (" :" not in line and "\t:" not in line) else None
        if values is None:
            row = None if not line or line.isspace() else _read_line(line, number, findings)
        else:
            row = _build_row(values, line, number, simple=True)
        if row is not None:
            if has_escapes and "\\u" in line:
                _report_hidden(row, findings)
            yield row


def _scan_plainly(line: str) -> dict[str, Content] | None:
    """The line's object where it is as plain as nearly all are: nothing around it, no key twice, no
    value but text that is not empty. In such a line, which has no space before a colon, there are as
    many colons behind quotes as keys."""
    try:
        values, end = _scan(line)
        # Fails for anything but a mapping to texts, and faster than looking at each.
        "".join(values.values())
    except (AttributeError, TypeError, json.JSONDecodeError, RecursionError):
        return None
    is_plain = end == len(line) and line.count('":') == len(values) and all(values.values())
    return values if is_plain else None


def _build_row(values: dict[str, Content], line: str, number: int, *, simple: bool) -> Row:
    marks, keys = LazyMarks(_find_marks, line, number, 1), LazyMarks(_find_marks, line, number, 0)
    return Row("positions", values, marks, keys, Spot(number, 0), True, simple)


def _read_line(line: str, number: int, findings: Findings) -> Row | None:
    start = Spot(number, 0)
    try:
        values = _decode(line)
    except json.JSONDecodeError as error:
        spot = Spot(number, error.colno - 1)
        findings.add("E102", spot, f"this is not JSON: {error.msg}", "write one whole JSON object a line")
        return None
    except RecursionError:
        findings.add(
            "E107", start, "brackets stand too deep in one another", "a position has no brackets inside"
        )
        return None
    if not isinstance(values, _Object):
        findings.add("E110", start, "the line is no JSON object", 'write one position a line: {"actor": …}')
        return None
    for name in [name for name, value in values.items() if value is None and name != "stance"]:
        del values[name]
    simple = all(value.__class__ is str and value for value in values.values())
    row = _build_row(values, line, number, simple=simple)
    for name in values.twice:
        message = f"the key {quote_value(name)} stands twice in one object"
        findings.add("E103", start, message, "keep one of the two")
    return row


def _report_hidden(row: Row, findings: Findings) -> None:
    for name, value in row.values.items():
        if isinstance(value, str) and (match := re.search(UNSAFE, value)):
            mark = row.marks[name]
            report_hidden(match[0], Spot(mark.line, mark.column), findings)


def _find_marks(line: str, number: int, which: int) -> dict[str, Mark]:
    """Where the keys (0) or the values (1) of the line's object start."""
    from policycmp.corpusfile.readers.json import scan_json

    marks: dict[str, Mark] = {}
    events = scan_json(line, number)
    depth, key = 0, None
    for event in events:
        closing = type(event).__name__.endswith("EndEvent")
        if depth == 1 and not closing:
            if key is None:
                key = event
            else:
                marks[key.value] = (key, event)[which].start_mark
                key = None
        depth += type(event).__name__ in {"MappingStartEvent", "SequenceStartEvent"}
        depth -= closing
    return marks


def sniff(head: str) -> int:
    """Sure where the first line is a whole JSON object with a field of a position."""
    line = head.lstrip().partition("\n")[0]
    if line[:1] != "{":
        return 0
    try:
        values = _decode(line)
    except (json.JSONDecodeError, RecursionError):
        return 0
    return SURE if any(name in POSITION.names() for name in values) else 0


READER = Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), sniff=sniff, read=read, bare=True)
