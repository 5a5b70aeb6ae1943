"""`policycmp reliability`: how far several coders agree."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import Looking, Writing, choose_from, complete_from, expand_options
from policycmp.errors import UsageError
from policycmp.model.reliability import Level


@expand_options
def reliability(
    *,
    looking: Looking,
    level: Annotated[
        Level,
        typer.Option(
            metavar="LEVEL",
            parser=choose_from(lambda: Level, "level"),
            autocompletion=complete_from(lambda: Level),
            help="Of Gwet's AC2: nominal, ordinal, interval or ratio; alpha is given on all.",
        ),
    ] = Level.ORDINAL,
    seed: Annotated[int, typer.Option(help="Where resampling starts.")] = 0,
    writing: Writing,
) -> None:
    """Show how far several coders agree, and on what they should talk."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.reliability import measure_reliability
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate.reliability import tabulate_reliability

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking)
    found = measure_reliability(corpus, select_positions(corpus, filters), level=level, seed=seed)
    if len(found.coders) < 2:
        raise UsageError("the corpus names fewer than two coders", "give positions a coder: field")
    write_report(tabulate_reliability(corpus, filters, found), writing)
