"""Labels of one codebook matched with another's; how well is for `alignment.py` to tell."""

from __future__ import annotations

import difflib
from functools import partial
from typing import TYPE_CHECKING

import made

if TYPE_CHECKING:
    from collections.abc import Callable


def align(count: str) -> Callable[[], object]:
    """policycmp, from two codebooks to a crosswalk with reasons."""
    from policycmp.alignment.codebooks import align_codebooks
    from policycmp.model.codebook import Issue
    from policycmp.model.corpus import Corpus

    corpora = [
        Corpus(issues=tuple(Issue(id=f"{side}{n}", title=label) for n, label in enumerate(labels)))
        for side, labels in zip(("ours", "theirs"), made.make_labels(int(count)), strict=True)
    ]
    return partial(align_codebooks, *corpora)


def match_rapidfuzz(count: str) -> Callable[[], object]:
    """RapidFuzz's WRatio of every pair, the best of each row."""
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.process import cdist

    ours, theirs = made.make_labels(int(count))
    return lambda: cdist(theirs, ours, scorer=WRatio, workers=1).argmax(axis=1)


def match_recordlinkage(count: str) -> Callable[[], object]:
    """recordlinkage's Jaro-Winkler of every pair."""
    import pandas as pd
    import recordlinkage

    ours, theirs = (pd.DataFrame({"label": labels}) for labels in made.make_labels(int(count)))
    compare = recordlinkage.Compare()
    compare.string("label", "label", method="jarowinkler")

    def match() -> object:
        pairs = recordlinkage.index.Full().index(ours, theirs)
        return compare.compute(pairs, ours, theirs)

    return match


def match_difflib(count: str) -> Callable[[], object]:
    """The standard library's close matches."""
    ours, theirs = made.make_labels(int(count))
    return lambda: [difflib.get_close_matches(label, ours, n=1) for label in theirs]


JOBS = {
    "align": align,
    "align-rapidfuzz": match_rapidfuzz,
    "align-recordlinkage": match_recordlinkage,
    "align-difflib": match_difflib,
}
