"""Text made fit to print: nothing in it steers a terminal, and ASCII where there is no more."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from policycmp.model.report import Deferred
from policycmp.record import replace
from policycmp.text.unsafe import SEPARATORS, show_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycmp.model.report import Column, Entry, Section, Sign, Table

_BREAKS = re.compile(f"\r\n?|[\n{SEPARATORS}]")
_MARKS = re.compile(r"(?<![\d\s])°|^°$")
"""The degree sign where it is a mark on a word, and no unit."""
_BLANKS = re.compile("[ \t\n]+")

_ASCII = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "─": "-",
        "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "·": ".", "•": "*", "…": "...", "×": "x", "÷": "/", "±": "+/-", "≠": "!=", "≤": "<=", "≥": ">=",
        "≈": "~", "→": "->", "←": "<-", "↔": "<->", "✓": "v", "✗": "x", "¶": "par. ", "§": "sec. ",
        "†": "^", "°": " deg", "€": "EUR", "£": "GBP", "│": "|", "○": "o", "●": "*",
        "├": "|", "└": "`", "┐": "+", "Σ": "sum", "√": "sqrt",
        "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d",
    }
)  # fmt: skip


def clean_text(text: str, *, unicode: bool = True) -> str:
    """The text on one line, its blanks single, without control or direction-changing characters.

    With `unicode` false it is ASCII: letters lose their accents, and what has no likeness in
    ASCII becomes `?`.
    """
    if text.isascii() and text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text
    return _clean_unusual(text, unicode=unicode)


@lru_cache(maxsize=1 << 12)  # the cells of a table say the same few things
def _clean_unusual(text: str, *, unicode: bool) -> str:
    text = show_unsafe(_BLANKS.sub(" ", _BREAKS.sub(" ", text)).strip(" "))
    return text if unicode else transliterate(text)


def split_lines(text: str) -> list[str]:
    """The text's lines, by any kind of line end."""
    return _BREAKS.split(text)


def transliterate(text: str) -> str:
    """The nearest ASCII."""
    if text.isascii():
        return text
    text = _MARKS.sub("^", text)
    letters = unicodedata.normalize("NFKD", text.translate(_ASCII)).translate(_ASCII)
    return "".join(
        letter if letter.isascii() else "?" for letter in letters if not unicodedata.combining(letter)
    )


def clean_table(table: Table, *, unicode: bool) -> Table:
    """The table with every text in it cleaned."""

    def clean(text: str) -> str:
        return clean_text(text, unicode=unicode)

    def clean_column(column: Column) -> Column:
        return replace(column, title=clean(column.title), short=column.short and clean(column.short))

    def clean_entry(entry: Entry) -> Entry:
        text, sign = clean(entry.text), entry.sign and clean(entry.sign)
        if not entry.details and not entry.items and text == entry.text and sign == entry.sign:
            return entry
        details = tuple(clean(line) for detail in entry.details for line in split_lines(detail))
        items = tuple(clean_entry(item) for item in entry.items)
        return replace(entry, text=text, sign=sign, details=details, items=items)

    def clean_section(section: Section) -> Section:
        rows = tuple(tuple([clean_entry(entry) for entry in row]) for row in section.rows)
        return replace(section, title=clean(section.title), rows=rows)

    return replace(
        table,
        title=clean(table.title),
        unit=clean(table.unit),
        columns=tuple(clean_column(column) for column in table.columns),
        sections=tuple(clean_section(section) for section in table.sections),
        instead=Deferred(lambda: (clean_table(other, unicode=unicode) for other in table.instead)),
        legend=clean_legend(table.legend, unicode=unicode),
    )


def clean_legend(legend: Iterable[Sign], *, unicode: bool) -> tuple[Sign, ...]:
    """The legend with every text in it cleaned."""
    return tuple(
        replace(
            sign,
            sign=clean_text(sign.sign, unicode=unicode),
            meaning=clean_text(sign.meaning, unicode=unicode),
        )
        for sign in legend
    )
