"""`policycmp diff`: on what two actors part."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.measuring import Reading, choose_rule
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options
from policycmp.errors import UsageError
from policycmp.record import replace


@expand_options
def diff(
    first: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR",
            help="One actor.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
        ),
    ],
    second: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR",
            help="The other.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
        ),
    ],
    *,
    looking: Looking,
    reading: Reading,
    writing: Writing,
) -> None:
    """Show on what two actors part, widest gap first."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.differences import list_differences
    from policycmp.measure.matrix import build_matrix
    from policycmp.model.names import Kind
    from policycmp.tabulate.diff import tabulate_differences

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, replace(looking, actor=None), [first, second], [Kind.ACTOR])
    if len(filters.actors) != 2:
        raise UsageError("diff takes two different actors", "write it as diff bandow heritage")
    matrix = build_matrix(corpus, filters, rule=choose_rule(reading.rule, looking))
    write_report(tabulate_differences(corpus, filters, matrix, list_differences(matrix)), writing)
