"""Parser events, and the values they build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml.events

from policycmp.corpusfile.characters import report_hidden
from policycmp.corpusfile.marks import BrokenError, Mark, Spot
from policycmp.corpusfile.reader import PLAIN, Content, Numeral
from policycmp.limits import DEPTH
from policycmp.text.shorten import quote_value
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.corpusfile.diagnostics import Findings

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

_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)


def make_depth_error(mark: Mark) -> BrokenError:
    """The fault of what stands too deep, from us or from a parser that has a limit of its own."""
    return BrokenError(
        "E107",
        mark,
        f"lists and mappings stand more than {DEPTH.most} deep in one another",
        "a corpus needs three levels; look for a bracket too many",
    )


class Nodes:
    """Reads keys and values of any shape, and reports what has no place in a corpus."""

    def __init__(self, next_event: Callable[[], Event], findings: Findings) -> None:
        self.next = next_event
        self.findings = findings
        self.deepest = DEPTH.most

    def read_key(self, key: Event) -> str:
        """The text of a key; BrokenError for a key that is none."""
        if not isinstance(key, ScalarEvent):
            raise BrokenError(
                "E203", key.start_mark, "a key is not a text", "write a single word before the colon"
            )
        self.note_extras(key)
        return str(self.read_scalar(key)) if key.style else str(key.value)

    def read(self, event: Event, depth: int, *, told: bool = False) -> Content:
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
                    if len(stack) + depth > self.deepest + 1:
                        raise make_depth_error(event.start_mark)
            if len(stack) == 1:
                return root[0]
            event = self.next()

    def read_nested_key(self, event: Event, holder: dict[str, Content]) -> str:
        """The text of a key inside a value."""
        name = self.read_key(event)
        if name == "<<":
            self.report_reference(event.start_mark, "a merge key", 2)
        elif name in holder:
            self.report_twice(name, event.start_mark)
        return name

    def open_value(self, event: Event, told: bool) -> Content:
        """A scalar's value, or the empty container that the event opens."""
        if isinstance(event, AliasEvent):
            if not told:
                self.report_reference(event.start_mark, "an alias", len(event.anchor) + 1)
            return None
        self.note_extras(event)
        if isinstance(event, ScalarEvent):
            return self.read_scalar(event)
        return {} if isinstance(event, MappingStartEvent) else []

    def read_scalar(self, event: Event) -> Content:
        """What a scalar says, by the core schema of YAML 1.2; numbers stay as written."""
        text = str(event.value)
        if event.style:
            if event.style == '"' and (match := re.search(UNSAFE, text)):
                report_hidden(match[0], Spot(event.start_mark.line, event.start_mark.column), self.findings)
            return text
        if text in PLAIN:
            return PLAIN[text]
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
        """Note an anchor, an alias or a merge key."""
        self.findings.add(
            "E104", mark, f"{what} is not read here", "write the value out in each place", length=length
        )

    def report_twice(self, name: str, mark: Mark) -> None:
        """Note a key that stands twice."""
        self.findings.add(
            "E103",
            mark,
            f"the key {quote_value(name)} stands twice in one mapping",
            "keep one of the two, or join them",
        )
