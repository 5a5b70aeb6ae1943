"""Several files: each a corpus of its own, or together one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import CorpusError
from policycmp.load.corpus import load_corpus
from policycmp.load.discovery import find_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.model.corpus import Corpus


def load_corpora(paths: Sequence[str], environ: Mapping[str, str]) -> tuple[Corpus, ...]:
    """Each file as a corpus of its own; one of all together where one of them is but a part.

    Files of bare positions take their issues, actors and sources from the corpus in force. Raises
    UnreadableError and CorpusError.
    """
    if len(paths) > 1 and (corpora := _load_each(paths)):
        return corpora
    return (load_corpus(paths, codebook=find_codebook(paths, environ)),)


def find_codebook(paths: Sequence[str], environ: Mapping[str, str]) -> Corpus | None:
    """The corpus in force, where one of the files may hold bare positions; else None."""
    if all(path.endswith((".yaml", ".yml", ".dna")) for path in paths):
        return None
    from policycmp.load.cache import recall_corpus

    in_force = find_corpus(environ)
    return None if in_force in paths else recall_corpus(in_force, environ, lambda path: load_corpus([path]))


def _load_each(paths: Sequence[str]) -> tuple[Corpus, ...]:
    if any(path == "-" or path.endswith((".csv", ".tsv", ".jsonl")) for path in paths):
        return ()
    try:
        corpora = tuple(load_corpus([path]) for path in paths)
    except CorpusError:
        return ()
    return corpora if all(corpus.issues and corpus.positions for corpus in corpora) else ()
