"""HTML: well-formed, escaped, with links only to web addresses."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from policycmp.model.report import Column, Entry, Footnote, Report, Role, Section, Surface, Table, Tone
from policycmp.render.format import render

VOID = {"meta", "br", "!doctype"}


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        if tag == "td":
            self.cells.append("")
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "td":
            self.cells[-1] += data


def read(text: str, url: str | None = None) -> Reader:
    table = Table(
        columns=(Column(name="k", title=text, role=Role.KEY), Column(name="v", title="v")),
        sections=(
            Section(title=text, rows=((Entry(text=text), Entry(text=text, tone=Tone.FOR, footnotes=(0,))),)),
        ),
    )
    report = Report(
        name="x", title=text, tables=(table,), footnotes=(Footnote(text=text, link_text="s", url=url),)
    )
    reader = Reader()
    reader.feed("".join(render(report, "html", Surface())))
    assert reader.open == []
    return reader


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_text_comes_back(text):
    shown = read(text).cells[0]
    assert shown == text or "<U+" in shown
    if text.isascii():
        assert shown == text


def test_markup_in_data_stays_text():
    assert read('<script>alert("x")</script>&amp;').cells == ['<script>alert("x")</script>&amp;']


def test_only_web_addresses_become_links():
    assert "https://daily.example/a#:~:text=x" in read("t", "https://daily.example/a#:~:text=x").links
    assert read("t", "javascript:alert(1)").links == ["#note-1"]
