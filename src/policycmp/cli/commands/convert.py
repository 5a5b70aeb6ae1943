"""`policycmp convert`: a corpus in another format."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import OUTPUT


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A corpus in any format.", show_default=False)],
    target: Annotated[
        str,
        typer.Argument(
            metavar="OUT", help="yaml, json, csv, tsv or jsonl by its suffix; - for YAML.", show_default=False
        ),
    ],
    *,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a file that policycmp did not write.", rich_help_panel=OUTPUT),
    ] = False,
) -> None:
    """Write a corpus in another format, and name what that format cannot hold."""
    from policycmp.cli.inputs import read_corpus, say_note
    from policycmp.cli.output import write_text
    from policycmp.corpusfile.document_writer import convert_corpus

    text, lost = convert_corpus(read_corpus([source]), target.rpartition(".")[2] if target != "-" else "yaml")
    write_text(text, target, force=force)
    for what in lost:
        say_note(f"not in {target}: {what}")
