"""Values that the shell completes: one short look at the corpus at each TAB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import PolicycmpError
from policycmp.text.fold import fold
from policycmp.text.unsafe import show_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus


def complete_names(corpus_paths: Sequence[str] | None, kind: str, incomplete: str) -> list[tuple[str, str]]:
    """Ids of that kind that begin as typed, then those whose title has a word that does."""
    from policycmp.api.corpora import load_corpus

    if corpus_paths and "-" in corpus_paths:
        return []
    try:
        things = _list_things(load_corpus(*(corpus_paths or ())), kind.split("+"))
    except PolicycmpError:
        return []
    before, _, last = incomplete.rpartition(",")
    start = fold(last)
    begun = {key: title for key, title in things if fold(key).startswith(start)}
    inside = {
        key: title for key, title in things if start and any(w.startswith(start) for w in fold(title).split())
    }
    lead = f"{before}," if before else ""
    return [(f"{lead}{key}", show_message(title)) for key, title in (begun | inside).items()]


def _list_things(corpus: Corpus, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Ids with titles, without importing what finds things by inexact names."""
    titles: dict[str, list[tuple[str, str]]] = {
        "actor": [(actor.id, actor.name) for actor in corpus.actors],
        "issue": [(issue.id, issue.title) for issue in corpus.issues],
        "topic": [(topic.id, topic.title) for topic in corpus.topics],
        "source": [(source.id, source.title) for source in corpus.sources],
    }
    return [pair for kind, pairs in titles.items() if kind in kinds for pair in pairs]
