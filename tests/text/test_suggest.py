from __future__ import annotations

import pytest

from policycmp.corpusfile.codes.catalogue import explain_code
from policycmp.errors import UsageError
from policycmp.render.format import FORMATS
from policycmp.text.suggest import CHOICES, describe_choice, find_nearest, suggest

KNOWN = ["city-block", "co-occurrence", "euclidean", "same-side"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("city-blok", "city-block"),
        ("City_Block", "city-block"),
        ("EUCLIDAEN", "euclidean"),
        ("samesied", "same-side"),
        ("city", None),  # far too short for it
        ("zebra", None),
        ("", None),
    ],
)
def test_nearest(word: str, near: str | None) -> None:
    assert find_nearest(word, KNOWN) == near


def test_of_equally_near_ones_the_first() -> None:
    assert find_nearest("bat", ["cat", "hat"]) == "cat"
    assert find_nearest("bat", ["hat", "cat"]) == "hat"


def test_an_endless_word_is_compared_by_its_beginning() -> None:
    assert find_nearest("x" * 10_000_000, KNOWN) is None
    assert find_nearest("a" * 60 + "b" * 10_000_000, ["a" * 60]) == "a" * 60


def test_remedies() -> None:
    assert suggest("stanc", ["stance", "source"]) == "did you mean 'stance'?"
    assert suggest("zebra", ["stance", "source"]) == "known are: stance, source"
    assert suggest("zebra", [f"key{n}" for n in range(10)]).endswith("key6, key7 and 2 more")
    assert suggest("zebra", []) == "look for a slip"


def test_a_wrong_choice_reads_the_same_everywhere() -> None:
    assert "; ".join(describe_choice("metric", "city-blok", KNOWN)) == (
        "no metric named 'city-blok'; did you mean 'city-block'? "
        "It is one of city-block, co-occurrence, euclidean, same-side"
    )
    assert describe_choice("metric", "zebra", KNOWN)[1].startswith("it is one of city-block, ")
    with pytest.raises(UsageError) as of_slot:
        FORMATS.load("markdwon")
    assert of_slot.value.args == describe_choice("format", "markdwon", FORMATS.names())[:1]
    assert of_slot.value.hint == describe_choice("format", "markdwon", FORMATS.names())[1]
    with pytest.raises(UsageError, match="no fault code named 'E10'") as of_code:
        explain_code("E10")
    assert (of_code.value.hint or "").startswith("did you mean 'E101'? It is one of E101, ")


def test_nothing_of_a_value_steers_a_terminal() -> None:
    message, hint = describe_choice("metric", "\x1b[2J" + "x" * 1_000, [str(n) for n in range(CHOICES + 1)])
    assert "\x1b" not in message
    assert len(message) < 100
    assert hint.endswith("39 and 1 more")
