"""`policycmp convert`: a corpus in another format."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import OUTPUT
from policycmp.corpusfile.writer_choice import WRITERS
from policycmp.text.grammar import join_words


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A corpus in any format.", show_default=False)],
    target: Annotated[
        str,
        typer.Argument(
            metavar="OUT",
            help=f"A file, {join_words(WRITERS.names(), 'or')} by its suffix; - for YAML.",
            show_default=False,
        ),
    ],
    *,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a file that policycmp did not write.", rich_help_panel=OUTPUT),
    ] = False,
) -> None:
    """Write a corpus in another format, and name what that format cannot hold."""
    from policycmp.cli.inputs import read_corpus
    from policycmp.cli.output import write_corpus
    from policycmp.corpusfile.writer_choice import choose_writer

    writer = choose_writer(target)
    write_corpus(read_corpus([source]), writer, target, force=force)
