"""`policycmp show`: everything on an actor, an issue, a source, or where they meet."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.evidence import TextsOption, find_texts, view_passages
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options

AROUND = 25
"""Words shown on either side of a passage."""


@expand_options
def show(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Actors, issues, topics or sources; names of different kinds narrow each other down.",
            autocompletion=complete_names_of("actor+issue+topic+source"),
            show_default=False,
        ),
    ],
    *,
    texts: TextsOption = None,
    looking: Looking,
    writing: Writing,
) -> None:
    """Show everything on an actor, an issue or a source.

    Stance, summary, attribution, condition, and the place in the source where it says so; with
    --texts the passage itself between » and «, and the words around it.
    """
    from policycmp.cli.inputs import read_corpus, read_filters, say_note
    from policycmp.cli.output import write_report
    from policycmp.measure.selection import select_positions
    from policycmp.model.names import Kind
    from policycmp.tabulate.show import tabulate_dossier

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking, names, tuple(Kind))
    selection = select_positions(corpus, filters)
    if not selection.positions:
        say_note("nobody here is known to have taken a position on that")
    found = find_texts(texts)
    passages = view_passages(corpus, selection.positions, found, AROUND) if found else None
    write_report(tabulate_dossier(corpus, filters, selection, passages), writing)
