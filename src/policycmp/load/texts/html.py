"""The text of an HTML page, as a reader sees it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from policycmp.model.passages import Heading

_HIDDEN = frozenset({"script", "style", "template", "noscript", "title", "svg", "math", "select"})
_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "area", "base"})
_HEADING = re.compile(r"h([1-6])")


def read_html(source: str) -> tuple[str, tuple[Heading, ...]]:
    """The words of the page, blocks separated by blank lines, and where the headings are.

    Scripts, styles and what else is not shown are left out.
    """
    page = _Page()
    page.feed(source)
    page.close()
    page.end_block()
    return "\n\n".join(page.blocks) + "\n", tuple(page.headings)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.headings: list[Heading] = []
        self._parts: list[str] = []
        self._length = 0
        self._level = 0
        self._hidden: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if self._hidden:
            self._depth += tag == self._hidden
        elif tag in _HIDDEN:
            self._hidden, self._depth = tag, 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag not in _INLINE:
            self.end_block()
            heading = _HEADING.fullmatch(tag)
            self._level = int(heading[1]) if heading else 0

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth:
                self._hidden = None
        elif tag not in _INLINE:
            self.end_block()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """Pass over `<![…>` as browsers do; the standard library raises AssertionError at odd ones."""
        return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data.replace("\n", " "))

    def end_block(self) -> None:
        """Close the paragraph that is being read."""
        lines = "".join(self._parts).split("\n")
        text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        self._parts = []
        if not text:
            return
        if self._level:
            self.headings.append(Heading(start=self._length, level=self._level))
            self._level = 0
        self.blocks.append(text)
        self._length += len(text) + 2
