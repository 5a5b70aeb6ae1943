"""A corpus, or a crosswalk, as the YAML document that reads back to the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.records import POSITION_KEYS, record_position, record_thing
from policycmp.errors import UsageError
from policycmp.model.names import Kind
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk, Match
    from policycmp.model.report import Json

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ -]*[\wÀ-ÿ]")
_SPECIAL = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
_BUILT_IN = "five-point"


def write_corpus(corpus: Corpus) -> Iterator[str]:
    """The lines of the corpus as a YAML document."""
    yield "policycmp: 1\n"
    for key, value in (("title", corpus.title), ("note", corpus.note)):
        if value:
            yield f"{key}: {write_scalar(value)}\n"
    for section, records in _list_sections(corpus):
        yield from _write_section(section, records)


def convert_corpus(corpus: Corpus, suffix: str) -> tuple[str, tuple[str, ...]]:
    """The corpus as a text in the format of the suffix, and what that format cannot hold.

    Raises UsageError for a format in which no corpus can be written.
    """
    positions = [record_position(p) for p in corpus.positions]
    if suffix in {"yaml", "yml"}:
        return "".join(write_corpus(corpus)), ()
    if suffix == "json":
        return json.dumps(_record_corpus(corpus), ensure_ascii=False, indent=1) + "\n", ()
    if suffix == "jsonl":
        return "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in positions), _list_lost(corpus)
    if suffix in {"csv", "tsv"}:
        delimiter = "," if suffix == "csv" else "\t"
        rows: list[Sequence[Json]] = [
            POSITION_KEYS,
            *([p.get(key) for key in POSITION_KEYS] for p in positions),
        ]
        return "".join(delimiter.join(map(_quote_cell, row)) + "\n" for row in rows), _list_lost(corpus)
    raise UsageError(
        f"no corpus can be written as {suffix!r}", "the formats are yaml, json, jsonl, csv and tsv"
    )


def _record_corpus(corpus: Corpus) -> dict[str, Json]:
    head: dict[str, Json] = {"policycmp": 1, "title": corpus.title, "note": corpus.note}
    lists: dict[str, Json] = {name: records for name, records in _list_sections(corpus) if records}
    return {key: value for key, value in head.items() if value is not None} | lists


def _list_sections(corpus: Corpus) -> Iterator[tuple[str, list[dict[str, Json]]]]:
    for section in ("scales", "topics", "issues", "actors", "sources"):
        records = [record_thing(t) for t in getattr(corpus, section)]
        yield section, [r for r in records if (section, r["id"]) != ("scales", _BUILT_IN)]
    yield "positions", [record_position(p) for p in corpus.positions]


def _list_lost(corpus: Corpus) -> tuple[str, ...]:
    """What a file of bare positions leaves out."""
    told = [
        count(len(records), section[:-1])
        for section, records in _list_sections(corpus)
        if records and section != "positions"
    ]
    return (*told, *(["the title"] if corpus.title else []), *(["the note"] if corpus.note else []))


def _quote_cell(value: Json) -> str:
    text = "" if value is None else str(value)
    if text[:1] in ("=", "+", "-", "@") and isinstance(value, str):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\t\n\r') else text


def write_crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    """The lines of the crosswalk as a YAML document that a person can correct."""
    yield "# What each name there (from) stands for here (to). A row in this file is never changed by\n"
    yield "# policycmp align: correct it and set its verdict to sure or none; delete it to have it\n"
    yield "# matched anew.\n"
    yield "crosswalk: 1\n"
    for kind, section in ((Kind.ISSUE, "issues"), (Kind.ACTOR, "actors")):
        rows = [_record_match(match) for match in crosswalk.matches if match.kind is kind]
        yield from _write_section(section, rows)


def write_scalar(value: Json) -> str:
    """The value on one line: plain where that is safe, else as in JSON, which YAML reads."""
    if (
        isinstance(value, str)
        and _PLAIN.fullmatch(value)
        and value.casefold() not in _SPECIAL
        and " -" not in value
    ):
        return value
    if isinstance(value, list | tuple):
        return f"[{', '.join(json.dumps(v, ensure_ascii=False) for v in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _record_match(match: Match) -> dict[str, Json]:
    return {
        "from": match.theirs,
        "to": match.ours,
        "reversed": match.is_reversed,
        "score": match.score,
        "verdict": match.verdict.value,
        "why": match.why,
    }


def _write_section(section: str, records: list[dict[str, Json]]) -> Iterator[str]:
    if records:
        yield f"\n{section}:\n"
    for record in records:
        yield from _write_record(record)


def _write_record(record: Mapping[str, Json]) -> Iterator[str]:
    lead = "  - "
    for key, value in record.items():
        yield f"{lead}{key}: {write_scalar(value)}\n"
        lead = "    "
