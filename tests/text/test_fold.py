from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.text.fold import fold, make_slug
from policycmp.text.unsafe import INVISIBLE


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The  NATO-Russia Act ", "the nato russia act"),
        ("Müller & Söhne", "muller and sohne"),
        ("don't — DON\u2019T", "dont dont"),
        ("Straße, Łódź, İzmir", "strasse lodz izmir"),
        ("snake_case", "snake case"),
        ("Klima\u00adschutz", "klimaschutz"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("ﬁnance", "finance"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("…", ""),
        ("𝔄𝔄", "aa"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_settles_and_leaves_words(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert folded == folded.casefold()
    assert fold(folded) == folded


@pytest.mark.parametrize("character", re.findall(f"[{INVISIBLE}]", "".join(map(chr, range(0x10000)))))
def test_what_is_invisible_parts_no_words(character: str) -> None:
    assert fold(f"Brid{character}ge") == "bridge"


@given(st.text())
def test_a_slug_is_an_id(text: str) -> None:
    slug = make_slug(text, "thing", 20)
    assert 0 < len(slug) <= 20
    assert slug.isascii()
    assert slug == slug.strip("-").lower()


def test_slugs() -> None:
    assert make_slug("Köln: U-Bahn!", "x") == "koln-u-bahn"
    assert make_slug("???", "source") == "source"
