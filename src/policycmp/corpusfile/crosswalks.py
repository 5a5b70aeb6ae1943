"""Crosswalk files: YAML, read with faults told by place, and written for a person to correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from policycmp.corpusfile.characters import decode_text
from policycmp.corpusfile.diagnostics import Findings
from policycmp.corpusfile.inputs import open_input
from policycmp.corpusfile.marks import BrokenError, Mark, Spot
from policycmp.corpusfile.nodes import (
    MappingStartEvent,
    Nodes,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from policycmp.corpusfile.readers.yaml import explain_error, parse_events
from policycmp.corpusfile.records import record_match
from policycmp.corpusfile.values import parse_number
from policycmp.corpusfile.yaml_text import write_pair, write_section
from policycmp.errors import CorpusError
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from policycmp.text.shorten import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.reader import Content

SECTIONS = {"issues": Kind.ISSUE, "actors": Kind.ACTOR}
FIELDS = ("from", "to", "reversed", "score", "verdict", "why")


def load_crosswalk(name: str) -> Crosswalk:
    """The crosswalk in the file.

    Raises UnreadableError where it cannot be read, CorpusError where it is no crosswalk.
    """
    given = open_input(name)
    findings = Findings(name, given.data)
    try:
        matches = tuple(_read(given.data, findings))
    except (yaml.YAMLError, BrokenError) as error:
        broken = error if isinstance(error, BrokenError) else explain_error(error, findings)
        place = f"{name}:{broken.mark.line + 1}:{broken.mark.column + 1}"
        raise CorpusError(f"{place}: {broken.message}", broken.remedy) from None
    if findings.faults:
        fault = findings.faults[0]
        raise CorpusError(f"{fault.place}: {fault.message}", fault.remedy)
    return Crosswalk(matches=matches, origin=given.origin)


def write_crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    """The lines of the crosswalk as a YAML document."""
    yield "# What each name there (from) stands for here (to). A row in this file is never changed by\n"
    yield "# policycmp align: correct it and set its verdict to sure or none; delete it to have it\n"
    yield "# matched anew.\n"
    yield write_pair("crosswalk", 1)
    for section, kind in SECTIONS.items():
        rows = [match for match in crosswalk.matches if match.kind is kind]
        yield from write_section(section, map(record_match, rows))


def _read(data: bytes, findings: Findings) -> Iterator[Match]:
    step = parse_events(decode_text(data))
    nodes = Nodes(step, findings)
    step()
    step()
    if not isinstance(step(), MappingStartEvent):
        raise BrokenError("E110", Spot(0, 0), "this is no crosswalk", "write one with policycmp align")
    seen: dict[tuple[Kind, str], Mark] = {}
    while isinstance(key := step(), ScalarEvent):
        value = step()
        kind = SECTIONS.get(key.value)
        if kind is None or not isinstance(value, SequenceStartEvent):
            nodes.read(value, 1)
            if key.value != "crosswalk":
                findings.add(
                    "E201", key.start_mark, f"there is no list {key.value!r}", "known: issues, actors"
                )
            continue
        while not isinstance(item := step(), SequenceEndEvent):
            match = _make_match(kind, nodes.read(item, 1), item.start_mark, findings)
            if match is None:
                continue
            if (kind, match.theirs) in seen:
                findings.add("E103", item.start_mark, f"{match.theirs!r} stands twice", "keep one of the two")
            seen[kind, match.theirs] = item.start_mark
            yield match


def _make_match(kind: Kind, content: Content, mark: Mark, findings: Findings) -> Match | None:
    row = content if isinstance(content, dict) else {}
    theirs, ours, verdict = row.get("from"), row.get("to"), row.get("verdict")
    unknown = [key for key in row if key not in FIELDS]
    if unknown:
        findings.add(
            "E201",
            mark,
            f"a row has no field {quote_value(unknown[0])}",
            findings.suggest(unknown[0], FIELDS),
        )
    elif not isinstance(theirs, str):
        findings.add("E202", mark, "a row needs `from`", "write the id that is matched")
    elif not (ours is None or isinstance(ours, str)):
        findings.add("E203", mark, "`to` is no id", "write one id, or null for nothing")
    elif verdict not in tuple(Verdict):
        findings.add("E203", mark, f"`verdict` is {verdict!r}", "write sure, doubtful or none")
    elif not isinstance(row.get("reversed", False), bool):
        findings.add("E203", mark, "`reversed` is neither true nor false", "write true or false")
    elif ours is None and verdict == Verdict.SURE:
        findings.add("E203", mark, f"{theirs!r} is sure of nothing", "write the id as `to`, or verdict none")
    else:
        return Match(
            kind=kind,
            theirs=str(theirs),
            ours=None if ours is None else str(ours),
            is_reversed=row.get("reversed") is True,
            score=float(parse_number(str(row.get("score", 0))) or 0),
            verdict=Verdict(str(verdict)),
            why=str(row.get("why") or ""),
        )
    return None
