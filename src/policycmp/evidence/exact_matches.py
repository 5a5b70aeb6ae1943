"""Where words occur in a text, exactly but for typography."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from policycmp.evidence.folding import FoldedText, agrees_on_hyphens, fold_words
from policycmp.model.passages import Span
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.evidence.layout import Layout

ENOUGH = 8
"""So many occurrences are looked at; two already make a passage ambiguous."""
TRIES = 1_000
"""So many near misses (inside words, other hyphens) are passed over before a search gives up."""
LONGEST_RANGE = 20_000
"""Characters a range may reach beyond its paragraph, where it has no end in it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, and the same folded."""

    words: str
    folded: str


def make_phrase(words: str) -> Phrase:
    """The words, ready to be looked for."""
    return Phrase(words, fold_words(words))


def find_words(layout: Layout, phrase: Phrase, within: Span | None = None) -> Iterator[Span]:
    """Where the whole words stand, in order, at most `ENOUGH` times."""
    return islice(_find_words(layout, phrase, within), ENOUGH)


def find_quote(layout: Layout, quote: Phrase, context: tuple[str, str], within: Span | None) -> list[Span]:
    """Where the quotation stands between what comes before and after it, as far as that is given."""
    if quote.folded and any(words.strip() for words in context):
        return list(islice(_find_in_context(layout, quote, context, within), ENOUGH))
    return list(find_words(layout, quote, within))


def find_ranges(layout: Layout, first: Phrase, last: Phrase, within: Span | None = None) -> list[Span]:
    """Every stretch from the first words to the last.

    Both ends stand in one paragraph; only where none holds both, the last words may come later,
    the nearest counting.
    """
    starts = list(find_words(layout, first, within))
    whole = within or Span(0, len(layout.text))
    near = [span for start in starts for span in _close_range(layout, start, last, whole)]
    if near:
        return near
    far = []
    for start in starts:
        reach = Span(start.end, min(whole.end, start.end + LONGEST_RANGE))
        far += [Span(start.start, end.end) for end in islice(find_words(layout, last, reach), 1)]
    return far


def _close_range(layout: Layout, start: Span, last: Phrase, whole: Span) -> Iterator[Span]:
    number = layout.paragraph_at(start.start)
    if number is None:
        return
    end = min(layout.paragraphs[number - 1].end, whole.end)
    for close in find_words(layout, last, Span(start.end, end)):
        yield Span(start.start, close.end)


def _find_words(layout: Layout, phrase: Phrase, within: Span | None) -> Iterator[Span]:
    if not phrase.folded:
        return
    folded = layout.folded
    place, end = 0, len(folded.text)
    if within:
        place, end = folded.find_folded(within.start), folded.find_folded(within.end)
    for _ in range(TRIES):
        place = folded.text.find(phrase.folded, place, end)
        if place < 0:
            return
        span = Span(folded.find_original(place), folded.find_original(place + len(phrase.folded) - 1) + 1)
        if _is_exact(layout, span, phrase):
            yield span
            place += len(phrase.folded)
        else:
            place += 1


def _find_in_context(
    layout: Layout, quote: Phrase, context: tuple[str, str], within: Span | None
) -> Iterator[Span]:
    """Searches for the words and their context at once, so that frequent words cost no more."""
    seen: set[Span] = set()
    for before, after in product({context[0], f"{context[0]} "}, {context[1], f" {context[1]}"}):
        joined = FoldedText(before + quote.words + after)
        blank = len(joined.text) - len(joined.text.lstrip())
        start = joined.find_folded(len(before)) - blank
        end = joined.find_folded(len(before) + len(quote.words) - 1) + 1 - blank
        for place in islice(_find_all(layout.folded.text, joined.text.strip()), ENOUGH):
            span = Span(
                layout.folded.find_original(place + start), layout.folded.find_original(place + end - 1) + 1
            )
            inside = within is None or (within.start <= span.start and span.end <= within.end)
            if span not in seen and inside and _is_exact(layout, span, quote):
                seen.add(span)
                yield span


def _find_all(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + len(words))


def _is_exact(layout: Layout, span: Span, phrase: Phrase) -> bool:
    return _is_whole(layout.text, span) and agrees_on_hyphens(
        layout.text[span.start : span.end], phrase.words
    )


def _is_whole(text: str, span: Span) -> bool:
    """Whether the span neither starts nor ends inside a word."""
    return not (
        (span.start > 0 and _is_letter(text[span.start - 1]) and _is_letter(text[span.start]))
        or (span.end < len(text) and _is_letter(text[span.end - 1]) and _is_letter(text[span.end]))
    )


def _is_letter(character: str) -> bool:
    """Whether it belongs to a word; the raised figure of a footnote does not."""
    return character.isalpha() or character.isdecimal() or character == "\u00ad"
