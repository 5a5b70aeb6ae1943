"""What a command works on: the corpus that was named, and the positions that were asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from policycmp.errors import CorpusError, UsageError
from policycmp.model.comparison import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.cli.options import Looking
    from policycmp.model.alignment import Kind
    from policycmp.model.corpus import Attribution, Corpus
    from policycmp.model.source import Period


def read_corpus(paths: Sequence[str] | None, crosswalk: str | None = None) -> Corpus:
    """The corpus in these files, else the one in force.

    Several whole corpora are aligned with the first and joined; several parts of one are put
    together. A file of bare positions takes its issues, actors and sources from the one in force.
    """
    given = list_inputs(paths)
    if len(given) > 1 and (corpora := _read_each(given)):
        from policycmp.align.merging import OnConflict
        from policycmp.cli.crosswalks import join_corpora
        from policycmp.load.crosswalk import load_crosswalk

        known = load_crosswalk(crosswalk) if crosswalk else None
        return join_corpora(corpora, known, OnConflict.KEEP_BOTH).corpus
    if crosswalk:
        raise UsageError("--crosswalk joins several whole corpora", "name each with -c")
    if len(given) == 1:
        from policycmp.load.cache import recall_corpus

        return recall_corpus(given[0], os.environ, _load_one)
    from policycmp.load.corpus import load_corpus

    return load_corpus(given, codebook=find_codebook(given))


def _load_one(path: str) -> Corpus:
    from policycmp.load.corpus import load_corpus

    return load_corpus([path], codebook=find_codebook([path]))


def _read_each(paths: Sequence[str]) -> list[Corpus]:
    """Each file as a corpus of its own; none where one of them is but a part of a corpus."""
    from policycmp.load.corpus import load_corpus

    if any(path == "-" or path.endswith((".csv", ".tsv", ".jsonl")) for path in paths):
        return []
    try:
        corpora = [load_corpus([path]) for path in paths]
    except CorpusError:
        return []
    return corpora if all(corpus.issues and corpus.positions for corpus in corpora) else []


def list_inputs(paths: Sequence[str] | None) -> list[str]:
    """The files that are named, else the one in force."""
    from policycmp.load.discovery import find_corpus

    return list(paths or [find_corpus(os.environ)])


def find_codebook(paths: Sequence[str]) -> Corpus | None:
    """The corpus in force, where one of the files may hold bare positions; else None."""
    from policycmp.load.discovery import find_corpus

    if all(path.endswith((".yaml", ".yml", ".dna")) for path in paths):
        return None
    in_force = find_corpus(os.environ)
    if in_force in paths:
        return None
    return read_corpus([in_force])


def read_filters(
    corpus: Corpus,
    looking: Looking,
    names: Sequence[str] | None = None,
    kinds: Sequence[Kind] | None = None,
) -> Filters:
    """The filters that the options ask for, names resolved; free `names` are of any of `kinds`,
    of topics and issues where none is given.

    How a name was read is said on standard error where it was not exact.
    """
    filters = Filters(
        attributions=_read_attributions(looking.attribution or ()),
        since=_read_date("--since", looking.since),
        until=_read_date("--until", looking.until),
        as_of=_read_date("--as-of", looking.as_of),
    )
    if not (names or looking.actor or looking.issue or looking.topic or looking.source):
        return filters  # and nothing of what resolves names is imported
    return _name_things(corpus, filters, looking, names or (), kinds)


def _name_things(
    corpus: Corpus, filters: Filters, looking: Looking, names: Sequence[str], kinds: Sequence[Kind] | None
) -> Filters:
    from dataclasses import replace

    from policycmp.align.queries import resolve_names
    from policycmp.model.alignment import Kind

    exact = looking.exact
    free = resolve_names(corpus, names, kinds or (Kind.TOPIC, Kind.ISSUE), exact=exact)
    actors = resolve_names(corpus, looking.actor or (), [Kind.ACTOR], exact=exact)
    issues = resolve_names(corpus, looking.issue or (), [Kind.ISSUE], exact=exact)
    topics = resolve_names(corpus, looking.topic or (), [Kind.TOPIC], exact=exact)
    sources = resolve_names(corpus, looking.source or (), [Kind.SOURCE], exact=exact)
    for resolution in (free, actors, issues, topics, sources):
        for note in resolution.notes:
            say_note(note)
    return replace(
        filters,
        actors=(*free.actors, *actors.actors),
        issues=(*free.issues, *issues.issues),
        topics=(*free.topics, *topics.topics),
        sources=(*free.sources, *sources.sources),
    )


def say_note(text: str) -> None:
    """Say something beside the result, on standard error."""
    print(f"policycmp: note: {text}", file=sys.stderr)  # noqa: T201


def _read_attributions(values: Sequence[str]) -> tuple[Attribution, ...]:
    if not values:
        return ()
    import typer

    from policycmp.cli.options import choose_from, list_attributions
    from policycmp.model.corpus import Attribution

    parse = choose_from(list_attributions, "attribution")
    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    try:
        return tuple(Attribution(parse(word)) for word in words)
    except typer.BadParameter as error:
        raise UsageError(error.message) from error


def _read_date(option: str, text: str | None) -> Period | None:
    if text is None:
        return None
    from policycmp.load.dates import parse_period

    try:
        return parse_period(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error
