"""Names typed to choose what is looked at, resolved into filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.alignment.lookup import find_name, list_names
from policycmp.alignment.wording import Wording
from policycmp.errors import UsageError
from policycmp.model.filters import Filters
from policycmp.model.names import Closeness, Kind
from policycmp.record import dataclass
from policycmp.text.grammar import join_words, with_article
from policycmp.text.unsafe import show_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.names import Finding, Hit, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What typed names stand for, by kind, and what should be said about how they were read."""

    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def resolve_names(
    corpus: Corpus, queries: Iterable[str], kinds: Sequence[Kind], *, exact: bool = False
) -> Resolution:
    """What each query names among things of these kinds; commas separate several.

    Issues and topics asked for together are one selection: the topics' issues join the rest.

    Raises UsageError, naming every query that is ambiguous (with its candidates) or unknown
    (with the nearest three).
    """
    asked = tuple(queries)
    if not asked:
        return Resolution()
    findings = tuple(_find_all(asked, list_names(corpus, kinds), exact=exact))
    unclear = [(typed, finding) for typed, finding in findings if len(finding.hits) != 1]
    if unclear:
        others = list_names(corpus, [kind for kind in Kind if kind not in kinds])
        raise UsageError("; ".join(_describe_problem(*each, kinds, others) for each in unclear))
    found = [finding.hits[0] for _, finding in findings]
    ids = {kind: tuple(dict.fromkeys(h.named.id for h in found if h.named.kind is kind)) for kind in Kind}
    issues, topics = ids[Kind.ISSUE], ids[Kind.TOPIC]
    if issues and topics:
        issues += tuple(i.id for i in corpus.issues if i.topic in topics and i.id not in issues)
        topics = ()
    return Resolution(
        actors=ids[Kind.ACTOR],
        issues=issues,
        topics=topics,
        sources=ids[Kind.SOURCE],
        notes=tuple(note for _, finding in findings for note in _note(finding)),
    )


def resolve_filters(
    corpus: Corpus,
    named: Mapping[Kind, Sequence[str]],
    free: Sequence[str] = (),
    kinds: Sequence[Kind] | None = None,
    *,
    exact: bool = False,
) -> tuple[Filters, tuple[str, ...]]:
    """The filters that names of each kind stand for, with `free` names that are of any of `kinds`
    (else topics and issues), and what should be said about how they were read.

    Raises UsageError as resolve_names does.
    """
    found = [resolve_names(corpus, free, kinds or (Kind.TOPIC, Kind.ISSUE), exact=exact)]
    found += [resolve_names(corpus, names, [kind], exact=exact) for kind, names in named.items()]
    filters = Filters(
        actors=tuple(name for resolution in found for name in resolution.actors),
        issues=tuple(name for resolution in found for name in resolution.issues),
        topics=tuple(name for resolution in found for name in resolution.topics),
        sources=tuple(name for resolution in found for name in resolution.sources),
    )
    return filters, tuple(note for resolution in found for note in resolution.notes)


def _find_all(
    queries: Iterable[str], things: Sequence[Named], *, exact: bool
) -> Iterable[tuple[Wording, Finding]]:
    """Each query and what it names; one with commas is one name if it is exactly one, else several."""
    for query in queries:
        typed = [Wording(query)]
        if "," in query:
            whole = find_name(typed[0], things, exact=True)
            if whole.hits:
                yield typed[0], whole
                continue
            typed = [Wording(part.strip()) for part in query.split(",") if part.strip()]
        for each in typed:
            yield each, find_name(each, things, exact=exact)


def _note(finding: Finding) -> Iterable[str]:
    hit = finding.hits[0]
    if hit.closeness is not Closeness.EXACT:
        yield f"{show_unsafe(finding.query)!r} taken as {hit.named.kind} {_name(hit)}"
    if hit.is_suspected:
        yield f"{hit.name!r} may put the question the other way round: read the statement of {hit.named.id}"
    elif hit.is_reversed:
        yield (
            f"{hit.name!r} puts the question the other way round: "
            f"stances are shown on the statement of {hit.named.id}"
        )


def _describe_problem(
    typed: Wording, finding: Finding, kinds: Sequence[Kind], others: Sequence[Named]
) -> str:
    query = repr(show_unsafe(finding.query))
    if finding.hits:
        candidates = join_words([_name(hit) for hit in finding.hits], "or")
        return f"{query} may mean {candidates}; type one of these ids"
    elsewhere = find_name(typed, others, exact=True).hits
    if elsewhere:
        named = elsewhere[0].named
        return f"{show_unsafe(finding.query)} is {with_article(named.kind)}: use --{named.kind} {named.id}"
    what = join_words([kind.value for kind in kinds], "or")
    if not finding.nearest:
        return f"no {what} is named {query}; `policycmp list {kinds[0]}s` shows what there is"
    return f"no {what} is named {query}; nearest: {join_words([_name(h) for h in finding.nearest], 'or')}"


def _name(hit: Hit) -> str:
    named = hit.named
    return f"{named.id} ({named.title})" if named.id != named.title else named.id
