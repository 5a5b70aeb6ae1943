"""Wahl-O-Mat folders: theses become issues, parties actors, answers positions on a three-point scale.

A folder holds `party.json`, `statement.json`, `answer.json` and `opinion.json`, and perhaps
`comment.json` and `overview.json`; they come here as one document.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from policycmp.corpusfile.characters import decode_text, drop_hidden
from policycmp.corpusfile.dna_database import Ids
from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.corpusfile.reader import SURE, Content, Numeral, Reader, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.diagnostics import Findings

SCALE = "disagree-neutral-agree"
ANSWERS = {"stimme nicht zu": -1, "neutral": 0, "stimme zu": 1}
"""What the answers' messages say, folded."""


def read(data: bytes, findings: Findings) -> Iterator[Row]:
    """The rows of a folder: scale, source, issues, actors, then positions."""
    findings.data = b""
    try:
        folder: dict[str, Any] = json.loads(decode_text(data))
        yield from _convert(folder)
    except json.JSONDecodeError as error:
        raise BrokenError(
            "E102", Spot(0, 0), f"a file of the folder is not JSON: {error.msg}", "fetch the folder again"
        ) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise BrokenError(
            "E102",
            Spot(0, 0),
            f"the folder is not as Wahl-O-Mat folders are: {error}",
            "see that each opinion names a party, a statement and an answer that are there",
        ) from None


def _convert(folder: dict[str, Any]) -> Iterator[Row]:
    issues, actors = Ids("thesis"), Ids("party")
    issue_ids = {s["id"]: issues.make(s.get("label") or s["text"]) for s in folder["statement"]}
    actor_ids = {p["id"]: actors.make(p["name"]) for p in folder["party"]}
    overview = folder.get("overview") or {}
    title = overview.get("title") or "Wahl-O-Mat"
    date = (overview.get("date") or "")[:10]
    source = Ids("source").make(f"{title} {date}")
    yield _make_row(
        "scales",
        id=SCALE,
        points=[Numeral(-1), Numeral(0), Numeral(1)],
        labels=["disagrees", "neutral", "agrees"],
    )
    yield _make_row(
        "sources",
        id=source,
        title=f"Wahl-O-Mat: {title}",
        published=date,
        url=overview.get("data_source") or "",
    )
    yield from _list_things(folder, issue_ids, actor_ids)
    yield from _list_positions(folder, issue_ids, actor_ids, source)


def _list_things(folder: dict[str, Any], issues: dict[int, str], actors: dict[int, str]) -> Iterator[Row]:
    for thesis in folder["statement"]:
        yield _make_row(
            "issues",
            id=issues[thesis["id"]],
            title=thesis.get("label") or thesis["text"],
            statement=thesis["text"],
            scale=SCALE,
        )
    for party in folder["party"]:
        long = party.get("longname") or party["name"]
        yield _make_row(
            "actors",
            id=actors[party["id"]],
            name=long,
            short=party["name"] if party["name"] != long else "",
        )


def _list_positions(
    folder: dict[str, Any], issues: dict[int, str], actors: dict[int, str], source: str
) -> Iterator[Row]:
    answers = {a["id"]: ANSWERS[a["message"].casefold()] for a in folder["answer"]}
    comments = {c["id"]: c["text"].strip().strip('"') for c in folder.get("comment", ())}
    for number, opinion in enumerate(folder["opinion"], 1):
        yield _make_row(
            "positions",
            line=number,
            actor=actors[opinion["party"]],
            issue=issues[opinion["statement"]],
            stance=Numeral(answers[opinion["answer"]]),
            source=source,
            attribution="stated",
            summary=comments.get(opinion.get("comment"), ""),
        )


def _make_row(section: str, *, line: int = 1, **values: Content) -> Row:
    spot = Spot(line - 1, 0)
    clean = {n: drop_hidden(v) if type(v) is str else v for n, v in values.items()}
    kept = {name: value for name, value in clean.items() if value not in ("", [])}
    marks = dict.fromkeys(kept, spot)
    return Row(section, kept, dict(marks), dict(marks), spot)


def sniff(head: str) -> int:
    """Sure where it is a folder's files as one document."""
    return SURE if head.startswith('{"wahlomat": 1,') else 0


READER = Reader(name="wahlomat", suffixes=(), sniff=sniff, read=read)
