"""Actors ranked against somebody's own answers, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_briefly, describe_provenance, record_provenance
from policycmp.tabulate.parts.terms import (
    describe_terms,
    flatten_records,
    name_terms,
    record_context,
    record_terms,
    write_value,
)
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.matches import Match, Matches
    from policycmp.model.report import Json


def tabulate_matches(corpus: Corpus, filters: Filters, matches: Matches) -> Report:
    """One row an actor, nearest first, with the shared issues and those that decided it."""
    profiles, terms = matches.profiles, matches.terms
    must = [answer.issue for answer in matches.answers if answer.must]
    context: dict[str, Json] = {
        "must": " ".join(must),
        **record_terms(terms),
        **record_context(corpus, filters, profiles.rule),
    }
    records = [{**_record(rank, m), **context} for rank, m in enumerate(matches.matches, start=1)]
    return Report(
        name="match",
        tables=(
            Table(
                columns=(
                    Column(name="actor", title="Actor", role=Role.KEY),
                    Column(name="value", title="Agreement", role=Role.NUMBER),
                    Column(name="shared", title="Shared", role=Role.NUMBER),
                    Column(name="together", title="Nearest on", role=Role.PROSE),
                    Column(name="apart", title="Farthest on", role=Role.PROSE),
                ),
                sections=(Section(rows=tuple(_enter(match) for match in matches.matches)),),
            ),
        ),
        flat=flatten_records(records, ("rank", "actor", "value", "shared")),
        records=records,
        notes=tuple(_note(matches)),
        brief=describe_briefly(corpus, filters, profiles.selection, profiles.rule, name_terms(terms)),
        provenance=f"{describe_terms(terms)} Important answers count twice. "
        f"{describe_provenance(corpus, filters, profiles.selection, profiles.rule)}",
        about={**context, **record_provenance(corpus, filters, profiles.selection, profiles.rule)},
    )


def _enter(match: Match) -> tuple[Entry, ...]:
    return (
        Entry(text=match.actor.short, value=match.actor.id),
        Entry(text=write_value(match.pair.value), value=match.pair.value),
        Entry(text=str(match.pair.shared), value=match.pair.shared),
        Entry(text=", ".join(issue.title for issue in match.together)),
        Entry(text=", ".join(issue.title for issue in match.apart)),
    )


def _record(rank: int, match: Match) -> dict[str, Json]:
    return {
        "rank": rank if match.pair.value is not None else None,
        "actor": match.actor.id,
        "value": match.pair.value,
        "shared": match.pair.shared,
        "counted": match.pair.counted,
        "together": [issue.id for issue in match.together],
        "apart": [issue.id for issue in match.apart],
    }


def _note(matches: Matches) -> Iterator[str]:
    answered = sum(answer.stance is not None for answer in matches.answers)
    important = sum(answer.important for answer in matches.answers)
    skipped = len(matches.answers) - answered
    yield f"{count(answered, 'answer')}, {important} of them important; {skipped} skipped."
    if matches.ruled_out:
        must = join_words([answer.issue for answer in matches.answers if answer.must])
        names = join_words([actor.short for actor in matches.ruled_out])
        yield f"Ruled out, not being on the same side on {must}: {names.rstrip('.')}."
