"""Words that come close to those looked for, and what is different about them.

One pass over a text serves all its passages: the pairs of words of every phrase are looked up as
the text goes by, and where several pairs of a phrase keep their distances the words are aligned
(RapidFuzz). Whatever the words, so many places of a pair are kept and so many windows compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from policycmp.evidence.folding import fold_words, join_lines
from policycmp.model.passages import Span
from policycmp.model.verification import Change, Edit
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycmp.evidence.layout import Layout

ALIKE = 70.0
"""Likeness, 0 to 100, from which words count as the same words altered."""
NEVER_SAME = 99.9
"""What is altered never scores more."""
PLACES = 48
"""So many places of a pair of words are kept; a more frequent pair tells little."""
WINDOWS = 4
"""So many places of a phrase are aligned."""
TELLING = 60
"""Words at either end of a phrase by which it is looked for."""
SHORT = 6
"""A phrase of so many words is looked for by its words, not only by pairs of them."""
LONGEST = 600
"""Words of a phrase that are compared; the rest of a longer one is left aside."""
LONGEST_WORD = 80
"""How far the end of a window is moved to the end of a word."""

ROUGH = 15
"""How much less alike a stretch of the same length may be before its ends are moved."""
VARIED = 60
"""How far, in characters, its ends are moved."""
VARIANTS = 10
"""To so many words each."""

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+(?:[-‐‑'’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The words of a text that come closest to those looked for."""

    span: Span
    score: float
    """Above 0 and below 100."""
    changes: tuple[Change, ...]


class Scan:
    """The places in one text where phrases may stand altered."""

    def __init__(self, layout: Layout, phrases: Iterable[str]) -> None:
        self._layout = layout
        self._wanted: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            for key, offset in _list_keys(phrase):
                uses = self._wanted[key]
                if len(uses) < PLACES:
                    uses.append((phrase, offset))
        self._starts = self._find_starts() if self._wanted else {}

    def _find_starts(self) -> dict[str, list[int]]:
        """For each phrase, where it may start in the folded text, most promising first."""
        votes: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        places: dict[str, int] = defaultdict(int)
        before, start = "", 0
        for match in _WORD.finditer(self._layout.folded.text):
            word = match[0]
            for key, place in ((f"{before} {word}", start), (word, match.start())):
                if key in self._wanted and places[key] < PLACES:
                    places[key] += 1
                    for phrase, offset in self._wanted[key]:
                        votes[phrase][(place - offset) // _reach(phrase)].add(offset)
            before, start = word, match.start()
        return {phrase: _rank(phrase, buckets) for phrase, buckets in votes.items()}

    def find_nearest(self, phrase: str, within: Span | None = None) -> Likeness | None:
        """The words most like the folded phrase, in the place given before all others; None where
        nothing is alike enough."""
        folded, reach = self._layout.folded, _reach(phrase)
        size = len(shorten(phrase))
        windows = [(start - reach, start + reach + size + reach) for start in self._starts.get(phrase, ())]
        if within and within.end - within.start <= 20 * size + 4_000:
            windows.insert(0, (folded.find_folded(within.start), folded.find_folded(within.end)))
        found = [
            likeness
            for low, high in windows
            if (likeness := compare_words(self._layout, phrase, _widen(folded.text, low, high)))
        ]
        return max(found, key=lambda likeness: likeness.score, default=None)


def compare_words(layout: Layout, phrase: str, window: Span) -> Likeness | None:
    """The words in a window of the folded text that come closest to the phrase."""
    folded, wanted = layout.folded, shorten(phrase)
    rough = _align_roughly(wanted, folded.text, window)
    if rough is None:
        return None
    score, best = max(
        (
            (fuzz.ratio(wanted, folded.text[span.start : span.end]), span)
            for span in _vary(folded.text, rough)
        ),
        key=lambda pair: (pair[0], -pair[1].end),
    )
    if score < ALIKE:
        return None
    span = Span(folded.find_original(best.start), folded.find_original(best.end - 1) + 1)
    return Likeness(
        span=span,
        score=min(round(score, 1), NEVER_SAME),
        changes=tell_changes(phrase, layout.text[span.start : span.end]),
    )


def _align_roughly(wanted: str, text: str, window: Span) -> Span | None:
    """The stretch of the window, as long as the words wanted, that is most like them."""
    there = text[window.start : window.end]
    if len(there) <= len(wanted):
        return window if there.strip() else None
    found = fuzz.partial_ratio_alignment(wanted, there, score_cutoff=ALIKE - ROUGH)
    if found is None:
        return None
    return Span(window.start + found.dest_start, window.start + found.dest_end)


def _vary(text: str, rough: Span) -> Iterator[Span]:
    """The stretch with its ends moved to the words around: some dropped, some taken in."""
    low, high = max(0, rough.start - VARIED), min(len(text), rough.end + VARIED)
    words = list(_TOKEN.finditer(text, low, high))
    starts = sorted((m.start() for m in words), key=lambda place: abs(place - rough.start))[:VARIANTS]
    ends = sorted((m.end() for m in words), key=lambda place: abs(place - rough.end))[:VARIANTS]
    yield rough if not words else Span(words[0].start(), words[-1].end())
    yield from (Span(start, end) for start in starts for end in ends if start < end)


def tell_changes(anchor: str, text: str) -> tuple[Change, ...]:
    """What turns the anchor's words into the text's, word by word."""
    old, new = _TOKEN.findall(join_lines(anchor))[:LONGEST], _TOKEN.findall(join_lines(text))[: 2 * LONGEST]
    steps = Levenshtein.opcodes([fold_words(word) for word in old], [fold_words(word) for word in new])
    changes: list[Change] = []
    for step in steps:
        if step.tag == "equal":
            changes.append(_change(Edit.KEPT, new[step.dest_start : step.dest_end]))
            continue
        changes += [
            _change(edit, words)
            for edit, words in (
                (Edit.REMOVED, old[step.src_start : step.src_end]),
                (Edit.ADDED, new[step.dest_start : step.dest_end]),
            )
            if words
        ]
    return tuple(changes)


def shorten(phrase: str) -> str:
    """The phrase, or of a very long one the beginning."""
    return phrase[: 8 * LONGEST]


def _list_keys(phrase: str) -> Iterator[tuple[str, int]]:
    """What tells the phrase in a text, and how far into it that stands: pairs of words, from a long
    phrase those at its ends; of a short one the words as well."""
    words = list(_WORD.finditer(shorten(phrase)))
    if len(words) > 2 * TELLING:
        words = words[:TELLING] + words[-TELLING:]
    for one, two in pairwise(words):
        yield f"{one[0]} {two[0]}", one.start()
    if len(words) <= SHORT:
        yield from ((word[0], word.start()) for word in words)


def _change(edit: Edit, words: Sequence[str]) -> Change:
    joined = " ".join(words)
    return Change(edit=edit, words=re.sub(r" ([,.;:!?)\]])", r"\1", joined))


def _reach(phrase: str) -> int:
    """How far a phrase may stray from where its words point: half its length."""
    return max(60, len(shorten(phrase)) // 2)


def _rank(phrase: str, buckets: dict[int, set[int]]) -> list[int]:
    """The starts for which most words speak, of two neighbours the better one."""
    best = sorted(buckets, key=lambda bucket: (-len(buckets[bucket]), bucket))[:WINDOWS]
    return [bucket * _reach(phrase) for bucket in best]


def _widen(text: str, low: int, high: int) -> Span:
    """The window with whole words at its ends."""
    low, high = max(low, 0), min(high, len(text))
    start = text.rfind(" ", max(0, low - LONGEST_WORD), low) + 1 or low
    end = text.find(" ", high, high + LONGEST_WORD)
    return Span(start, high if end < 0 else end)
