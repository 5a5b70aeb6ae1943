"""A whole corpus document, YAML or JSON, from parser events to rows.

The loop is driven by hand and keeps nothing but the record it is in, so a file of any size
takes the memory of one record, and nesting can be stopped before it does harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.fields import KIND_BY_SECTION
from policycmp.corpusfile.marks import BrokenError, Mark, Spot
from policycmp.corpusfile.nodes import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    Nodes,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from policycmp.corpusfile.reader import PLAIN, Content, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.corpusfile.diagnostics import Findings


def read_document(next_event: Callable[[], Event], findings: Findings) -> Iterator[Row]:
    """The rows of a document, or of a bare list of positions."""
    return _Walk(next_event, findings).read()


class _Walk:
    def __init__(self, next_event: Callable[[], Event], findings: Findings) -> None:
        self.next = next_event
        self.nodes = Nodes(next_event, findings)
        self.findings = findings

    def read(self) -> Iterator[Row]:
        self.next()
        root = self.next()
        if isinstance(root, DocumentStartEvent):
            root = self.next()
        if isinstance(root, StreamEndEvent) or (isinstance(root, ScalarEvent) and not root.value):
            raise BrokenError(
                "E109", Spot(0, 0), "the file is empty", "write a corpus; `policycmp init` shows one"
            )
        self.nodes.note_extras(root)
        if isinstance(root, SequenceStartEvent):
            yield from self.read_rows("positions", bare=True)
        elif isinstance(root, MappingStartEvent):
            yield from self.read_top(root)
        else:
            raise BrokenError(
                "E110",
                root.start_mark,
                "the document is a single value",
                "begin with a key, such as `issues:`",
            )
        self.next()
        if isinstance(after := self.next(), DocumentStartEvent):
            self.findings.add(
                "E106",
                after.start_mark,
                "a second document begins here",
                "put each document into a file of its own and name both with -c",
                length=3,
            )

    def read_top(self, root: Event) -> Iterator[Row]:
        head = Row("", {}, {}, {}, root.start_mark)
        seen: set[str] = set()
        while not isinstance(key := self.next(), MappingEndEvent):
            name = self.nodes.read_key(key)
            if name in seen:
                self.nodes.report_twice(name, key.start_mark)
            seen.add(name)
            value = self.next()
            if isinstance(value, SequenceStartEvent) and (name in KIND_BY_SECTION or name == "records"):
                self.nodes.note_extras(value)
                bare = name == "records"
                yield from self.read_rows("positions" if bare else name, bare=bare)
            else:
                self.store(head, name, key.start_mark, value, 1)
            if name == "records":
                head.keys[name] = key.start_mark
        yield head

    def read_rows(self, section: str, *, bare: bool) -> Iterator[Row]:
        while not isinstance(event := self.next(), SequenceEndEvent):
            if isinstance(event, MappingStartEvent):
                if event.anchor is not None or event.tag is not None:
                    self.nodes.note_extras(event)
                yield self.read_record(section, event.start_mark, bare)
                continue
            self.nodes.read(event, 2)
            if not isinstance(event, AliasEvent):
                kind = KIND_BY_SECTION[section]
                self.findings.add(
                    "E203",
                    event.start_mark,
                    f"an item of {section} is no record",
                    f"write `{kind.fields[0].name}: …` and the other keys of the {kind.noun} here",
                )

    def read_record(self, section: str, start: Mark, bare: bool) -> Row:
        """The innermost loop: nearly every event of a corpus passes here."""
        values: dict[str, Content] = {}
        marks: dict[str, Mark] = {}
        keys: dict[str, Mark] = {}
        row = Row(section, values, marks, keys, start, bare, simple=True)
        step, plain = self.next, PLAIN
        while (key := step()).__class__ is not MappingEndEvent:
            value = step()
            if (
                key.__class__ is ScalarEvent
                and value.__class__ is ScalarEvent
                and (text := value.value) not in plain
                and (name := key.value) not in values
                and key.anchor is None
                and value.anchor is None
                and key.tag is None
                and value.tag is None
                and (value.style != '"' or text.isprintable())
                and name != "<<"
            ):
                values[name] = text
                marks[name] = value.start_mark
                keys[name] = key.start_mark
            else:
                row.simple = False
                self.store_odd(row, key, value)
        return row

    def store_odd(self, row: Row, key: Event, value: Event) -> None:
        """Whatever is not a simple key with a simple value."""
        if not isinstance(key, ScalarEvent):
            # The value event was taken already; a key that is no text ends what can be read here.
            raise BrokenError(
                "E203", key.start_mark, "a key is not a text", "write a single word before the colon"
            )
        name = self.nodes.read_key(key)
        if name == "<<":
            self.nodes.report_reference(key.start_mark, "a merge key", 2)
            self.nodes.read(value, 3, told=True)
            row.partial = True
            return
        if name in row.values:
            self.nodes.report_twice(name, key.start_mark)
            self.nodes.read(value, 3)
            return
        self.store(row, name, key.start_mark, value, 3)

    def store(self, row: Row, name: str, key_mark: Mark, value: Event, depth: int) -> None:
        if isinstance(value, AliasEvent):
            self.nodes.read(value, depth)
            row.partial = True
            return
        row.values[name] = self.nodes.read(value, depth)
        row.marks[name] = value.start_mark
        row.keys[name] = key_mark
