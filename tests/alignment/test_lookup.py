"""Names as people type them."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.alignment.lookup import find_name, list_names
from policycmp.alignment.resolve import resolve_names
from policycmp.errors import UsageError
from policycmp.model.names import Closeness, Kind, Named

CORPUS = make_corpus()
THINGS = list_names(CORPUS)


@pytest.mark.parametrize(
    ("query", "wanted", "closeness"),
    [
        ("bus-lane", "bus-lane", Closeness.EXACT),
        ("Bus Lane", "bus-lane", Closeness.EXACT),
        ("lane, bus", "bus-lane", Closeness.EXACT),
        ("BUDGET", "money", Closeness.EXACT),
        ("keep main street for cars", "bus-lane", Closeness.EXACT),
        ("chief", "mayor", Closeness.PART),
        ("park", "parking-fee", Closeness.PART),
        ("bus lnae", "bus-lane", Closeness.NEAR),
        ("Máyör", "mayor", Closeness.EXACT),
    ],
)
def test_one_clear_winner(query, wanted, closeness):
    (hit,) = find_name(query, THINGS).hits
    assert (hit.named.id, hit.closeness) == (wanted, closeness)


def test_several_are_listed_not_guessed():
    assert {hit.named.id for hit in find_name("lane", THINGS).hits} == {"bus-lane", "bike-lane"}
    assert {hit.named.id for hit in find_name("City Hall", THINGS).hits} == {"mayor", "council"}


@pytest.mark.parametrize("query", ["zebra crossing", "", "  ", "—", "\u202e"])
def test_nonsense_is_refused(query):
    assert find_name(query, THINGS).hits == ()


def test_exact_takes_names_but_no_parts_or_typos():
    assert find_name("Bus lane", THINGS, exact=True).hits
    assert not find_name("park", THINGS, exact=True).hits
    assert not find_name("bus lnae", THINGS, exact=True).hits


def test_a_reversed_alias_finds_its_issue_and_says_so():
    resolution = resolve_names(CORPUS, ["keep Main Street for cars"], [Kind.ISSUE])
    assert resolution.issues == ("bus-lane",)
    assert "other way round" in resolution.notes[0]


def test_commas_separate_unless_the_name_has_one():
    assert resolve_names(CORPUS, ["mayor,shops"], [Kind.ACTOR]).actors == ("mayor", "shops")
    assert resolve_names(CORPUS, ["Mayor, The"], [Kind.ACTOR]).actors == ("mayor",)


def test_topics_and_issues_together_are_one_selection():
    resolution = resolve_names(CORPUS, ["money", "bus lane"], [Kind.TOPIC, Kind.ISSUE])
    assert (resolution.issues, resolution.topics) == (("bus-lane", "parking-fee", "fountain"), ())


def test_every_wrong_name_is_told_at_once():
    with pytest.raises(UsageError) as caught:
        resolve_names(CORPUS, ["lane", "bus lain fee"], [Kind.ISSUE])
    assert "'lane' may mean bus-lane (Bus lane) or bike-lane (Bike lane)" in caught.value.message
    assert "no issue is named 'bus lain fee'; nearest: bus-lane" in caught.value.message


def test_a_cue_that_stands_in_a_name_is_none_where_it_is_typed_as_a_part_of_it():
    things = [
        Named(kind=Kind.ISSUE, id="s", title="Pressure", names=("visa bans and asset freezes",)),
        Named(kind=Kind.ISSUE, id="e", title="Enlargement of the council"),
    ]
    assert [hit.named.id for hit in find_name("asset freezes", things).hits] == ["s"]
    assert not find_name("asset freezes", things).hits[0].is_suspected
    assert not find_name("freeze enlargement", things).hits
