"""`policycmp list`: what the corpus holds, one kind at a time."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import Looking, Writing, choose_from, complete_from, expand_options

KINDS = ("actors", "issues", "positions", "sources", "topics")


@expand_options
def list_kind(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            parser=choose_from(lambda: KINDS, "kind"),
            autocompletion=complete_from(lambda: KINDS),
            help="actors, issues, positions, sources or topics.",
            show_default=False,
        ),
    ],
    *,
    looking: Looking,
    writing: Writing,
) -> None:
    """List what the corpus holds; piped, one a line.

    Positions written as csv, tsv, json or jsonl can be read back as a corpus.
    """
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.output import write_report
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate import list as listing

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking)
    tabulate = {
        "actors": listing.list_actors,
        "issues": listing.list_issues,
        "positions": listing.list_positions,
        "sources": listing.list_sources,
        "topics": listing.list_topics,
    }[kind]
    selection = select_positions(corpus, filters, keep_open=True)
    write_report(tabulate(corpus, filters, selection), writing)
