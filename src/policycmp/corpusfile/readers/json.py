"""JSON: a corpus document, a list of positions, or what policycmp itself writes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import read_text
from policycmp.corpusfile.document import read_document
from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.corpusfile.nodes import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from policycmp.corpusfile.reader import PERHAPS, Reader, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.diagnostics import Findings

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_STRING = json.JSONDecoder()


def read(data: bytes, findings: Findings) -> Iterator[Row]:
    """The rows of a JSON document."""
    text = read_text(data, findings)
    return read_document(_Scanner(text).scan().__next__, findings)


class _Scanner:
    """A JSON text as the events that PyYAML would give for it, had it read JSON faithfully
    (it refuses surrogate pairs and tabs). It does not recurse, so no nesting is too deep."""

    def __init__(self, text: str, line: int = 0) -> None:
        self.text = text
        self.at = 0
        self.line = line
        self.line_start = 0

    def scan(self) -> Iterator[Event]:
        yield None
        if self.peek():
            yield from self.scan_value()
            if self.peek():
                raise self.fail("something follows the end of the document")
        yield StreamEndEvent()
        yield StreamEndEvent()

    def scan_value(self) -> Iterator[Event]:
        closers: list[str] = []
        fresh = True
        while True:
            char = self.peek()
            if closers and char == closers[-1] and (fresh or self.is_closing):
                yield self.close(closers.pop())
            else:
                if closers and closers[-1] == "}":
                    yield self.scan_key()
                    char = self.peek()
                if char in {"{", "["}:
                    yield self.open(char)
                    closers.append("}" if char == "{" else "]")
                    fresh, self.is_closing = True, False
                    continue
                yield self.scan_scalar(char)
            if not closers:
                return
            fresh = False
            self.is_closing = self.scan_comma(closers[-1])

    is_closing = False

    def scan_comma(self, closer: str) -> bool:
        """Pass a comma; whether the container ends here instead."""
        char = self.peek()
        if char == closer:
            return True
        if char != ",":
            raise self.fail(f"a comma or {closer} is missing")
        self.at += 1
        return False

    def scan_key(self) -> Event:
        if self.peek() != '"':
            raise self.fail("a key in double quotes is missing")
        key = self.scan_scalar('"')
        if self.peek() != ":":
            raise self.fail("a colon is missing after the key")
        self.at += 1
        return key

    def scan_scalar(self, char: str) -> Event:
        start = self.mark()
        if char == '"':
            try:
                value, self.at = _STRING.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                self.at = min(error.pos, len(self.text))
                raise self.fail(error.msg[:1].lower() + error.msg[1:]) from None
            return ScalarEvent(None, None, (False, True), value, start, None, '"')
        if not (match := _PLAIN.match(self.text, self.at)):
            raise self.fail("a value is missing" if char else "the text ends in the middle")
        self.at = match.end()
        return ScalarEvent(None, None, (True, False), match[0], start, None, "")

    def open(self, char: str) -> Event:
        start = self.mark()
        self.at += 1
        kind = MappingStartEvent if char == "{" else SequenceStartEvent
        return kind(None, None, True, start)

    def close(self, char: str) -> Event:
        self.at += 1
        return MappingEndEvent() if char == "}" else SequenceEndEvent()

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        match = _SPACE.match(self.text, self.at)
        end = match.end() if match else self.at
        if (lines := self.text.count("\n", self.at, end)) > 0:
            self.line += lines
            self.line_start = self.text.rfind("\n", self.at, end) + 1
        self.at = end
        return self.text[end : end + 1]

    def mark(self) -> Spot:
        return Spot(self.line, self.at - self.line_start)

    def fail(self, problem: str) -> BrokenError:
        return BrokenError(
            "E102",
            self.mark(),
            f"this is not JSON: {problem}",
            "look at the commas, quotes and brackets here",
        )


def scan_json(text: str, line: int = 0) -> Iterator[Event]:
    """The events of a JSON text that begins in the line, counted from 0."""
    return _Scanner(text, line).scan()


def sniff(head: str) -> int:
    """Perhaps, where the text begins as JSON documents do, and so do others."""
    return PERHAPS if head.lstrip()[:1] in {"{", "["} else 0


READER = Reader(name="json", suffixes=(".json",), sniff=sniff, read=read)
