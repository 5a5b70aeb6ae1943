"""What YAML reads otherwise than it looks: text behind a number sign, lines inside a stray quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from policycmp.corpusfile.fields import KINDS
from policycmp.corpusfile.marks import Spot
from policycmp.corpusfile.nodes import ScalarEvent, StreamEndEvent
from policycmp.corpusfile.values import parse_number
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.nodes import Event

_QUOTES = frozenset("'\"")
_LOST = re.compile(r"( +)(#.*)")
_KEYS = "|".join({field.name for kind in KINDS for field in kind.fields} | {k.section for k in KINDS})
_KEY_LINE = re.compile(rf"\s*(?:- +)?(?:{_KEYS}):(?:\s|$)")


def note_doubts(data: bytes, findings: Findings) -> None:
    """Add a warning for each text that is cut off, or seems to have swallowed other lines."""
    if b" #" not in data and b"'" not in data and b'"' not in data:
        return
    next_event = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data.decode("utf-8-sig", "replace")).get_event
    lines = findings.lines
    try:
        while not isinstance(event := next_event(), StreamEndEvent):
            if not isinstance(event, ScalarEvent):
                continue
            end = event.end_mark
            if event.style in _QUOTES:
                if end.line > event.start_mark.line:
                    _note_swallowed(event, lines, findings)
            elif not event.style and event.value and end.line < len(lines) and "#" in lines[end.line]:
                rest = _LOST.match(lines[end.line], end.column)
                if rest and _is_lost(str(event.value), rest):
                    _note_lost(str(event.value), Spot(end.line, rest.start(2)), rest[2], findings)
    except yaml.YAMLError:
        return  # the reader has reported it


def _is_lost(text: str, rest: re.Match[str]) -> bool:
    """Whether it is more likely text than a comment: `#5`, or one space behind a text of several words."""
    sign = rest[2]
    if len(rest[1]) > 1:
        return sign[1:2].isdigit()
    looks_like_text = sign[1:].lstrip()[:1].isdigit() or sign[1:2].strip() != "" or " " in text
    return looks_like_text and parse_number(text) is None


def _note_lost(text: str, spot: Spot, lost: str, findings: Findings) -> None:
    message = f"what comes after {quote_value(text)} is not read: {quote_value(lost)}"
    remedy = "put the whole text into quotes; if it is a comment, put two spaces before the #"
    findings.add("W410", spot, message, remedy, length=len(lost))


def _note_swallowed(event: Event, lines: list[str], findings: Findings) -> None:
    start, end = event.start_mark, event.end_mark
    inside = lines[start.line + 1 : end.line + 1]
    if any(_KEY_LINE.match(line) for line in inside):
        message = f"a text in quotes runs on to line {end.line + 1} and holds what look like keys"
        findings.add(
            "W411", Spot(start.line, start.column), message, "look for a stray quotation mark", length=1
        )
