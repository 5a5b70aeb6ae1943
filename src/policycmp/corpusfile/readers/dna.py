"""Discourse Network Analyzer databases: statements become positions, concepts issues.

The actor is the organization, or the person where there is none; persons who speak for an
organization are names it goes by as well. Agreement is the stance. Statements without a concept
(annotations, other coding schemes) are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.dna_database import (
    MAGIC,
    Document,
    Ids,
    Statement,
    convert_offset,
    digest_text,
    find_document,
    list_documents,
    list_statements,
    open_database,
)
from policycmp.corpusfile.marks import BrokenError, Spot
from policycmp.corpusfile.reader import SURE, Content, Numeral, Reader, Row
from policycmp.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.corpusfile.diagnostics import Findings

BOUNDS = (5, 10, 100)
"""Integer agreement runs from −5 to +5, or to the first of these that holds every value: the
database does not declare it."""
YES_NO = "agreement"
INTEGER = "integer-agreement"


def read(data: bytes, findings: Findings) -> Iterator[Row]:
    """The rows of a database: sources, issues, actors, then positions."""
    # Lines of a database are not worth showing.
    findings.data = b""
    try:
        with open_database(findings.file, data) as connection:
            documents = list_documents(connection)
            statements = [s for s in list_statements(connection) if _is_coded(s)]
    except UnreadableError as error:
        message = error.message.removeprefix(f"{findings.file}: ")
        raise BrokenError("E102", Spot(0, 0), message, error.hint or "") from None
    yield from _Conversion(documents, statements).rows()


class _Conversion:
    def __init__(self, documents: Sequence[Document], statements: Sequence[Statement]) -> None:
        self.documents = {document.key: document for document in documents}
        self.statements = [s for s in statements if s.document in self.documents]
        self.actors, self.issues = Ids("actor"), Ids("issue")

    def rows(self) -> Iterator[Row]:
        yield from self.list_scales()
        for document in self.documents.values():
            yield _make_row(
                "sources",
                id=document.id,
                title=document.title,
                author=document.author,
                publisher=document.publisher,
                published=document.published,
                digest=digest_text(document.text),
            )
        for concept in dict.fromkeys(s.values["concept"] for s in self.statements):
            yield _make_row(
                "issues",
                id=self.issues.find(concept),
                title=concept,
                statement=concept,
                scale=self.find_scale(concept),
            )
        yield from self.list_actors()
        for statement in self.statements:
            yield self.convert(statement)

    def list_scales(self) -> Iterator[Row]:
        values = [value for kind, value in map(_find_agreement, self.statements) if kind == "integer"]
        largest = max((abs(value) for value in values), default=0)
        bound = next((bound for bound in BOUNDS if bound >= largest), largest)
        yield _make_row("scales", id=YES_NO, points=["no", "yes"])
        if values:
            yield _make_row("scales", id=INTEGER, low=Numeral(-bound), high=Numeral(bound))

    def list_actors(self) -> Iterator[Row]:
        people: dict[str, dict[str, None]] = {}
        for statement in self.statements:
            actor = _name_actor(statement)
            person = statement.values.get("person", "")
            people.setdefault(actor, {}).update({person: None} if person not in ("", actor) else {})
        speakers = [person for persons in people.values() for person in persons]
        for actor, persons in people.items():
            own = [person for person in persons if speakers.count(person) == 1 and person not in people]
            yield _make_row("actors", id=self.actors.find(actor), name=actor, aliases=list(own))

    def find_scale(self, concept: str) -> str:
        kinds = {_find_agreement(s)[0] for s in self.statements if s.values["concept"] == concept}
        return INTEGER if "integer" in kinds else YES_NO

    def convert(self, statement: Statement) -> Row:
        document = self.documents[statement.document]
        kind, value = _find_agreement(statement)
        stance = "yes" if value else "no"
        person = statement.values.get("person", "")
        return _make_row(
            "positions",
            line=statement.key,
            actor=self.actors.find(_name_actor(statement)),
            issue=self.issues.find(statement.values["concept"]),
            stance=None if kind is None else Numeral(value) if kind == "integer" else stance,
            source=document.id,
            attribution="stated",
            summary=f"Said by {person}." if person and person != _name_actor(statement) else "",
            coder=statement.coder,
            start=Numeral(convert_offset(document.text, statement.start)),
            end=Numeral(convert_offset(document.text, statement.end)),
        )


def _is_coded(statement: Statement) -> bool:
    return bool(statement.values.get("concept") and _name_actor(statement))


def _name_actor(statement: Statement) -> str:
    return statement.values.get("organization") or statement.values.get("person", "")


def _find_agreement(statement: Statement) -> tuple[str | None, int]:
    """The data type and value of `agreement`, else of the first qualifier; None where there is none."""
    qualifiers = statement.qualifiers
    return qualifiers.get("agreement") or next(iter(qualifiers.values()), (None, 0))


def _make_row(section: str, *, line: int = 1, **values: Content) -> Row:
    spot = Spot(line - 1, 0)
    kept = {name: value for name, value in values.items() if value not in ("", []) or name == "stance"}
    marks = dict.fromkeys(kept, spot)
    return Row(section, kept, dict(marks), dict(marks), spot)


def sniff(head: str) -> int:
    """Sure where it is an SQLite database."""
    return SURE if head.startswith(MAGIC.decode()) else 0


READER = Reader(name="dna", suffixes=(".dna",), sniff=sniff, read=read, find_text=find_document)
