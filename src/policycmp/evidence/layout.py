"""A text by its parts: paragraphs, pages, sections."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from policycmp.evidence.folding import FoldedText, join_lines
from policycmp.model.passages import Passage, Span
from policycmp.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.passages import SourceText

_PARAGRAPH = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
"""Lines that hold more than white space, up to the first that does not."""
_PAGE_NUMBER = re.compile(r"\d{1,6}")


class Layout:
    """Where the parts of a text stand. Built once for all the passages of a source."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.text = source.text

    @cached_property
    def folded(self) -> FoldedText:
        """The text as passages are looked for in it."""
        return FoldedText(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Blocks of lines that blank lines separate."""
        return tuple(Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(self.text))

    @cached_property
    def pages(self) -> tuple[Span, ...]:
        """What form feeds separate; one for a text without any."""
        return tuple(_split(self.text, "\f"))

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that the character at the offset stands in or before."""
        if not self.source.has_paragraphs or not self.paragraphs:
            return None
        return max(bisect_right(self._starts, offset), 1)

    def page_at(self, offset: int) -> int | None:
        """The number of the page; None for a text without pages."""
        if len(self.pages) < 2:
            return None
        return bisect_right(self.pages, offset, key=lambda page: page.start)

    def find_page(self, page: str) -> Span | None:
        """Where the page named by its number stands; None for another name, or without pages."""
        number = _PAGE_NUMBER.fullmatch(page.strip())
        if number is None or len(self.pages) < 2 or not 1 <= int(number[0]) <= len(self.pages):
            return None
        return self.pages[int(number[0]) - 1]

    def find_section(self, title: str) -> Span | None:
        """The part under the heading that reads so: up to the next heading of its level where the
        format marks headings, else to the end; None where nothing reads so."""
        wanted = fold(title)
        for heading, level in self._headings():
            if fold(self.text[heading.start : heading.end]) == wanted:
                following = (
                    h.start for h in self.source.headings if h.start > heading.start and h.level <= level
                )
                return Span(heading.start, next(following, len(self.text)))
        return None

    def view(self, span: Span, around: int = 12) -> Passage:
        """The passage with up to so many words on either side, within its paragraph."""
        number = self.paragraph_at(span.start)
        low, high = 0, len(self.text)
        if number is not None:
            last = self.paragraph_at(span.end - 1) or number
            low, high = self.paragraphs[number - 1].start, self.paragraphs[last - 1].end
        reach = 40 * around
        before = self.text[max(low, span.start - reach) : span.start]
        after = self.text[span.end : min(max(high, span.end), span.end + reach)]
        left, right = join_lines(before).split(), join_lines(after).split()
        return Passage(
            before=" ".join(left[max(0, len(left) - around) :]) + " " * before[-1:].isspace(),
            words=join_lines(self.text[span.start : span.end]),
            after=" " * after[:1].isspace() + " ".join(right[:around]),
            goes_back=len(left) > around or span.start - low > reach,
            goes_on=len(right) > around or high - span.end > reach,
        )

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.paragraphs)

    def _headings(self) -> Iterator[tuple[Span, int]]:
        if not self.source.headings:
            yield from ((span, 1) for span in self.paragraphs if span.end - span.start <= 300)
        for heading in self.source.headings:
            number = self.paragraph_at(heading.start)
            if number is not None:
                yield self.paragraphs[number - 1], heading.level


def _split(text: str, mark: str) -> Iterator[Span]:
    start = 0
    while (end := text.find(mark, start)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, len(text))
