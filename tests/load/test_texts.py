"""The texts of sources, whatever format they are in."""

from __future__ import annotations

import builtins
import encodings.aliases
import hashlib

import pytest

from pdfs import make_pdf
from policycmp.errors import UnreadableError, UsageError
from policycmp.evidence.layout import Layout
from policycmp.evidence.locate import locate_evidence
from policycmp.load.texts.source_texts import Texts, read_text
from policycmp.model.source import Evidence, Source
from policycmp.model.verification import Outcome

HTML = """<!doctype html><html><head><title>Not shown</title><style>p { color: red }</style>
<script>var x = "<p>never</p>";</script><body>
<h1>The  lane</h1><p>The mayor &ldquo;must get&rdquo; her <b>bus</b> la<wbr>ne
 now.<p>Second<br>line &amp; more<ul><li>One<li>Two</ul><h2>Costs</h2><div>Dear.</div></html>"""
MARKDOWN = """# The lane

The *mayor* “must get” her
[bus lane](https://example.org) now.

- One
- Two

| a | b |
|---|---|
| c | d |

## Costs

Dear.
"""


def _write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_plain_text_has_one_kind_of_line_end_and_a_digest_of_its_bytes(tmp_path):
    data = "\ufeffOne\r\ntwo\rthree".encode()
    text = read_text(_write(tmp_path, "paper.txt", data))
    assert (text.source, text.name, text.text) == ("paper", "paper.txt", "One\ntwo\nthree")
    assert text.digest == "sha256:" + hashlib.sha256(data).hexdigest()
    assert read_text(_write(tmp_path, "u.txt", "naïve".encode("utf-16"))).text == "naïve"


def test_html_shows_what_a_reader_sees(tmp_path):
    text = read_text(_write(tmp_path, "paper.html", HTML))
    assert text.text.split("\n\n") == [
        "The lane",
        "The mayor “must get” her bus lane now.",
        "Second\nline & more",
        "One",
        "Two",
        "Costs",
        "Dear.\n",
    ]
    assert [text.text[h.start :].split("\n")[0] for h in text.headings] == ["The lane", "Costs"]
    located = locate_evidence(Layout(text), Evidence(section="Costs", quote="Dear."))
    assert located.outcome is Outcome.FOUND


def test_html_in_the_charset_it_declares(tmp_path):
    page = '<meta charset="iso-8859-1"><p>caf\xe9</p>'.encode("latin-1")
    assert read_text(_write(tmp_path, "a.html", page)).text == "café\n"


def test_a_page_that_never_ends_is_read(tmp_path):
    page = "<div>" * 50_000 + "<p>words" + "<!--" * 1_000
    assert "words" in read_text(_write(tmp_path, "a.html", page)).text


def test_markdown_without_its_marks(tmp_path):
    text = read_text(_write(tmp_path, "paper.md", MARKDOWN))
    blocks = text.text.split("\n\n")
    assert blocks[:4] == ["The lane", "The mayor “must get” her\nbus lane now.", "One", "Two"]
    assert blocks[-2:] == ["Costs", "Dear.\n"]
    assert [(text.text[h.start :].split("\n")[0], h.level) for h in text.headings] == [
        ("The lane", 1),
        ("Costs", 2),
    ]


def test_pdf_by_pages_with_words_broken_at_the_end_of_a_line(tmp_path):
    pytest.importorskip("pypdf")
    data = make_pdf(["The mayor must negoti-", "ate the well-", "known lane."], ["On another page (two)."])
    text = read_text(_write(tmp_path, "paper.pdf", data))
    assert text.text.count("\f") == 1
    layout = Layout(text)
    for evidence in (
        Evidence(quote="must negotiate the well-known lane."),
        Evidence(page="2", quote="On another page (two)."),
        Evidence(paragraph=9, first="The mayor must", last="well-known lane."),
    ):
        assert locate_evidence(layout, evidence).outcome is Outcome.FOUND
    assert locate_evidence(layout, Evidence(page="1", quote="On another page")).outcome is Outcome.MOVED


def test_a_broken_pdf_is_unreadable(tmp_path):
    pytest.importorskip("pypdf")
    whole = make_pdf(["Words"])
    for data in (b"%PDF-1.4 nothing", whole[:100], make_pdf([])):
        with pytest.raises(UnreadableError):
            read_text(_write(tmp_path, "x.pdf", data))


def test_a_missing_extra_is_named(tmp_path, monkeypatch):
    real = builtins.__import__

    def refuse(name, *more):
        if name == "pypdf":
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError) as caught:
        read_text(_write(tmp_path, "x.pdf", b"%PDF-1.4"))
    assert "policycmp[pdf]" in caught.value.hint


def test_texts_are_found_by_the_id_of_their_source(tmp_path):
    _write(tmp_path, "paper.md", "From Markdown")
    _write(tmp_path, "paper.txt", "From text")
    _write(tmp_path, "blog.html", "<p>From HTML")
    _write(tmp_path, "leaflet.txt", b"\xff\x00\xfa")
    texts = Texts([str(tmp_path)])
    found = {key: texts.find(Source(id=key, title=key)) for key in ("paper", "blog", "leaflet", "none")}
    assert found["paper"].text == "From text"
    assert found["blog"].text == "From HTML\n"
    assert found["leaflet"] is None
    assert found["none"] is None
    assert len(texts.problems) == 1
    assert "leaflet.txt" in texts.problems[0]


def test_a_single_file_is_the_text_of_the_source_it_is_named_after(tmp_path):
    name = _write(tmp_path, "paper.txt", "Words")
    assert Texts([name]).find(Source(id="paper", title="P")).text == "Words"
    with pytest.raises(UnreadableError, match="no such folder"):
        Texts([str(tmp_path / "nowhere")])


ODD_PAGES = (
    "<![STYLE[x]]>",
    "<![if !IE]>a<![endif]>",
    "<![CDATA[x]]>",
    "<![",
    "<![x",
    "<!>",
    "<!-",
    "<!doctype [",
    "<!DOCTYPE html [<!ENTITY a 'b'>]>",
    "<?",
    "<?php",
    "</",
    "</ x",
    "&#xFFFFFFFF;&#0;&#xD800;&#128;",
    "<a b='",
    "<script>",
    "<svg><![CDATA[",
    "<" * 3_000,
    "<b>" * 3_000,
    "</b>" * 3_000,
)


@pytest.mark.parametrize("odd", ODD_PAGES, ids=lambda text: text[:12])
@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_one_odd_page_stops_no_run(odd, suffix, tmp_path):
    (tmp_path / f"odd{suffix}").write_text(f"Before.\n\n{odd}\n\nAfter.", encoding="utf-8")
    (tmp_path / "good.txt").write_text("Good.", encoding="utf-8")
    texts = Texts([str(tmp_path)])
    found = texts.find(Source(id="odd", title="Odd"))
    assert found is None or "Before." in found.text
    assert (found is None) == bool(texts.problems)
    assert texts.find(Source(id="good", title="Good")).text == "Good."


@pytest.mark.parametrize(
    "name", sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "undefined", "idna"})
)
def test_whatever_charset_a_page_declares_it_is_read_or_told(name, tmp_path):
    """Every codec that Python knows, among them such as are for no text, or turn it into other text."""
    page = b"<meta charset=" + name.encode() + b"><p>C\\x41 \\u0041 +AGE- caf\xe9 \xff"
    (tmp_path / "odd.html").write_bytes(page)
    texts = Texts([str(tmp_path)])
    found = texts.find(Source(id="odd", title="Odd"))
    assert found is not None or len(texts.problems) == 1
    if found is not None:
        found.text.encode()
        assert "CA" not in found.text
        assert "A caf" not in found.text


def test_what_a_library_stumbles_over_is_told_of_that_page_alone(tmp_path, monkeypatch):
    from policycmp.load.texts import html

    def stumble(text):
        raise AssertionError("\x1b[31m")

    monkeypatch.setattr(html, "read_html", stumble)
    (tmp_path / "odd.html").write_text("<p>x", encoding="utf-8")
    (tmp_path / "good.txt").write_text("Good.", encoding="utf-8")
    texts = Texts([str(tmp_path)])
    assert texts.find(Source(id="odd", title="Odd")) is None
    assert texts.find(Source(id="good", title="Good")) is not None
    assert texts.problems == [f"{tmp_path / 'odd.html'}: this page cannot be read (AssertionError)"]
