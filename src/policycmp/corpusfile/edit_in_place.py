"""Values of a YAML or JSON corpus replaced in place, everything else left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from policycmp.corpusfile.characters import decode_text
from policycmp.corpusfile.marks import BrokenError
from policycmp.corpusfile.nodes import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent
from policycmp.corpusfile.readers.yaml import parse_events
from policycmp.errors import UsageError

BOM = b"\xef\xbb\xbf"

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from policycmp.corpusfile.nodes import Event

    Amendments = Mapping[tuple[int, int], Mapping[str, int]]
    Edit = tuple[int, int, str]


def amend_document(name: str, data: bytes, amendments: Amendments) -> str:
    """The document with new numbers for keys of its records, which are named by the line and
    column they start at, counted from 1.

    Comments, order, quotes and white space stay. Raises UsageError for what is no YAML or JSON
    document, or does not have those records and keys.
    """
    try:
        text = decode_text(data)
        edits = sorted(_find_edits(text, amendments))
    except (yaml.YAMLError, BrokenError) as error:
        raise UsageError(f"{name}: only a YAML or JSON corpus can be put right in place") from error
    if len(edits) != sum(len(values) for values in amendments.values()):
        raise UsageError(f"{name}: only a YAML or JSON corpus can be put right in place")
    parts, done = [], 0
    for start, end, value in edits:
        parts += [text[done:start], value]
        done = end
    mark = BOM.decode() if data.startswith(BOM) else ""
    return "".join([mark, *parts, text[done:]])


def _find_edits(text: str, amendments: Amendments) -> Iterator[Edit]:
    step = parse_events(text)
    lines = _find_lines(text)
    while (event := step()) is not None:
        if isinstance(event, MappingStartEvent):
            mark = event.start_mark
            values = amendments.get((mark.line + 1, mark.column + 1))
            if values:
                yield from _edit_record(text, lines, step, values)


def _edit_record(
    text: str, lines: list[int], step: Callable[[], Event], values: Mapping[str, int]
) -> Iterator[Edit]:
    """The edits of one record, whose first event has been taken; its values are scalars and lists."""
    while not isinstance(key := step(), MappingEndEvent):
        value = step()
        depth = int(not isinstance(value, ScalarEvent))
        if isinstance(key, ScalarEvent) and isinstance(value, ScalarEvent) and key.value in values:
            start = lines[value.start_mark.line] + value.start_mark.column
            end = lines[value.end_mark.line] + value.end_mark.column
            new = str(values[key.value])
            old = text[start:end]
            yield start, end, f"{old[0]}{new}{old[0]}" if old[:1] in ("'", '"') else new
        while depth:
            inner = step()
            depth += isinstance(inner, (MappingStartEvent, SequenceStartEvent))
            depth -= type(inner).__name__.endswith("EndEvent")


def _find_lines(text: str) -> list[int]:
    """Where each line starts, by the line ends that YAML knows."""
    starts, place = [0], 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        if not line.endswith(("\x0b", "\x0c", "\x1c", "\x1d", "\x1e")):
            starts.append(place)
    return starts
