"""`policycmp issues`: which issues unite and split the field, and which go together."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.measuring import Reading, choose_rule
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options


@expand_options
def issues(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ISSUE]...",
            help="Issues or topics; all without.",
            autocompletion=complete_names_of("topic+issue"),
            show_default=False,
        ),
    ] = None,
    *,
    looking: Looking,
    reading: Reading,
    floor: Annotated[int, typer.Option(min=2, help="No number below so many actors.")] = 3,
    writing: Writing,
) -> None:
    """Show which issues split the field, and which go together."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.consensus import measure_spreads
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.issues import tabulate_spreads

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking, names)
    matrix = build_matrix(corpus, filters, rule=choose_rule(reading.rule, looking))
    write_report(tabulate_spreads(corpus, filters, measure_spreads(corpus, matrix, floor)), writing)
