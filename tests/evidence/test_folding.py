from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.evidence.folding import FoldedText, agrees_on_hyphens, fold_words, join_lines
from steps import count_lines

SAME = [
    ("a  b\n c", "a b c"),
    ("“quoted” and ‘so’", "\"quoted\" and 'so'"),
    ("``quoted''", '"quoted"'),
    ("one — two", "one -- two"),
    ("one—two", "one - two"),
    ("ﬁnal oﬀer", "final offer"),
    ("ne\u00adgo\u00ad\n  tiate", "negotiate"),
    ("negoti-\nate", "negotiate"),
    ("open-\n  door", "open-door"),
    ("pre-\nand post-war", "pre- and post-war"),
    ("2019–2022", "2019-2022"),
    ("cafe\u0301", "café"),
    ("wait…", "wait..."),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("no\u00a0break", "no break"),
]
OTHER = [
    ("shall", "shall not"),
    ("re-sign", "resign"),
    ("NATO", "nato"),
    ("can", "cannot"),
    ("a, b", "a b"),
    ("resumé", "resume"),
]


def _is_same(one: str, other: str) -> bool:
    return fold_words(one) == fold_words(other) and agrees_on_hyphens(one, other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typesetting_makes_no_difference(one, other):
    assert _is_same(one, other)
    assert _is_same(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_words_do(one, other):
    assert not _is_same(one, other)


ALPHABET = st.text(st.sampled_from("ab N  \n\t\f-–—…'“”ﬁ\u00ad\u200b\u0301é😀."), max_size=60)


@given(ALPHABET)
def test_every_folded_character_comes_from_where_it_leads_to(text):
    folded = FoldedText(text)
    places = [folded.find_original(n) for n in range(len(folded.text))]
    assert places == sorted(places)
    for n, place in enumerate(places):
        assert 0 <= place < len(text)
        if folded.text[n] in "abN":
            assert text[place] == folded.text[n]
            assert folded.find_folded(place) == n


@given(ALPHABET)
def test_folding_twice_changes_nothing(text):
    once = fold_words(text)
    assert fold_words(once) in (once, fold_words(once.replace("''", '"')))


def test_lines_are_joined_for_showing():
    assert join_lines("an open-\n door  po\u00ad\nlicy\n\nholds") == "an open-door policy holds"


@pytest.mark.parametrize(
    "piece",
    [" ", " \n", "-", "a-", "a\u0301", "\u0301", "—", "- ", "a\u00ad", "\u00ad \n", "-\n", "''", "a\n\n"],
)
def test_no_text_makes_folding_quadratic(piece):
    text = piece * (40_000 // len(piece))
    assert count_lines(lambda: FoldedText(text), 30 * len(text))
