"""A list of labels as something to be aligned: a title a line, or a table of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import decode_text, drop_hidden
from policycmp.corpusfile.csv_dialect import CSV, TSV, unguard
from policycmp.corpusfile.marks import BrokenError
from policycmp.corpusfile.table_lines import Lines
from policycmp.errors import CorpusError
from policycmp.model.actor import Actor
from policycmp.model.codebook import Issue, Topic
from policycmp.model.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.csv_dialect import Dialect
    from policycmp.corpusfile.inputs import Input

TITLES = ("title", "label", "name")
"""Columns of which a table of labels has one."""
POSITIONS = frozenset(["actor", "issue", "stance"])
"""Columns that a table of labels does not have."""
LINES = (".txt", ".list")
"""Suffixes of a file that has a title a line."""

Row = dict[str, str]


def read_labels(given: Input) -> Corpus | None:
    """The labels as issues and as actors of a corpus without positions; None for what is no list.

    A table needs a column `title`, and may have `id` (else the title is one), `topic`, `affiliation`
    and `kind`. Raises CorpusError for a list in which a label has no title or an id stands twice.
    """
    try:
        text = decode_text(given.data).replace("\r\n", "\n")
    except BrokenError:
        return None  # what is no text is no list; who reads it as a corpus says what is wrong
    rows = _read_lines(text) if given.suffix in LINES else _read_table(text)
    if rows is None:
        return None
    seen: dict[str, int] = {}
    labels: list[Row] = []
    for line, row in rows:
        if not row["title"]:
            raise CorpusError(f"{given.name}:{line}: a label has no title", "write one, or delete the row")
        if row["id"] in seen:
            raise CorpusError(
                f"{given.name}:{line}: {row['id']!r} stands in line {seen[row['id']]} already",
                "keep one of the two, or give them ids",
            )
        seen[row["id"]] = line
        labels.append(row)
    return _make_corpus(given, labels)


def _read_lines(text: str) -> list[tuple[int, Row]]:
    """The titles of a list, each line once; empty lines stand for nothing."""
    first = {line.strip(): number for number, line in reversed(list(enumerate(text.split("\n"), 1)))}
    titles = sorted((number, drop_hidden(title)) for title, number in first.items() if title)
    return [(number, {"id": title, "title": title}) for number, title in titles]


def _read_table(text: str) -> list[tuple[int, Row]] | None:
    head = text.partition("\n")[0]
    dialect = TSV if TSV.delimiter in head else CSV
    try:
        rows = list(_list_rows(text, dialect))
    except BrokenError:
        return None
    header = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    title = next((name for name in TITLES if name in header), None)
    if title is None or POSITIONS & set(header):
        return None
    found = []
    for line, cells in rows[1:]:
        row = {name: drop_hidden(cell).strip() for name, cell in zip(header, cells, strict=False)}
        own = row.get(title, "")
        found.append((line, {**row, "title": own, "id": row.get("id") or own}))
    return found


def _list_rows(text: str, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    for start, row in Lines(text, dialect).rows():
        if any(row):
            yield start + 1, list(map(unguard, row))


def _make_corpus(given: Input, labels: list[Row]) -> Corpus:
    topics = dict.fromkeys(row["topic"] for row in labels if row.get("topic"))
    return Corpus(
        topics=tuple(Topic(id=topic, title=topic) for topic in topics),
        issues=tuple(Issue(id=r["id"], title=r["title"], topic=r.get("topic") or None) for r in labels),
        actors=tuple(
            Actor(
                id=row["id"],
                name=row["title"],
                affiliation=row.get("affiliation") or None,
                kind=row.get("kind") or None,
            )
            for row in labels
        ),
        origins=(given.origin,),
    )
