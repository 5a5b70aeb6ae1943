"""The one way from paths to corpora: each file a corpus of its own, or all of them together one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.inputs import open_input
from policycmp.errors import CorpusError
from policycmp.load.discovery import find_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policycmp.corpusfile.inputs import Input
    from policycmp.model.corpus import Corpus
    from policycmp.model.fault import Fault


def load_corpora(paths: Sequence[str | Input], environ: Mapping[str, str]) -> tuple[Corpus, ...]:
    """Each file as a corpus of its own; one of all together where one of them is but a part.

    Without paths it is the current corpus. Bare positions take their issues, actors and sources from
    the current corpus; whole corpora are looked up in the cache. Each file is read once. Raises
    UnreadableError and CorpusError.
    """
    paths = paths or [find_corpus(environ)]
    inputs = [open_input(path) for path in paths]
    codebook = find_codebook(paths, environ)
    if len(inputs) == 1:
        return (_load_file(inputs[0], environ, codebook)[0],)
    if corpora := _load_each(inputs, environ):
        return corpora
    from policycmp.load.corpus import load_corpus

    return (load_corpus(inputs, codebook=codebook),)


def check_files(paths: Sequence[str], environ: Mapping[str, str]) -> tuple[Corpus | None, tuple[Fault, ...]]:
    """The corpus of all files together, None where it has faults, and all faults and warnings; without
    paths those of the current corpus."""
    from policycmp.load.corpus import check_corpus

    paths = paths or [find_corpus(environ)]
    return check_corpus(paths, codebook=_find_codebook_anew(paths, environ))


def find_codebook(paths: Sequence[str | Input], environ: Mapping[str, str]) -> Callable[[], Corpus | None]:
    """What finds the current corpus, from which bare positions in these files borrow; it finds none
    where that is one of them."""

    def find() -> Corpus | None:
        current = find_corpus(environ)
        return None if current in paths else _load_file(open_input(current), environ)[0]

    return find


def _find_codebook_anew(paths: Sequence[str], environ: Mapping[str, str]) -> Callable[[], Corpus | None]:
    """The same, from the file itself: what is checked is what files say, not what was kept of them."""

    def find() -> Corpus | None:
        from policycmp.load.cache import VARIABLE

        return find_codebook(paths, {**environ, VARIABLE: "off"})()

    return find


def _load_each(inputs: Sequence[Input], environ: Mapping[str, str]) -> tuple[Corpus, ...]:
    """Each file as a corpus; none where one of them is a part that does not stand by itself."""
    corpora = []
    for given in inputs:
        try:
            corpus, is_bare = _load_file(given, environ)
        except CorpusError:
            return ()
        if is_bare or not (corpus.issues and corpus.positions):
            return ()
        corpora.append(corpus)
    return tuple(corpora)


def _load_file(
    given: Input, environ: Mapping[str, str], codebook: Callable[[], Corpus | None] | None = None
) -> tuple[Corpus, bool]:
    """The corpus in the file, and whether it is bare; if it is not, it is kept for the next time."""
    from policycmp.load.cache import keep_corpus, recall_corpus

    if kept := recall_corpus(given, environ):
        return kept, False
    from policycmp.load.corpus import load_with_kind

    corpus, is_bare = load_with_kind(given, codebook=codebook)
    if not is_bare:
        keep_corpus(given, environ, corpus)
    return corpus, is_bare
