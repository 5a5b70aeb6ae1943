"""What is typed, against what a reader expects: a table on the corpus that ships.

The answer is an id (`reversed` after it where the question is put the other way round), several
ids with `|` for an ambiguous name, `-` for nothing, or `? id` for a suspected reversal, which is
told as the nearest name and not taken.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from policycmp.alignment.lookup import find_name, list_names
from policycmp.alignment.resolve import resolve_names
from policycmp.errors import UsageError
from policycmp.load.corpus import load_corpus
from policycmp.model.names import Kind
from processes import ROOT

CORPUS = load_corpus([str(ROOT / "data" / "positions.yaml")])
KINDS = {"actor": (Kind.ACTOR,), "issue": (Kind.TOPIC, Kind.ISSUE)}
with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
    TABLE = [(row["kind"], row["query"], row["answer"]) for row in csv.DictReader(file)]


def answer(kind, query):
    found = find_name(query, list_names(CORPUS, KINDS[kind]))
    if not found.hits:
        suspected = found.nearest and (found.nearest[0].is_suspected or found.nearest[0].is_reversed)
        return f"? {found.nearest[0].named.id}" if suspected else "-"
    ids = "|".join(sorted(hit.named.id for hit in found.hits))
    return f"{ids} reversed" if all(hit.is_reversed for hit in found.hits) else ids


def refuses(answer):
    return answer.startswith(("-", "?"))


def test_nearly_all_are_right():
    wrong = [(q, answer(kind, q), wanted) for kind, q, wanted in TABLE if not agrees(answer(kind, q), wanted)]
    assert len(TABLE) >= 100
    assert len(wrong) <= 0.03 * len(TABLE), wrong


def test_no_wrong_thing_is_taken():
    taken = [(q, answer(kind, q), wanted) for kind, q, wanted in TABLE if not refuses(answer(kind, q))]
    assert [row for row in taken if row[1] != row[2]] == []


def agrees(found, wanted):
    return found == wanted or (wanted == "-" and refuses(found))


@pytest.mark.parametrize("query", [query for _, query, wanted in TABLE if wanted.startswith("?")])
def test_no_negation_is_taken_for_its_affirmation(query):
    with pytest.raises(UsageError, match="nearest"):
        resolve_names(CORPUS, [query], KINDS["issue"])


def test_a_name_of_another_kind_says_which_option_takes_it():
    with pytest.raises(UsageError, match="araud is an actor: use --actor araud"):
        resolve_names(CORPUS, ["araud"], KINDS["issue"])


def test_every_hit_says_why():
    (hit,) = find_name("nato enlargment", list_names(CORPUS, [Kind.ISSUE])).hits
    assert hit.why == 'nato enlargment ~ "NATO enlargement" (alias of nato-open-door): 1 letter'


def test_the_order_of_things_changes_nothing():
    things = list_names(CORPUS)
    for _, query, _ in TABLE[::7]:
        forwards, backwards = find_name(query, things), find_name(query, things[::-1])
        assert {h.named.id for h in forwards.hits} == {h.named.id for h in backwards.hits}
