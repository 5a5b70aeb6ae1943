"""The texts of sources: plain text, Markdown, HTML, PDF, and those that a corpus file holds itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.corpusfile.inputs import open_input, read_input
from policycmp.corpusfile.reader_choice import find_reader
from policycmp.errors import UnreadableError, find_reason
from policycmp.model.passages import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.passages import Heading
    from policycmp.model.source import Source

SUFFIXES = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "pdf": (".pdf",),
}
"""The formats of texts, with the file name endings they go by: in this order where a source has several."""
_ORDER = [suffix for suffixes in SUFFIXES.values() for suffix in suffixes]
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)

_NO_CHARSETS = ("undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf_7", "utf7")
"""Codecs of Python's that no page on the web is written in: they turn what stands there into other text."""


class Texts:
    """Finds the text of a source, in folders as `ID.txt` and the like, as a file, or in a corpus file that
    holds the texts too, such as a database.

    One text is read when it is asked for, and none is kept. `problems` tells what could not be
    read, a line each.
    """

    def __init__(self, places: Sequence[str]) -> None:
        self.problems: list[str] = []
        self._files: dict[str, Path] = {}
        self._corpora: list[str] = []
        for place in places:
            if holds_texts(place):
                self._corpora.append(place)
                continue
            for path in _list_texts(place):
                self._files.setdefault(path.stem, path)

    def find(self, source: Source) -> SourceText | None:
        """The source's text; None where there is none, or none that can be read."""
        path = self._files.get(source.id)
        if path is None:
            return self._find_in_corpora(source)
        try:
            return read_text(str(path), source.id)
        except UnreadableError as error:
            self.problems.append(error.message)
            return None

    def _find_in_corpora(self, source: Source) -> SourceText | None:
        for path in self._corpora:
            reader = find_reader(path)
            if reader and reader.find_text and (text := reader.find_text(path, read_input(path), source.id)):
                return text
        return None


def holds_texts(path: str) -> bool:
    """Whether a file of this name is a corpus that holds the texts of its sources as well."""
    reader = find_reader(path)
    if reader is None or reader.find_text is None:
        return False
    try:
        return Path(path).is_file()
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path}: {find_reason(error)}") from None


def read_text(name: str, source: str | None = None) -> SourceText:
    """The text in a file, or on standard input for `-`; the source's id is the file's stem where
    none is given.

    Raises UnreadableError for what is no text, UsageError where reading the format needs an
    extra that is not installed.
    """
    given = open_input(name)
    data = given.data
    path = Path("stdin.txt" if name == "-" else name)
    known = source or path.stem
    suffix = path.suffix.lower()
    digest = f"sha256:{given.digest}"
    if suffix in SUFFIXES["pdf"] or data.startswith(b"%PDF-"):
        from policycmp.load.texts.pdf import read_pdf

        text = read_pdf(name, data)
        return SourceText(source=known, name=path.name, text=text, digest=digest, has_paragraphs=False)
    text, headings = _read_marks(name, suffix, decode_text(name, data))
    return SourceText(source=known, name=path.name, text=text, digest=digest, headings=headings)


def _read_marks(name: str, suffix: str, text: str) -> tuple[str, tuple[Heading, ...]]:
    """The words of a text without the marks of its format, and where its headings are."""
    if suffix in SUFFIXES["markdown"]:
        from policycmp.load.texts import markdown

        read = markdown.read_markdown
    elif suffix in SUFFIXES["html"]:
        from policycmp.load.texts import html

        read = html.read_html
    else:
        return text, ()
    try:
        return read(text)
    # Whatever an odd page does to a library's parser, the other texts are read all the same.
    except Exception as error:
        reason = f"{name}: this page cannot be read ({type(error).__name__})"
        raise UnreadableError(reason, "save it as plain text") from None


def decode_text(name: str, data: bytes) -> str:
    """The characters of a text file: UTF-8, UTF-16 with its mark, or what an HTML page declares.

    Raises UnreadableError for anything else.
    """
    declared = _CHARSET.search(data[:4096])
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig"]
    name_in_page = declared[1].decode("ascii").lower().replace("-", "_") if declared else ""
    encodings += [name_in_page] if name_in_page and name_in_page not in _NO_CHARSETS else []
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):  # the declared one may be none, or none for text
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableError(f"{name}: this is not a text in UTF-8", "convert it, or save it as UTF-8")


def _list_texts(place: str) -> Iterator[Path]:
    path = Path(place)
    try:
        is_file = path.is_file()
        inside = sorted(path.iterdir()) if path.is_dir() else ()
        files = [p for p in inside if p.suffix.lower() in _ORDER and p.is_file()]
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{place}: {find_reason(error)}") from None
    if is_file:
        yield path
    elif path.is_dir():
        yield from sorted(files, key=lambda p: _ORDER.index(p.suffix.lower()))
    else:
        raise UnreadableError(f"{place}: there is no such folder or file", "check the path after --texts")
