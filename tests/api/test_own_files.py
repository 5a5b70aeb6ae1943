"""Files of answers and of weights: names with their notes, no issue twice, each fault with its line."""

from __future__ import annotations

import pytest

import policycmp

BOOK = """\
issues:
  - {id: quay, title: New quay}
  - {id: ferry, title: Night ferry}
  - {id: toll, title: Bridge toll}
actors: [{id: rowers, name: Rowing Club}, {id: pilots, name: Pilots}]
sources: [{id: s, title: S}]
positions:
  - {actor: rowers, issue: quay, stance: 2, source: s, attribution: stated}
  - {actor: rowers, issue: ferry, stance: -1, source: s, attribution: stated}
  - {actor: pilots, issue: quay, stance: -2, source: s, attribution: stated}
  - {actor: pilots, issue: ferry, stance: 1, source: s, attribution: stated}
"""


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


def write(tmp_path, text):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_name_that_is_not_exact_is_told_with_its_line(book, tmp_path):
    own = write(tmp_path, "issue,answer\nquay,2\nnight fery,1\n")
    found = policycmp.match(book, own, floor=1)
    assert found.notes == (f"{own}:3: 'night fery' taken as issue ferry (Night ferry)",)
    with pytest.raises(policycmp.UsageError, match=r"own\.csv:3: no issue is named 'night fery'"):
        policycmp.match(book, own, floor=1, exact=True)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("quay,2\ntoll,1\nNew quay,-2\n", r"own\.csv:4: quay is answered twice, at .*own\.csv:2 as 'quay'"),
        ("quay,2\nferry,7\n", r"own\.csv:3: '7' is no answer on the scale five-point"),
    ],
)
def test_answers_that_cannot_be_are_told_with_their_lines(rows, told, book, tmp_path):
    with pytest.raises(policycmp.UsageError, match=told):
        policycmp.match(book, write(tmp_path, "issue,answer\n" + rows))


def test_an_answer_with_a_typographic_minus_is_read(book, tmp_path):
    own = write(tmp_path, "issue,answer\nquay,\u22122\nferry,Supports\n")
    best = policycmp.match(book, own, floor=1).value.matches[0]
    assert (best.actor.id, best.pair.value) == ("pilots", 1.0)


def test_weights_are_named_with_notes_and_never_twice(book, tmp_path):
    own = write(tmp_path, "issue,weight\nnight fery,3\n")
    found = policycmp.agree(book, weights=str(own), floor=1)
    assert found.value.terms.weights == (("ferry", 3.0),)
    assert found.notes == (f"{own}:2: 'night fery' taken as issue ferry (Night ferry)",)
    twice = write(tmp_path, "issue,weight\nquay,3\nNew Quay,1\n")
    with pytest.raises(policycmp.UsageError, match=r"own\.csv:3: quay is weighted twice, at .*:2"):
        policycmp.agree(book, weights=str(twice))


def test_an_option_outweighs_the_file(book, tmp_path):
    own = write(tmp_path, "issue,weight\nquay,3\n")
    found = policycmp.agree(book, weights=str(own), weight=["quay=5"], floor=1)
    assert found.value.terms.weights == (("quay", 5.0),)
