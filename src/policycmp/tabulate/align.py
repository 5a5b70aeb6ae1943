"""A crosswalk as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_match
from policycmp.model.crosswalk import Verdict
from policycmp.model.names import Kind
from policycmp.model.report import Column, Entry, Report, Role, Section, Table, Tone
from policycmp.tabulate.parts.provenance import record_origins
from policycmp.tabulate.parts.terms import flatten_records

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk, Match

_TONES = {Verdict.SURE: Tone.GOOD, Verdict.DOUBTFUL: Tone.MIXED, Verdict.NONE: Tone.MUTED}


def tabulate_crosswalk(crosswalk: Crosswalk, ours: Corpus, theirs: Corpus) -> Report:
    """One row a name of theirs, with what it stands for here and why."""
    sections = ((Kind.ISSUE, "Issues"), (Kind.ACTOR, "Actors"))
    records = [{"kind": match.kind.value, **record_match(match)} for match in crosswalk.matches]
    return Report(
        name="align",
        tables=(
            Table(
                columns=(
                    Column(name="from", title="There", role=Role.KEY),
                    Column(name="to", title="Here", role=Role.KEY),
                    Column(name="verdict", title="Verdict"),
                    Column(name="score", title="Score", role=Role.NUMBER),
                    Column(name="why", title="Why", role=Role.PROSE),
                ),
                sections=tuple(
                    Section(title=title, rows=tuple(_enter(m) for m in crosswalk.matches if m.kind is kind))
                    for kind, title in sections
                ),
            ),
        ),
        flat=flatten_records(records, ("kind", "from", "to", "reversed", "score", "verdict", "why")),
        records=records,
        about={"corpus": record_origins(ours), "other": record_origins(theirs)},
        notes=(count_verdicts(crosswalk),),
        provenance=f"{_name(theirs)} onto {_name(ours)}. Sure: alike and well ahead of every rival; "
        "doubtful: for a person to decide; none: nothing here is like it.",
    )


def count_verdicts(crosswalk: Crosswalk) -> str:
    """`31 sure, 2 doubtful, 5 none`."""
    return ", ".join(f"{len(crosswalk.list_verdict(verdict))} {verdict}" for verdict in Verdict)


def _enter(match: Match) -> tuple[Entry, ...]:
    turned = " (reversed)" if match.is_reversed else ""
    return (
        Entry(text=match.theirs, value=match.theirs),
        Entry(text=f"{match.ours or '-'}{turned}", value=match.ours),
        Entry(text=match.verdict.value, value=match.verdict.value, tone=_TONES[match.verdict]),
        Entry(text=f"{match.score:.2f}" if match.ours else "-", value=match.score if match.ours else None),
        Entry(text=match.why, value=match.why),
    )


def _name(corpus: Corpus) -> str:
    return " + ".join(origin.name for origin in corpus.origins) or corpus.title or "a corpus"
