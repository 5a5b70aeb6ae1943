"""What two spellings have in common, feature by feature."""

from __future__ import annotations

import pytest

from policycmp.alignment.features import compare_words, measure_all, measure_share
from policycmp.alignment.index import Index
from policycmp.alignment.wording import Wording
from policycmp.alignment.words import abbreviates
from policycmp.model.names import Kind, Named

NAMES = (
    "United Nations Children's Fund",
    "US Agency for International Development",
    "Economic Community of West African States",
    "Organisation of Petroleum Exporting Countries",
    "Protocol 2 to the Geneva Conventions",
    "Weapons for Ukraine",
)
INDEX = Index([Named(kind=Kind.ACTOR, id="", title=name) for name in NAMES])


def weigh(text):
    return INDEX.weigh(Wording(text))


def compare(text, name):
    return measure_all(weigh(text), INDEX)[NAMES.index(name)]


@pytest.mark.parametrize(
    ("short", "name"),
    [("USAID", NAMES[1]), ("ECOWAS", NAMES[2]), ("OPEC", NAMES[3]), ("O.P.E.C.", NAMES[3])],
)
def test_short_forms_are_found_without_a_letter_run_in_common(short, name):
    assert compare(short, name).short_form == 1.0


def test_only_initials_leave_nothing_out():
    assert compare("OPEC", NAMES[3]).replaced == 0.0
    assert compare("USAID", NAMES[1]).replaced > 0.0


def test_a_short_form_inside_a_name_stands_for_its_words():
    assert compare("UN Children's Fund", NAMES[0]).smaller_share == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("letters", "words", "does"),
    [
        ("unfccc", "un framework convention climate change", True),
        ("uncac", "un convention against corruption", True),
        ("nato", "north atlantic council", False),
        ("eu", "economic", False),
    ],
)
def test_acronyms_are_made_of_beginnings(letters, words, does):
    assert abbreviates(letters, words.split()) is does


def test_another_number_and_a_number_too_many_are_told():
    assert compare("Protocol 1 to the Geneva Conventions", NAMES[4]).different_numbers == 1.0
    assert compare("Protocol to the Geneva Conventions", NAMES[4]).number_in_one == 1.0


def test_synonyms_count_in_part():
    share, lacking = measure_share(weigh("arms for Ukraine"), weigh(NAMES[5]))
    assert 0.4 < share < 1.0
    assert lacking == 0.0


def test_words_are_alike_by_letters_and_never_numbers():
    assert compare_words("enlargment", "enlargement") > 0.8
    assert compare_words("house", "mouse") < 0.7
    assert compare_words("2014", "2015") == 0.0
    assert compare_words("vermogen", "vermogenssteuer") > 0.5


@pytest.mark.parametrize(
    ("text", "other", "differs"),
    [
        ("unprovoked aggression", "provoked aggression", True),
        ("lowering taxes", "taxes", True),
        ("ban on exports", "prohibition of exports", False),
        ("no ban on exports", "exports", False),
        ("international trade", "trade", False),
    ],
)
def test_cues_and_prefixes_on_one_side_only_make_a_reversal(text, other, differs):
    assert Wording(text).is_turned(Wording(other)) is differs
    assert Wording(other).is_turned(Wording(text)) is differs


@pytest.mark.parametrize(
    ("text", "other", "differs"),
    [
        ("enlargement was a mistake", "enlargement", True),
        ("case against enlargement", "enlargement", True),
        ("against enlargement", "enlargement", True),
        ("sanctions against Russia", "sanctions on Russia", False),
    ],
)
def test_taking_sides_is_told_from_naming_an_opponent(text, other, differs):
    assert Wording(text).is_turned(Wording(other)) is differs


def test_words_in_capitals_tell_more_than_their_rarity():
    capital, plain = weigh("EU membership"), weigh("eu membership")
    assert capital.weights[0] > plain.weights[0]
    assert weigh("EU MEMBERSHIP").weights == plain.weights
