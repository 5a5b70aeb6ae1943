"""`policycmp changes`: what moved between two dates of a corpus, or between two corpora."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.measuring import Reading, choose_rule
from policycmp.cli.options import Looking, Writing, expand_options
from policycmp.errors import UsageError
from policycmp.model.matrix import Rule
from policycmp.record import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Which two states are held against each other."""

    start: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="As it stood then.", show_default=False),
    ] = None
    end: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE",
            help="And then; without, on the last day of the corpus.",
            show_default=False,
        ),
    ] = None
    before: Annotated[
        list[str] | None,
        typer.Option(
            "--before",
            metavar="PATH",
            help="An earlier corpus, or an earlier state of this one; repeatable.",
            show_default=False,
        ),
    ] = None


@expand_options
def changes(
    *,
    looking: Looking,
    reading: Reading,
    states: States,
    writing: Writing,
) -> None:
    """Show what flipped, moved, came or went between two states."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.changes import find_last_day, list_changes
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.changes import tabulate_changes

    start, end, before = states.start, states.end, states.before
    if bool(start) == bool(before):
        raise UsageError("changes needs --from DATE or --before PATH, one of them", "try --from 2021-12-31")
    if end and before:
        raise UsageError("--to goes with --from", "use --as-of to look at two corpora as of one day")
    corpus = read_corpus(looking.corpus)
    end = end or (find_last_day(corpus) if start else None)
    late = replace(looking, as_of=end) if start else looking
    early = replace(looking, as_of=start) if start else looking
    old = read_corpus(before) if before else corpus
    filters = read_filters(corpus, late)
    rule = reading.rule or (Rule.LATEST if start else choose_rule(None, looking))
    found = list_changes(
        build_matrix(old, read_filters(old, early), rule=rule),
        build_matrix(corpus, filters, rule=rule),
        (old, corpus),
        (start or ", ".join(before or ()), end or "this corpus"),
    )
    write_report(tabulate_changes(filters, found), writing)
