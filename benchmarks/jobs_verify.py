"""Anchors held against a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import made

if TYPE_CHECKING:
    from collections.abc import Callable


def verify(size: str, anchors: str) -> Callable[[], object]:
    """policycmp: every anchor found in the text as it is, the text folded first."""
    from policycmp.evidence.verify import verify_positions
    from policycmp.model.actor import Actor
    from policycmp.model.codebook import Issue
    from policycmp.model.corpus import Attribution, Corpus, Position
    from policycmp.model.passages import SourceText
    from policycmp.model.source import Evidence, Source
    from policycmp.model.verification import Outcome

    text, made_anchors = made.make_text(int(size), int(anchors))
    positions = tuple(
        Position(
            actor="a",
            issue="i",
            stance=1,
            placement=0.5,
            source="s",
            attribution=Attribution.STATED,
            evidence=Evidence(**anchor),
        )
        for anchor in made_anchors
    )
    corpus = Corpus(
        issues=(Issue(id="i", title="I"),),
        actors=(Actor(id="a", name="A"),),
        sources=(Source(id="s", title="S"),),
        positions=positions,
    )
    source_text = SourceText(source="s", name="s.txt", text=text, digest="sha256:0")

    def work() -> None:
        results = list(verify_positions(corpus, positions, lambda _source: source_text))
        if any(result.located.outcome is Outcome.MISSING for result in results):
            raise ValueError("an anchor that stands in the text was not found")

    return work


def fold_and_find(size: str, anchors: str) -> Callable[[], object]:
    """The text folded, and one `str.find` an anchor's folded words."""
    return _find(size, anchors, folded_before=False)


def find(size: str, anchors: str) -> Callable[[], object]:
    """One `str.find` an anchor's folded words in a text that is folded already."""
    return _find(size, anchors, folded_before=True)


def _find(size: str, anchors: str, *, folded_before: bool) -> Callable[[], object]:
    from policycmp.evidence.folding import FoldedText, fold_words

    text, made_anchors = made.make_text(int(size), int(anchors))
    words = [fold_words(str(anchor.get("quote") or anchor["first"])) for anchor in made_anchors]
    folded = FoldedText(text).text if folded_before else None

    def work() -> None:
        whole = folded or FoldedText(text).text
        if any(whole.find(each) < 0 for each in words):
            raise ValueError("an anchor that stands in the text was not found")

    return work


JOBS = {"verify": verify, "fold-and-find": fold_and_find, "find": find}
