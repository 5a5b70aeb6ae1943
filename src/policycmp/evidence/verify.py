"""All passages of a corpus held against the texts of its sources."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policycmp.evidence.exact_matches import LONGEST_RANGE, find_words, make_phrase
from policycmp.evidence.layout import Layout
from policycmp.evidence.locate import Wanted, locate_evidence, tell_place
from policycmp.model.passages import Span
from policycmp.model.source import Evidence
from policycmp.model.verification import Change, Edit, Located, Outcome, Verification
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from policycmp.evidence.near_matches import Likeness, Scan
    from policycmp.model.corpus import Corpus, Position
    from policycmp.model.passages import SourceText
    from policycmp.model.source import Source

NO_TEXT = Located(outcome=Outcome.NO_TEXT)
GONE = Located(outcome=Outcome.MISSING, detail="nothing like these words is in the text")
NEVER_SAME = 99.9
"""What is altered never scores more."""
BARE = Evidence()


def verify_positions(
    corpus: Corpus,
    positions: Sequence[Position],
    find_text: Callable[[Source], SourceText | None],
    *,
    around: int | None = None,
) -> Iterator[Verification]:
    """What becomes of each position's passage, source by source, in the order of the positions.

    One text at a time is held. With `around` every passage that stands comes with so many words
    on either side.
    """
    by_source: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        by_source[position.source].append(position)
    for source_id, own in by_source.items():
        source = corpus.source_by_id[source_id]
        text = find_text(source)
        if text is None:
            yield from (Verification(position=position, located=NO_TEXT) for position in own)
            continue
        layout = Layout(text)
        for position, located in zip(own, locate_all(layout, source, own), strict=True):
            view = around is not None and located.span is not None
            yield Verification(
                position=position,
                located=located,
                passage=layout.view(located.span, around or 0) if view and located.span else None,
                is_other_text=source.digest not in (None, text.digest),
            )


def locate_all(layout: Layout, source: Source, positions: Sequence[Position]) -> list[Located]:
    """Where each position's passage stands in the text."""
    is_same = source.digest in (None, layout.source.digest)
    settled: dict[Evidence, Located] = {}
    lost: dict[Evidence, Wanted] = {}
    for evidence in dict.fromkeys(p.evidence or BARE for p in positions):
        result = locate_evidence(layout, evidence, is_same=is_same)
        if isinstance(result, Wanted):
            lost[evidence] = result
        else:
            settled[evidence] = result
    if lost:
        settled |= _locate_lost(layout, lost)
    return [tell_place(layout, settled[p.evidence or BARE]) for p in positions]


def _locate_lost(layout: Layout, lost: Mapping[Evidence, Wanted]) -> dict[Evidence, Located]:
    from policycmp.evidence.near_matches import Scan  # only words that are gone need it

    scan = Scan(layout, [phrase for wanted in lost.values() for phrase in wanted.phrases])
    return {evidence: _locate_nearest(layout, scan, evidence, wanted) for evidence, wanted in lost.items()}


def _locate_nearest(layout: Layout, scan: Scan, evidence: Evidence, wanted: Wanted) -> Located:
    """What comes closest to words that do not stand in the text as they are."""
    near = [scan.find_nearest(phrase, wanted.place) for phrase in wanted.phrases]
    if len(near) == 1:
        if near[0] is None:
            return GONE
        return Located(
            outcome=Outcome.ALTERED, span=near[0].span, score=near[0].score, changes=near[0].changes
        )
    ends = (evidence.first or "", evidence.last or "")
    return _join_ends([_find_end(layout, *end, wanted.place) for end in zip(ends, near, strict=True)])


@dataclass(frozen=True, slots=True)
class End:
    """What became of the first or the last words of a range."""

    span: Span | None
    score: float
    changes: tuple[Change, ...]


def _find_end(layout: Layout, words: str, near: Likeness | None, place: Span | None) -> End:
    """The words as they are, in their place or nowhere else; else what comes closest."""
    phrase = make_phrase(words)
    there = list(find_words(layout, phrase, place)) or list(find_words(layout, phrase))
    if there and (len(there) == 1 or (place and place.start <= there[0].start < place.end)):
        return End(there[0], 100.0, (Change(edit=Edit.KEPT, words=words),))
    if near:
        return End(near.span, near.score, near.changes)
    return End(None, 0.0, (Change(edit=Edit.REMOVED, words=words),))


def _join_ends(ends: Sequence[End]) -> Located:
    spans = [end.span for end in ends if end.span]
    if not spans:
        return GONE
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    apart = "both ends are there, but not one after the other"
    return Located(
        outcome=Outcome.ALTERED,
        span=whole if whole.end - whole.start <= LONGEST_RANGE else spans[0],
        score=min(round(sum(end.score for end in ends) / len(ends), 1), NEVER_SAME),
        changes=(*ends[0].changes, Change(edit=Edit.KEPT, words="…"), *ends[1].changes),
        detail=apart if all(end.score == 100 for end in ends) else None,
    )
