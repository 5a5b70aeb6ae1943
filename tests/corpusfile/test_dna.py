"""Databases of Discourse Network Analyzer: one of our own, and, where it lies at hand, its sample."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from policycmp.evidence.verify import verify_positions
from policycmp.load.corpus import check_corpus, load_corpus
from policycmp.load.texts.source_texts import Texts
from policycmp.model.verification import Outcome

SCHEMA = """
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Author TEXT, Source TEXT, Date INTEGER);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER, Stop INTEGER, Coder INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
INSERT INTO CODERS VALUES (1, 'Ada');
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
  (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'strength', 'integer', 1);
INSERT INTO ENTITIES VALUES (1, 1, 'Jo'), (2, 2, 'The Shops'), (3, 3, 'A bus lane is needed.'), (4, 2, ''),
  (5, 3, 'A bike lane is needed.');
"""
TEXT = "😀 First line.\r\nThe shops say no.\r\nThe shops say no."


def make_database(path: Path, *, qualifier: str = "DATABOOLEAN", value: int = 0) -> str:
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.execute(
        "INSERT INTO DOCUMENTS VALUES (1, 'Daily: page 1', ?, 'B. Logger', 'Daily', 1106697600)", [TEXT]
    )
    variable = 4 if qualifier == "DATABOOLEAN" else 5
    for key, start, organization, concept in ((1, 16, 2, 3), (2, 35, 2, 3), (3, 35, 4, 5)):
        connection.execute("INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, 1)", [key, start, start + 17])
        for var, entity in ((1, 1), (2, organization), (3, concept)):
            connection.execute(
                "INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                [key, var, entity],
            )
        if key != 3:
            connection.execute(
                f"INSERT INTO {qualifier}(StatementId, VariableId, Value) VALUES (?, ?, ?)",  # noqa: S608
                [key, variable, value],
            )
    connection.execute("INSERT INTO STATEMENTS VALUES (4, 2, 1, 1, 2, 1)")
    connection.commit()
    connection.close()
    return str(path)


def test_statements_become_positions(tmp_path):
    name = make_database(tmp_path / "own.dna")
    corpus, faults = check_corpus([name])
    assert [fault.code for fault in faults] == ["W406"]
    told = [(p.actor, p.issue, p.stance, p.coder, p.summary) for p in corpus.positions]
    lane = "a-bus-lane-is-needed"
    assert told == [
        ("the-shops", lane, "no", "Ada", "Said by Jo."),
        ("the-shops", lane, "no", "Ada", "Said by Jo."),
        ("jo", "a-bike-lane-is-needed", None, "Ada", None),
    ]
    [source] = corpus.sources
    assert (source.id, source.author, source.publisher) == ("daily-page-1", "B. Logger", "Daily")
    assert source.published.text == "2005-01-26"


def test_offsets_lead_to_the_words_in_spite_of_line_ends_and_wide_characters(tmp_path):
    name = make_database(tmp_path / "own.dna")
    corpus = load_corpus([name])
    text = Texts([name]).find(corpus.sources[0])
    assert "\r" not in text.text
    found = [text.text[p.evidence.start : p.evidence.end] for p in corpus.positions]
    assert found == ["The shops say no."] * 3
    assert corpus.positions[0].evidence.start != corpus.positions[1].evidence.start
    outcomes = [v.located.outcome for v in verify_positions(corpus, corpus.positions, Texts([name]).find)]
    assert outcomes == [Outcome.FOUND] * 3


@pytest.mark.parametrize(("value", "low", "placement"), [(-4, -5, -0.8), (7, -10, 0.7), (60, -100, 0.6)])
def test_integer_agreement_is_placed_on_a_scale_that_does_not_follow_the_values(
    tmp_path, value, low, placement
):
    corpus = load_corpus([make_database(tmp_path / "own.dna", qualifier="DATAINTEGER", value=value)])
    assert corpus.scale_of("a-bus-lane-is-needed").low == low
    assert corpus.positions[0].placement == pytest.approx(placement)


def test_the_database_is_left_as_it_is(tmp_path):
    name = make_database(tmp_path / "own.dna")
    before = Path(name).read_bytes()
    Path(name).chmod(0o444)
    load_corpus([name])
    assert Path(name).read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["own.dna"]


def test_what_is_no_such_database_is_a_fault(tmp_path):
    path = tmp_path / "x.dna"
    for content in (b"", b"SQLite format 3\0" + b"x" * 600, b"plain", make_other(tmp_path)):
        path.write_bytes(content)
        corpus, faults = check_corpus([str(path)])
        assert corpus is None
        assert faults[0].code == "E102"
        assert "Discourse Network Analyzer" in faults[0].remedy


def test_a_database_that_is_still_written_to_is_a_fault(tmp_path):
    name = make_database(tmp_path / "own.dna")
    connection = sqlite3.connect(name)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    corpus, faults = check_corpus([name])
    assert corpus is None
    assert faults[0].code == "E102"
    assert "PRAGMA journal_mode=DELETE" in faults[0].remedy


def make_other(folder: Path) -> bytes:
    other = folder / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE IF NOT EXISTS t(x)")
    connection.commit()
    connection.close()
    return other.read_bytes()


ANCHORS = Path(os.environ.get("POLICYCMP_ANCHORS") or "no-such-folder")


@pytest.mark.skipif(not (ANCHORS / "dna").is_dir(), reason="the sample database is not part of the project")
def test_the_sample_database():
    name = str(ANCHORS / "dna" / "sample.dna")
    corpus = load_corpus([name])
    assert (len(corpus.positions), len(corpus.sources)) == (40, 7)
    verified = verify_positions(corpus, corpus.positions, Texts([name]).find)
    assert Counter(v.located.outcome for v in verified) == {Outcome.FOUND: 40}
    # The published sum of the two-mode network, organization by concept.
    assert sum(Counter((p.actor, p.issue) for p in corpus.positions).values()) == 40
    assert (len(corpus.actors), len(corpus.issues)) == (7, 6)
