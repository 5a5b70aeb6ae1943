from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.text.shorten import QUOTED, cut_end, cut_words, quote_value


@given(st.text(), st.integers(1, 50))
def test_no_more_than_was_asked_for(text: str, most: int) -> None:
    cut = cut_end(text, most)
    assert len(cut) <= most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


@pytest.mark.parametrize(
    ("first", "last", "cut"),
    [(1, 1, "one … four"), (2, 0, "one two …"), (0, 2, "… three four"), (2, 2, "one two three four")],
)
def test_words_at_either_end(first: int, last: int, cut: str) -> None:
    assert cut_words("one two three four", first, last) == cut


def test_a_quoted_value_is_short_and_steers_nothing() -> None:
    assert quote_value("as it is") == "'as it is'"
    assert quote_value(12) == "'12'"
    assert len(quote_value("x" * 1_000)) == QUOTED + 2
    assert quote_value("\x1b[2J\u202e") == r"'\x1b[2J\u202e'"
