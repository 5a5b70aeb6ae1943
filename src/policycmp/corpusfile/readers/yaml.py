"""YAML, by the events of the C parser where it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from policycmp.corpusfile.characters import clean_text, decode_text, is_plain
from policycmp.corpusfile.document import read_document
from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.corpusfile.nodes import make_depth_error
from policycmp.corpusfile.reader import Reader, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.corpusfile.diagnostics import Findings
    from policycmp.corpusfile.nodes import Event

_ODD_SPACES = tuple(space.encode() for space in "\u00a0\u2003\u2007\u202f\u3000")


def read(data: bytes, findings: Findings) -> Iterator[Row]:
    """The rows of a YAML document."""
    text: bytes | str = data
    if not is_plain(data):
        decoded = decode_text(data)
        cleaned = clean_text(decoded, findings)
        if any(space in data for space in _ODD_SPACES):
            from policycmp.corpusfile.yaml_spaces import put_plain_spaces  # hardly a file needs it

            cleaned = put_plain_spaces(cleaned, findings)
        # The parser reads bytes without a copy, so the text is given only where it was changed.
        text = data if cleaned is decoded else cleaned
        del decoded, cleaned
    try:
        yield from read_document(parse_events(text), findings)
    except yaml.YAMLError as error:
        raise explain_error(error, findings) from None


def parse_events(text: bytes | str) -> Callable[[], Event]:
    """A function that gives the next parser event at each call."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    next_event: Callable[[], Event] = loader(text).get_event
    return next_event


def explain_error(error: yaml.YAMLError, findings: Findings) -> BrokenError:
    """What stopped the parser, as a fault of the file."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return BrokenError("E102", Spot(0, 0), f"this is not YAML: {error}", "check it as a text file")
    mark = error.problem_mark or error.context_mark
    spot = Spot(mark.line, mark.column) if mark else Spot(0, 0)
    problem = error.problem or "the parser gave no reason"
    # libyaml looks ahead for the end of a key, and from 0.2.6 on gives up at 1,000 open brackets,
    # before the first of them has come here and been counted.
    if "nesting depth" in problem:
        return make_depth_error(spot)
    at_tab = "".join(findings.lines[spot.line : spot.line + 1])[spot.column :].startswith("\t")
    remedy = "indent with spaces, not with tabs" if at_tab else _advise(problem)
    return BrokenError("E102", spot, f"this is not YAML: {problem}", remedy)


def _advise(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put a text that holds a colon and a space into quotes"
    if "cannot start any token" in problem:
        return "put a text that begins with this character into quotes"
    return "look at the indentation, quotes and brackets here and in the line above"


def note_doubts(data: bytes, findings: Findings) -> None:
    """Add warnings about texts that are read otherwise than they look."""
    from policycmp.corpusfile.yaml_doubts import note_doubts as note  # only `check` needs it

    note(data, findings)


def sniff(_head: str) -> int:
    """Never: YAML is what a text is taken for that looks like nothing else."""
    return 0


READER = Reader(name="yaml", suffixes=(".yaml", ".yml"), sniff=sniff, read=read, note_doubts=note_doubts)
