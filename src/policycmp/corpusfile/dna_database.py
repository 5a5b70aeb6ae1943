"""Databases of Discourse Network Analyzer 3: documents, and the statements coded in them.

https://github.com/leifeld/dna. The file is copied into memory and read there, so it stays as it is.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from policycmp.errors import UnreadableError
from policycmp.model.passages import SourceText
from policycmp.record import dataclass
from policycmp.text.fold import make_slug
from policycmp.text.unsafe import drop_unsafe

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

MAGIC = b"SQLite format 3\x00"
HINT = "it must be a database of Discourse Network Analyzer 3"
_STEPS = 200_000_000
"""Steps of SQLite's machine after which a query is given up."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS = 100_000_000_000
"""Dates beyond this (in seconds the year 5138) are in milliseconds, as older versions wrote them."""

# SQLite lets any type stand in any column, so each is asked for as what it should be.
_DOCUMENTS = """
SELECT
  COALESCE(CAST(ID AS INTEGER), 0), COALESCE(CAST(Title AS TEXT), ''), COALESCE(CAST(Text AS TEXT), ''),
  COALESCE(CAST(Author AS TEXT), ''), COALESCE(CAST(Source AS TEXT), ''), COALESCE(CAST(Date AS INTEGER), 0)
FROM DOCUMENTS ORDER BY ID
"""
_SHORT_TEXTS = """
SELECT d.StatementId, COALESCE(CAST(v.Variable AS TEXT), ''), COALESCE(CAST(e.Value AS TEXT), '')
FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity
"""
_QUALIFIERS = """
SELECT
  d.StatementId, COALESCE(CAST(v.Variable AS TEXT), ''), COALESCE(CAST(v.DataType AS TEXT), ''),
  COALESCE(CAST(d.Value AS INTEGER), 0)
FROM (
  SELECT StatementId, VariableId, Value FROM DATABOOLEAN UNION ALL
  SELECT StatementId, VariableId, Value FROM DATAINTEGER
) d JOIN VARIABLES v ON v.ID = d.VariableId ORDER BY v.ID
"""
_STATEMENTS = """
SELECT
  COALESCE(CAST(s.ID AS INTEGER), 0), s.DocumentId, COALESCE(CAST(s.Start AS INTEGER), 0),
  COALESCE(CAST(s.Stop AS INTEGER), 0), COALESCE(CAST(c.Name AS TEXT), '')
FROM STATEMENTS s LEFT JOIN CODERS c ON c.ID = s.Coder ORDER BY s.DocumentId, s.Start, s.ID
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the database."""

    key: int
    id: str
    title: str
    text: str
    author: str
    publisher: str
    published: str
    """YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A coded stretch of a document, with the values of its variables by their names."""

    key: int
    document: int
    start: int
    end: int
    """As the database has them: UTF-16 units of the text."""
    coder: str
    values: Mapping[str, str]
    """Short texts."""
    qualifiers: Mapping[str, tuple[str, int]]
    """Booleans and integers: their data type and value."""


@contextmanager
def open_database(name: str, data: bytes) -> Iterator[sqlite3.Connection]:
    """The database in memory; UnreadableError for what is none, or none of this program's."""
    if not data.startswith(MAGIC):
        raise UnreadableError(f"{name}: this is no SQLite database", HINT)
    if data[18:20] == b"\x02\x02":
        hint = "close it in the program that writes to it, and run: PRAGMA journal_mode=DELETE"
        raise UnreadableError(f"{name}: the database is in write-ahead mode", hint)
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.set_progress_handler(lambda: 1, _STEPS)
        yield connection
    except (sqlite3.Error, TypeError, ValueError, OverflowError) as error:
        raise UnreadableError(f"{name}: {error}", HINT) from None
    finally:
        connection.close()


def list_documents(connection: sqlite3.Connection) -> list[Document]:
    """The documents, each with an id made of its title."""
    rows = connection.execute(_DOCUMENTS)
    ids = Ids("document")
    return [
        Document(
            key=key,
            id=ids.make(title),
            title=clean(title) or f"Document {key}",
            text=text,
            author=clean(author),
            publisher=clean(publisher),
            published=_write_date(date),
        )
        for key, title, text, author, publisher, date in rows
    ]


def list_statements(connection: sqlite3.Connection) -> list[Statement]:
    """The statements with all their variables."""
    values: dict[int, dict[str, str]] = {}
    qualifiers: dict[int, dict[str, tuple[str, int]]] = {}
    for key, variable, value in connection.execute(_SHORT_TEXTS):
        values.setdefault(key, {})[variable.casefold()] = clean(value)
    for key, variable, kind, value in connection.execute(_QUALIFIERS):
        qualifiers.setdefault(key, {})[variable.casefold()] = (kind, value)
    rows = connection.execute(_STATEMENTS)
    return [
        Statement(
            key=key,
            document=document,
            start=start,
            end=end,
            coder=clean(coder),
            values=values.get(key, {}),
            qualifiers=qualifiers.get(key, {}),
        )
        for key, document, start, end, coder in rows
    ]


def find_document(name: str, data: bytes, source: str) -> SourceText | None:
    """The text of the document that goes by this id; None where the database has none."""
    with open_database(name, data) as connection:
        for document in list_documents(connection):
            if document.id == source:
                return SourceText(
                    source=source, name=name, text=unify(document.text), digest=digest_text(document.text)
                )
    return None


def digest_text(text: str) -> str:
    """`sha256:…` of a document's text in UTF-8."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def unify(text: str) -> str:
    """The text with line feeds for line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def convert_offset(text: str, units: int) -> int:
    """An offset in UTF-16 units of the text, as one in Unicode characters of the unified text."""
    if not text.isascii() and any(c > "\uffff" for c in text):
        before = text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
    else:
        before = text[:units]
    return len(unify(before)) if "\r" in before else len(before) + max(0, units - len(text))


def clean(text: str | None) -> str:
    """The text without characters that are not shown, on one line."""
    return drop_unsafe(text or "")


class Ids:
    """Ids made of names: no two alike, the same ones each time."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._by_name: dict[str, str] = {}
        self._taken: set[str] = set()

    def make(self, name: str) -> str:
        """A new id for another thing, even of the same name."""
        slug = make_slug(name, self._noun, 60)
        known, number = slug, 2
        while known in self._taken:
            known, number = f"{slug}-{number}", number + 1
        self._taken.add(known)
        return known

    def find(self, name: str) -> str:
        """The id of the thing of this name."""
        if name not in self._by_name:
            self._by_name[name] = self.make(name)
        return self._by_name[name]


def _write_date(stamp: int) -> str:
    seconds = stamp / 1000 if abs(stamp) > _MILLISECONDS else stamp
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()
