"""Text made fit to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.render.sanitize import clean_text, transliterate


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\nb\r\nc\rd\te", "a b c d e"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u061cb", "a<U+061C>b"),
        ("a\u2028b", "a b"),
        ("a\ud800b", "a<U+D800>b"),
        (" a  b ", "a b"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_cleaning(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text())
def test_nothing_steers(text: str) -> None:
    clean = clean_text(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in clean)
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    assert clean_text(text, unicode=False).isascii()


@pytest.mark.parametrize(
    ("text", "ascii_text"),
    [
        ("− – · … “x” ≠", '- - . ... "x" !='),
        ("Ångström, Łódź, straße", "Angstrom, Lodz, strasse"),
        ("日本", "??"),
    ],
)
def test_transliteration(text: str, ascii_text: str) -> None:
    assert transliterate(text) == ascii_text
