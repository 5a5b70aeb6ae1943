"""Names and dates as people type them, read into filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.command_options import Scope
    from policycmp.model.corpus import Attribution, Corpus
    from policycmp.model.names import Kind
    from policycmp.model.source import Period

    Read = tuple[Filters, tuple[str, ...]]


def read_filters(
    corpus: Corpus, scope: Scope, names: Sequence[str] = (), kinds: Sequence[Kind] | None = None
) -> Read:
    """The filters that the scope asks for, names resolved, and how names were read that were not
    exact; free `names` are of any of `kinds`, else topics and issues.

    Raises UsageError for an unknown or ambiguous name, a date or an attribution that is none.
    """
    filters = Filters(
        attributions=read_attributions(scope.attribution),
        since=_read_date("since", scope.since),
        until=_read_date("until", scope.until),
        as_of=_read_date("as-of", scope.as_of),
    )
    if not (names or scope.actor or scope.issue or scope.topic or scope.source):
        return filters, ()  # and nothing of what resolves names is imported
    return _name_things(corpus, filters, scope, names, kinds)


def read_attributions(values: Sequence[str]) -> tuple[Attribution, ...]:
    """The attributions of these names, each perhaps several with commas between."""
    if not values:
        return ()
    from policycmp.api.asking import choose
    from policycmp.model.corpus import Attribution

    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    return tuple(Attribution(choose("attribution", word, Attribution)) for word in words)


def _name_things(
    corpus: Corpus, filters: Filters, scope: Scope, names: Sequence[str], kinds: Sequence[Kind] | None
) -> Read:
    from policycmp.alignment.resolve import resolve_filters
    from policycmp.model.names import Kind
    from policycmp.record import replace

    named = {
        Kind.ACTOR: scope.actor,
        Kind.ISSUE: scope.issue,
        Kind.TOPIC: scope.topic,
        Kind.SOURCE: scope.source,
    }
    found, notes = resolve_filters(corpus, named, names, kinds, exact=scope.exact)
    filters = replace(
        filters, actors=found.actors, issues=found.issues, topics=found.topics, sources=found.sources
    )
    return filters, notes


def _read_date(option: str, text: str | None) -> Period | None:
    if text is None:
        return None
    from policycmp.corpusfile.dates import parse_period

    try:
        return parse_period(text)
    except ValueError as error:
        raise UsageError(f"--{option}: {error}", "write YYYY, YYYY-MM or YYYY-MM-DD") from error
