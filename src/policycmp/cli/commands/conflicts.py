"""`policycmp conflicts`: actors against themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options


@expand_options
def conflicts(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTOR]...",
            help="These actors; all without.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
        ),
    ] = None,
    *,
    looking: Looking,
    writing: Writing,
) -> None:
    """Show actors who contradict themselves, and how each rule reads it."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.conflicts import list_conflicts
    from policycmp.measure.matrix import build_matrix
    from policycmp.model.names import Kind
    from policycmp.tabulate.conflicts import tabulate_conflicts

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking, names, [Kind.ACTOR])
    matrix = build_matrix(corpus, filters)
    write_report(tabulate_conflicts(corpus, filters, matrix, list_conflicts(corpus, matrix)), writing)
