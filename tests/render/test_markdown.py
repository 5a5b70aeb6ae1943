"""What a Markdown parser reads back from what is written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policycmp.model.report import Column, Entry, Footnote, Report, Role, Section, Table
from policycmp.render.markdown_text import (
    escape_inline,
    escape_lines,
    escape_paragraph,
    join_plain,
    write_link,
)
from report_makers import make_details, make_footnotes, make_matrix, write

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = st.text(
    st.sampled_from("\\|`*_[]()<>~^$&;#+-=.:!@{}1ab \n") | st.sampled_from("é日\u202e\x1b\u00a0"), max_size=12
)
WORDS = st.sampled_from(["https://a.example/b_c?x=1", "&amp;", "<b>", "**", "1. ", "[^1]", "www.a_b.c", "--"])
# The parser shows the escapes of an address decoded, so none has any here.
TEXTS = st.lists(MARKS | WORDS | st.text(max_size=8).map(lambda text: text.replace("%", "")), max_size=4).map(
    "".join
)


def read_inline(token: Token) -> str:
    """The text of inline content; fails for any markup but line breaks and bare addresses."""
    text = ""
    for child in token.children or ():
        if child.type == "html_inline":
            assert child.content == "<br>"
            text += "\n"
        elif child.type in ("link_open", "link_close"):
            assert child.markup == "autolink"
        else:
            assert child.type == "text", child
            text += child.content
    return text


def read_tables(document: str) -> list[list[list[str]]]:
    """The rows of every table, each cell as its text."""
    tables: list[list[list[str]]] = []
    tokens = PARSER.parse(document)
    for number, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif tokens[number - 1].type in ("th_open", "td_open"):
            tables[-1][-1].append(read_inline(token))
    return tables


def show(text: str) -> str:
    """The text as a reader should meet it: blanks single, controls written out."""
    text = re.sub("\r\n?|[\u2028\u2029]", "\n", text)
    lines = [re.sub("[ \t]+", " ", line).strip(" ") for line in text.strip(" \t\n").split("\n")]
    return "\n".join(re.sub(UNPRINTABLE, lambda m: f"<U+{ord(m[0]):04X}>", line) for line in lines).strip()


UNPRINTABLE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def make_table(rows: list[list[str]]) -> Report:
    columns = tuple(Column(name=f"c{n}", title=text) for n, text in enumerate(rows[0]))
    entries = tuple(tuple(Entry(text=text) for text in row) for row in rows[1:])
    return Report(name="any", tables=(Table(columns=columns, sections=(Section(rows=entries),)),))


@given(
    st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(TEXTS, min_size=n, max_size=n), min_size=2, max_size=3)
    )
)
def test_cells_come_back(rows: list[list[str]]) -> None:
    (table,) = read_tables(write(make_table(rows), "markdown"))
    assert [[cell.strip() for cell in row] for row in table] == [[show(text) for text in row] for row in rows]


@given(TEXTS.filter(lambda text: text.strip() and show(text)))
def test_paragraphs_come_back(text: str) -> None:
    tokens = PARSER.parse(f"before\n\n{escape_paragraph(text)}\n")
    assert [token.type for token in tokens[3:]] == ["paragraph_open", "inline", "paragraph_close"]
    assert read_inline(tokens[4]).strip() == " ".join(filter(None, show(text).split("\n")))


@given(TEXTS.filter(lambda text: show(text)))
def test_headings_come_back(text: str) -> None:
    tokens = PARSER.parse(f"## {escape_paragraph(text)}\n")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert read_inline(tokens[1]).strip() == " ".join(filter(None, show(text).split("\n")))


@given(TEXTS, st.text(max_size=20))
def test_links_lead_where_they_should(text: str, path: str) -> None:
    tokens = PARSER.parse(write_link(f"x{text}", f"https://a.example/{path}"))
    children = tokens[1].children or []
    assert [child.type for child in children] == ["link_open", "text", "link_close"]
    assert str(children[0].attrs["href"]).startswith("https://a.example/")


def test_other_addresses_are_no_links() -> None:
    assert write_link("here", "javascript:alert(1)") == "here (javascript:alert(1))"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a_b and _c_", r"a_b and \_c\_"),
        ("https://a.example/x_y.", "<https://a.example/x_y>."),
        ("AT&T &amp; co", "AT&T &amp;amp; co"),
        ("++ / −", "++ / −"),
    ],
)
def test_no_more_is_escaped_than_needed(text: str, escaped: str) -> None:
    assert escape_inline(text) == escaped


def test_footnotes_are_numbered_as_they_appear() -> None:
    document = write(make_footnotes(), "markdown")
    table, *rest = document.split("\n\n")
    assert re.findall(r"\[\^(\d+)\]", table) == ["1", "2", "3", "4"]
    assert [block[:5] for block in rest if block.startswith("[^")] == ["[^1]:", "[^2]:", "[^3]:", "[^4]:"]


def test_the_same_footnote_keeps_its_number() -> None:
    entries = (Entry(text="a", footnotes=(1,)), Entry(text="b", footnotes=(0, 1)))
    table = Table(
        columns=(Column(name="a", title="A"), Column(name="b", title="B")),
        sections=(Section(rows=(entries,)),),
    )
    notes = (Footnote(text="first"), Footnote(text="second"))
    document = write(Report(name="any", tables=(table,), footnotes=notes), "markdown")
    assert "| a[^1] | b[^2][^1] |" in document
    assert document.endswith("[^1]: second\n\n[^2]: first\n")


def test_words_details_sections_and_numbers() -> None:
    (table,) = read_tables(write(replace(make_details(), legend=()), "markdown").replace("**", ""))
    assert table[1][0] == "Streets"
    assert any("\nopposes [reported, The Blog, ¶7]" in cell for row in table for cell in row)
    numbers = Table(
        columns=(Column(name="n", title="N", role=Role.NUMBER),),
        sections=(Section(rows=((Entry(text="1"),),)),),
    )
    assert "\n| ---: |\n" in write(Report(name="any", tables=(numbers,)), "markdown")


def test_signs_are_not_explained_where_words_stand() -> None:
    document = write(make_matrix(), "markdown")
    assert "strongly supports;" not in document
    assert "if … on a condition" in document


def test_an_empty_table_says_so() -> None:
    assert write(make_table([["a"]]), "markdown") == "nothing to show\n\n"


@given(st.lists(st.text(alphabet="ab é_*[]|<&@$:/.- \n\t\u200e\u0301·", max_size=8), min_size=1, max_size=4))
def test_a_row_told_plain_at_a_look_is_the_same_cell_by_cell(texts):
    joined = join_plain(texts, " | ")
    assert joined in (None, " | ".join(map(escape_lines, texts)))


def test_what_is_plain_is_told_at_a_look():
    assert join_plain(["ab", "c d", "é."], " | ") == "ab | c d | é."
    assert join_plain(["ab", "c|d"], " | ") is None


def test_an_ordinary_row_is_told_plain():
    texts = ["Öffnung nach Osten (2019)", "strongly supports / opposes", "−2 · “so”", ""]
    assert join_plain(texts, " | ") == " | ".join(texts)
