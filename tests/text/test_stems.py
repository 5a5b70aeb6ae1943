from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.text.fold import fold
from policycmp.text.stems import SHORTEST, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("enlarging", "enlargement"),
        ("lanes", "lane"),
        ("negotiate", "negotiation"),
        ("parking", "parked"),
        ("policies", "policy"),
        ("arming", "arms"),
        ("third", "3"),
        ("iii", "three"),
    ],
)
def test_words_of_one_family_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("use", "us"), ("nation", "native")])
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text())
def test_a_stem_is_the_beginning_of_its_word_unless_it_is_a_numeral_or_a_plural(text: str) -> None:
    for word in fold(text).split():
        short = stem(word)
        assert short
        assert word.startswith(short.removesuffix("y")) or short.isdigit()
        assert len(short) >= min(len(word), SHORTEST - 1) or short.isdigit()
