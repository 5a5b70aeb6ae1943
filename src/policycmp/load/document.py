"""A whole corpus document, YAML or JSON, from parser events to rows.

The loop is driven by hand and keeps nothing but the record it is in, so a file of any size
takes the memory of one record, and nesting can be stopped before it does harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml.events

from policycmp.load.characters import HIDDEN, report_hidden
from policycmp.load.fields import KIND_BY_SECTION
from policycmp.load.findings import Findings, quote_value
from policycmp.load.reader import BrokenError, Content, Mark, Numeral, Row, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEEPEST = 32
"""How many lists and mappings may stand in one another."""

# Plain scalars that are not text in YAML 1.2, besides numbers.
_PLAIN: dict[str, Content] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)

# Events of PyYAML, or of another scanner that gives the same.
Event: TypeAlias = Any
AliasEvent: Any = yaml.events.AliasEvent
DocumentStartEvent: Any = yaml.events.DocumentStartEvent
MappingEndEvent: Any = yaml.events.MappingEndEvent
MappingStartEvent: Any = yaml.events.MappingStartEvent
ScalarEvent: Any = yaml.events.ScalarEvent
SequenceEndEvent: Any = yaml.events.SequenceEndEvent
SequenceStartEvent: Any = yaml.events.SequenceStartEvent
StreamEndEvent: Any = yaml.events.StreamEndEvent


def read_document(next_event: Callable[[], Event], findings: Findings) -> Iterator[Row]:
    """The rows of a document, or of a bare list of positions."""
    return _Walk(next_event, findings).read()


class _Walk:
    def __init__(self, next_event: Callable[[], Event], findings: Findings) -> None:
        self.next = next_event
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
        self.note_extras(root)
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
            name = self.read_key(key)
            if name in seen:
                self.report_twice(name, key.start_mark)
            seen.add(name)
            value = self.next()
            if isinstance(value, SequenceStartEvent) and (name in KIND_BY_SECTION or name == "records"):
                self.note_extras(value)
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
                    self.note_extras(event)
                yield self.read_record(section, event.start_mark, bare)
                continue
            self.read_node(event, 2)
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
        step, plain = self.next, _PLAIN
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
        name = self.read_key(key)
        if name == "<<":
            self.report_reference(key.start_mark, "a merge key", 2)
            self.read_node(value, 3, told=True)
            row.partial = True
            return
        if name in row.values:
            self.report_twice(name, key.start_mark)
            self.read_node(value, 3)
            return
        self.store(row, name, key.start_mark, value, 3)

    def store(self, row: Row, name: str, key_mark: Mark, value: Event, depth: int) -> None:
        if isinstance(value, AliasEvent):
            self.read_node(value, depth)
            row.partial = True
            return
        row.values[name] = self.read_node(value, depth)
        row.marks[name] = value.start_mark
        row.keys[name] = key_mark

    def read_key(self, key: Event) -> str:
        if not isinstance(key, ScalarEvent):
            raise BrokenError(
                "E203", key.start_mark, "a key is not a text", "write a single word before the colon"
            )
        self.note_extras(key)
        return str(self.read_scalar(key)) if key.style else str(key.value)

    def read_node(self, event: Event, depth: int, *, told: bool = False) -> Content:
        """The value that starts with the event inside `depth` others, built without recursion."""
        root: list[Content] = []
        stack: list[tuple[list[Content] | dict[str, Content], str | None]] = [(root, None)]
        while True:
            holder, key = stack[-1]
            if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                stack.pop()
            elif isinstance(holder, dict) and key is None:
                stack[-1] = (holder, self.read_nested_key(event, holder))
            else:
                value = self.open_value(event, told)
                if isinstance(holder, dict):
                    holder[key or ""] = value
                    stack[-1] = (holder, None)
                else:
                    holder.append(value)
                if isinstance(value, list | dict):
                    stack.append((value, None))
                    if len(stack) + depth > DEEPEST + 1:
                        raise BrokenError(
                            "E107",
                            event.start_mark,
                            f"lists and mappings stand more than {DEEPEST} deep in one another",
                            "a corpus needs three levels; look for a bracket too many",
                        )
            if len(stack) == 1:
                return root[0]
            event = self.next()

    def read_nested_key(self, event: Event, holder: dict[str, Content]) -> str:
        name = self.read_key(event)
        if name == "<<":
            self.report_reference(event.start_mark, "a merge key", 2)
        elif name in holder:
            self.report_twice(name, event.start_mark)
        return name

    def open_value(self, event: Event, told: bool) -> Content:
        if isinstance(event, AliasEvent):
            if not told:
                self.report_reference(event.start_mark, "an alias", len(event.anchor) + 1)
            return None
        self.note_extras(event)
        if isinstance(event, ScalarEvent):
            return self.read_scalar(event)
        return {} if isinstance(event, MappingStartEvent) else []

    def read_scalar(self, event: Event) -> Content:
        text = str(event.value)
        if event.style:
            if event.style == '"' and (match := HIDDEN.search(text)):
                report_hidden(match[0], Spot(event.start_mark.line, event.start_mark.column), self.findings)
            return text
        if text in _PLAIN:
            return _PLAIN[text]
        return Numeral(text) if len(text) < 400 and _NUMBER.fullmatch(text) else text

    def note_extras(self, event: Event) -> None:
        """Report an anchor or a tag on the node that the event starts."""
        if event.anchor is not None:
            self.report_reference(event.start_mark, "an anchor", len(event.anchor) + 1)
        if getattr(event, "tag", None) is not None:
            self.findings.add(
                "E105", event.start_mark, f"the tag {quote_value(event.tag)} is not read", "delete the tag"
            )

    def report_reference(self, mark: Mark, what: str, length: int) -> None:
        self.findings.add(
            "E104", mark, f"{what} is not read here", "write the value out in each place", length=length
        )

    def report_twice(self, name: str, mark: Mark) -> None:
        self.findings.add(
            "E103",
            mark,
            f"the key {quote_value(name)} stands twice in one mapping",
            "keep one of the two, or join them",
        )
