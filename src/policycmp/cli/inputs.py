"""What a command works on: the corpus that was named, and the positions that were asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.cli.options import Looking
    from policycmp.model.corpus import Attribution, Corpus
    from policycmp.model.names import Kind
    from policycmp.model.source import Period


def read_corpus(paths: Sequence[str] | None, crosswalk: str | None = None) -> Corpus:
    """The corpus in these files, else the one in force.

    Several whole corpora are aligned with the first and joined; several parts of one are put
    together. A file of bare positions takes its issues, actors and sources from the one in force.
    """
    from policycmp.load.several_files import load_corpora

    corpora = load_corpora(list_inputs(paths), os.environ)
    if len(corpora) > 1:
        from policycmp.cli.crosswalks import join_and_say

        return join_and_say(corpora, crosswalk).corpus
    if crosswalk:
        raise UsageError("--crosswalk joins several whole corpora", "name each with -c")
    return corpora[0]


def list_inputs(paths: Sequence[str] | None) -> list[str]:
    """The files that are named, else the one in force."""
    from policycmp.load.discovery import find_corpus

    return list(paths or [find_corpus(os.environ)])


def read_filters(
    corpus: Corpus,
    looking: Looking,
    names: Sequence[str] | None = None,
    kinds: Sequence[Kind] | None = None,
) -> Filters:
    """The filters that the options ask for, names resolved; free `names` are of any of `kinds`,
    else topics and issues.

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
    from policycmp.alignment.resolve import resolve_filters
    from policycmp.model.names import Kind
    from policycmp.record import replace

    named = {
        Kind.ACTOR: looking.actor or (),
        Kind.ISSUE: looking.issue or (),
        Kind.TOPIC: looking.topic or (),
        Kind.SOURCE: looking.source or (),
    }
    found, notes = resolve_filters(corpus, named, names, kinds, exact=looking.exact)
    for note in notes:
        say_note(note)
    return replace(
        filters, actors=found.actors, issues=found.issues, topics=found.topics, sources=found.sources
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
    from policycmp.corpusfile.dates import parse_period

    try:
        return parse_period(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error
