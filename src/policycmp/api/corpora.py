"""The one way from paths to a corpus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

from policycmp.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from policycmp.model.choices import OnConflict
    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.merger import Merger

    Path: TypeAlias = str | PathLike[str]
    Given: TypeAlias = Corpus | Path | Iterable[Path] | None
    """A corpus, its file or files, or None for the current corpus."""
    Opened: TypeAlias = tuple[Corpus, tuple[str, ...]]
    """A corpus, and what should be said about how it came about."""


def list_paths(given: Given) -> list[str]:
    """The files that are named, else the current corpus; none for a corpus in memory."""
    from policycmp.load.discovery import find_corpus
    from policycmp.model.corpus import Corpus

    if isinstance(given, Corpus):
        return []
    if given is None:
        return [find_corpus(os.environ)]
    paths = [given] if isinstance(given, str | os.PathLike) else list(given)
    return [os.fspath(path) for path in paths] or [find_corpus(os.environ)]


def open_corpus(given: Given, crosswalk: Crosswalk | Path | None = None) -> Opened:
    """The corpus in these files.

    Several whole corpora are aligned with the first and joined, by the crosswalk where it decides;
    several parts of one are put together. A file of bare positions takes its issues, actors and
    sources from the current corpus. Raises UnreadableError where a file cannot be read, CorpusError
    where it is faulty, UsageError for a crosswalk with nothing to join.
    """
    from policycmp.load.several_files import load_corpora
    from policycmp.model.corpus import Corpus

    corpora: Sequence[Corpus] = (
        [given] if isinstance(given, Corpus) else load_corpora(list_paths(given), os.environ)
    )
    if len(corpora) > 1:
        merger, notes = join(corpora, crosswalk)
        return merger.corpus, notes
    if crosswalk is not None:
        raise UsageError("--crosswalk joins several whole corpora", "name each with -c")
    return corpora[0], ()


def open_list(given: Given) -> tuple[Corpus, tuple[str, ...], bool]:
    """The corpus in these files, or the labels in a file that is a list; what should be said about it,
    and whether it is a list. Raises as open_corpus does."""
    from policycmp.corpusfile.inputs import open_input
    from policycmp.load.labels import read_labels
    from policycmp.load.several_files import load_corpora

    paths = list_paths(given)
    if len(paths) != 1:
        return (*open_corpus(given), False)
    source = open_input(paths[0])
    labels = read_labels(source)
    return (labels, (), True) if labels else (load_corpora([source], os.environ)[0], (), False)


def join(
    corpora: Sequence[Corpus],
    crosswalk: Crosswalk | Path | None = None,
    on_conflict: OnConflict | None = None,
) -> tuple[Merger, tuple[str, ...]]:
    """All corpora as one by the first one's codebook, and what was joined."""
    from policycmp.alignment.merge import join_corpora
    from policycmp.api.progress import watch
    from policycmp.model.choices import OnConflict

    known = read_crosswalk(crosswalk)
    with watch("names") as report:
        merger = join_corpora(corpora, known, on_conflict or OnConflict.KEEP_BOTH, report)
    notes = (note for found in merger.corpus.alignments for note in _describe_matches(found))
    return merger, (*notes, *merger.notes)


def read_crosswalk(crosswalk: Crosswalk | Path | None) -> Crosswalk | None:
    """The crosswalk, read from its file where it is named by one."""
    if crosswalk is None or not isinstance(crosswalk, str | os.PathLike):
        return crosswalk
    from policycmp.corpusfile.crosswalks import load_crosswalk as load

    return load(os.fspath(crosswalk))


def load_corpus(*paths: Path, crosswalk: Crosswalk | Path | None = None) -> Corpus:
    """The corpus in these files; without any, the current one, as on the command line.

    Several whole corpora are joined as by `merge`, and the corpus's `alignments` tell how; several
    parts of one are put together. Raises UnreadableError where a file cannot be read, CorpusError
    where it is faulty, UsageError for a crosswalk with nothing to join.
    """
    return open_corpus(paths, crosswalk)[0]


def load_crosswalk(path: Path) -> Crosswalk:
    """The crosswalk in the file.

    Raises UnreadableError where it cannot be read, CorpusError where it is no crosswalk.
    """
    from policycmp.corpusfile.crosswalks import load_crosswalk as load

    return load(os.fspath(path))


def _describe_matches(crosswalk: Crosswalk) -> Iterable[str]:
    from policycmp.model.crosswalk import Verdict
    from policycmp.text.grammar import count

    name = " + ".join(origin.name for origin in crosswalk.other)
    for match in crosswalk.list_verdict(Verdict.SURE):
        if match.theirs != match.ours:
            yield f"{name}: {match.kind} {match.theirs} is {match.ours}: {match.why}"
    doubtful = crosswalk.list_verdict(Verdict.DOUBTFUL)
    if doubtful:
        yield (
            f"{name}: {count(len(doubtful), 'doubtful match', 'doubtful matches')} not joined; "
            "decide them with policycmp align --review, and give the crosswalk with --crosswalk"
        )
