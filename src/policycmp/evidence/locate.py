"""One piece of evidence held against one text: exactly first, then by what comes closest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.evidence.exact_matches import find_quote, find_ranges, make_phrase
from policycmp.evidence.folding import fold_words, sum_words
from policycmp.model.passages import Span
from policycmp.model.verification import Located, Outcome
from policycmp.record import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policycmp.evidence.layout import Layout
    from policycmp.model.source import Evidence

    Search = Callable[[Span | None], list[Span]]

WORST_LAST = (Outcome.FOUND, Outcome.MOVED, Outcome.AMBIGUOUS, Outcome.ALTERED, Outcome.MISSING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folded words that were not found as they are, and where they should be."""

    phrases: tuple[str, ...]
    """A quotation in its context, or the two ends of a range."""
    place: Span | None


def locate_evidence(layout: Layout, evidence: Evidence, *, is_same: bool = True) -> Located | Wanted:
    """Where the passage stands; or what to look for, where its words do not stand in the text.

    `is_same` is false for a text known to be another than the one that was coded: offsets alone
    then prove nothing. Several selectors must lead to the same place. A passage whose words have
    another checksum than the evidence is altered, wherever it stands.
    """
    located = _locate_selectors(layout, evidence, is_same=is_same)
    if isinstance(located, Wanted) or not evidence.checksum or located.span is None:
        return located
    words = layout.text[located.span.start : located.span.end]
    if located.outcome is Outcome.AMBIGUOUS or sum_words(words) == evidence.checksum:
        return located
    detail = "the words between the first and the last have changed"
    return Located(outcome=Outcome.ALTERED, span=located.span, detail=detail)


def _locate_selectors(layout: Layout, evidence: Evidence, *, is_same: bool) -> Located | Wanted:
    place = find_place(layout, evidence)
    located = []
    for search, words in _list_searches(layout, evidence):
        settled = _settle(layout, evidence, place, search)
        if settled is None:
            return Wanted(tuple(fold_words(part) for part in words), place)
        located.append(settled)
    if not located:
        return _locate_offsets(layout, evidence, place, is_same=is_same)
    if len(located) == 2 and not _overlap(located[0].span, located[1].span):
        return Located(
            outcome=Outcome.AMBIGUOUS, detail="the quotation and the range stand in different places"
        )
    return max(located, key=lambda one: WORST_LAST.index(one.outcome))


def find_place(layout: Layout, evidence: Evidence) -> Span | None:
    """The part of the text that paragraph, page and section leave; None where none is named.

    A place that the text does not have is an empty one.
    """
    places = []
    if evidence.paragraph is not None and layout.source.has_paragraphs:
        known = evidence.paragraph <= len(layout.paragraphs)
        places.append(layout.paragraphs[evidence.paragraph - 1] if known else Span(0, 0))
    if evidence.page and len(layout.pages) > 1:
        places.append(layout.find_page(evidence.page) or Span(0, 0))
    if evidence.section:
        places.append(layout.find_section(evidence.section) or Span(0, 0))
    if not places:
        return None
    start, end = max(place.start for place in places), min(place.end for place in places)
    return Span(start, max(start, end))


def tell_place(layout: Layout, located: Located) -> Located:
    """The same with the paragraph and the page of its span."""
    if located.span is None:
        return located
    start = located.span.start
    return replace(located, paragraph=layout.paragraph_at(start), page=layout.page_at(start))


def _list_searches(layout: Layout, evidence: Evidence) -> Iterator[tuple[Search, tuple[str, ...]]]:
    """How to look for each selector that has words, with these words."""
    if evidence.quote:
        quote, context = make_phrase(evidence.quote), (evidence.prefix or "", evidence.suffix or "")
        whole = f"{context[0]} {evidence.quote} {context[1]}"
        yield (lambda within: find_quote(layout, quote, context, within)), (whole,)
    if evidence.first and evidence.last:
        first, last = make_phrase(evidence.first), make_phrase(evidence.last)
        ends = (evidence.first, evidence.last)
        yield (lambda within: find_ranges(layout, first, last, within)), ends


def _settle(layout: Layout, evidence: Evidence, place: Span | None, search: Search) -> Located | None:
    """What a search for words comes to; None where the words do not occur at all."""
    there = search(place)
    at_offsets = [span for span in there if _stands_at(layout, evidence, span)]
    if at_offsets or (len(there) == 1 and evidence.start is None):
        return Located(outcome=Outcome.FOUND, span=(at_offsets or there)[0])
    anywhere = there or (search(None) if place else [])
    if not anywhere:
        return None
    begun = [span for span in anywhere if place and place.start <= span.start < place.end]
    if len(begun) == 1 and evidence.start is None:
        return Located(outcome=Outcome.FOUND, span=begun[0])
    if len(anywhere) > 1:
        where = "there" if there and place else "in the text"
        detail = f"the words occur more than once {where}"
        return Located(outcome=Outcome.AMBIGUOUS, span=anywhere[0], detail=detail)
    return _move(layout, evidence, anywhere[0])


def _stands_at(layout: Layout, evidence: Evidence, span: Span) -> bool:
    if evidence.start is None or evidence.end is None:
        return False
    if span.end - span.start > evidence.end - evidence.start or evidence.start > span.start:
        return False
    around = layout.text[evidence.start : span.start] + layout.text[span.end : evidence.end]
    return span.end <= evidence.end and len(around) < 100 and not around.strip()


def _move(layout: Layout, evidence: Evidence, span: Span) -> Located:
    """A moved passage, with what would put its anchor right."""
    paragraph, page = layout.paragraph_at(span.start), layout.page_at(span.start)
    amendments: list[tuple[str, int]] = []
    if evidence.paragraph is not None and paragraph not in (None, evidence.paragraph):
        amendments.append(("paragraph", paragraph or 0))
    if evidence.page and page is not None and str(page) != evidence.page:
        amendments.append(("page", page))
    if evidence.start is not None:
        amendments += [("start", span.start), ("end", span.end)]
    section = f"not in section {evidence.section!r}" if evidence.section and not amendments else None
    return Located(outcome=Outcome.MOVED, span=span, amendments=tuple(amendments), detail=section)


def _locate_offsets(layout: Layout, evidence: Evidence, place: Span | None, *, is_same: bool) -> Located:
    """What evidence without words comes to."""
    if evidence.start is not None and evidence.end is not None:
        span = Span(evidence.start, evidence.end)
        if not is_same:
            detail = "offsets alone prove nothing in a text other than the one that was coded"
            return Located(outcome=Outcome.MISSING, detail=detail)
        if not layout.text[span.start : span.end].strip() or span.end > len(layout.text):
            detail = f"the offsets lead out of the text of {len(layout.text)} characters"
            return Located(outcome=Outcome.MISSING, detail=detail)
        if place and not _overlap(place, span):
            return _move(layout, evidence, span)
        return Located(outcome=Outcome.FOUND, span=span)
    if place is None:
        return Located(outcome=Outcome.MISSING, detail="no words or offsets to look for")
    if place.start == place.end:
        return Located(outcome=Outcome.MISSING, detail="the text has no such place")
    return Located(outcome=Outcome.FOUND, span=place, detail="a place only, without words to hold to it")


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is None or other is None or (one.start < other.end and other.start < one.end)
