"""Actors ranked against somebody's own answers, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Contested
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.pair_doubts import (
    DOUBTS,
    PairDoubts,
    find_unsettled,
    note_unsettled,
    write_sides,
)
from policycmp.tabulate.parts.provenance import describe_ground, describe_ground_briefly, record_ground
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
        **record_context(corpus, filters, ground=profiles),
    }
    tally = PairDoubts(profiles, terms)
    records = [{**_record(rank, m, tally), **context} for rank, m in enumerate(matches.matches, start=1)]
    by_side = terms.contested is Contested.RANGE
    return Report(
        name="match",
        tables=(
            Table(
                columns=(
                    Column(name="actor", title="Actor", role=Role.KEY),
                    Column(name="value", title="Agreement", role=Role.NUMBER),
                    *([Column(name="by-side", title="By side")] if by_side else ()),
                    Column(name="shared", title="Shared", role=Role.NUMBER),
                    Column(name="together", title="Nearest on", role=Role.PROSE),
                    Column(name="apart", title="Farthest on", role=Role.PROSE),
                ),
                sections=(Section(rows=tuple(_enter(match, by_side=by_side) for match in matches.matches)),),
            ),
        ),
        flat=flatten_records(records, ("rank", "actor", "value", "shared")),
        records=records,
        notes=tuple(_note(matches)),
        brief=describe_ground_briefly(corpus, filters, profiles, name_terms(terms)),
        provenance=f"{describe_terms(terms)} Important answers count twice. "
        f"{describe_ground(corpus, filters, profiles)}",
        about={
            **context,
            **record_ground(corpus, filters, profiles),
        },
    )


def _enter(match: Match, *, by_side: bool) -> tuple[Entry, ...]:
    return (
        Entry(text=match.actor.short, value=match.actor.id),
        Entry(text=write_value(match.pair.value), value=match.pair.value),
        *([Entry(text=write_sides(match.pair))] if by_side else ()),
        Entry(text=str(match.pair.shared), value=match.pair.shared),
        Entry(text=", ".join(issue.title for issue in match.together)),
        Entry(text=", ".join(issue.title for issue in match.apart)),
    )


def _record(rank: int, match: Match, tally: PairDoubts) -> dict[str, Json]:
    doubts = tally.count(match.pair.first, match.pair.second)
    return {
        "rank": rank if match.pair.value is not None else None,
        "actor": match.actor.id,
        "value": match.pair.value,
        "shared": match.pair.shared,
        "counted": match.pair.counted,
        **dict(zip(DOUBTS, doubts, strict=True)),
        "lowest": match.pair.lowest,
        "highest": match.pair.highest,
        "together": [issue.id for issue in match.together],
        "apart": [issue.id for issue in match.apart],
    }


def _note(matches: Matches) -> Iterator[str]:
    answered = sum(answer.stance is not None for answer in matches.answers)
    important = sum(answer.important for answer in matches.answers)
    skipped = len(matches.answers) - answered
    yield f"{count(answered, 'answer')}, {important} of them important; {skipped} skipped."
    if unsettled := find_unsettled([match.pair for match in matches.matches]):
        shown = {match.actor.id: match.actor.short for match in matches.matches}
        yield note_unsettled([shown[pair.first] for pair in unsettled])
    if matches.ruled_out:
        must = join_words([answer.issue for answer in matches.answers if answer.must])
        names = join_words([actor.short for actor in matches.ruled_out])
        yield f"Ruled out, not being on the same side on {must}: {names.rstrip('.')}."
