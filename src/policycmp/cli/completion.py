"""Values that the shell completes: one short look at the corpus at each TAB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import PolicycmpError
from policycmp.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


def complete_names(corpus_paths: Sequence[str] | None, kind: str, incomplete: str) -> list[tuple[str, str]]:
    """Ids of that kind that begin as typed, then those whose title has a word that does."""
    from policycmp.align.names import list_names
    from policycmp.cli.inputs import read_corpus
    from policycmp.model.alignment import Kind

    if corpus_paths and "-" in corpus_paths:
        return []
    try:
        things = list_names(read_corpus(corpus_paths), [Kind(part) for part in kind.split("+")])
    except PolicycmpError:
        return []
    before, _, last = incomplete.rpartition(",")
    start = fold(last)
    hits = [t for t in things if fold(t.id).startswith(start)]
    hits += [
        t
        for t in things
        if t not in hits and any(w.startswith(start) for w in fold(t.title).split() if start)
    ]
    lead = f"{before}," if before else ""
    return [(f"{lead}{t.id}", t.title) for t in hits]
