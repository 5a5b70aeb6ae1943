"""`policycmp align`: another corpus's issues and actors onto this one's."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.options import LOOK_AT, Writing, expand_options


@expand_options
def align(
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other corpus.", show_default=False)],
    *,
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            "--corpus",
            "-c",
            metavar="PATH",
            help="This corpus; as for compare.",
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None,
    many: Annotated[
        bool, typer.Option("--many", help="Let several of theirs stand for one of ours.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Decide the doubtful ones now, one key each; needs -o.")
    ] = False,
    writing: Writing,
) -> None:
    """Match another corpus's issues and actors with this one's, and write the crosswalk with -o.

    A crosswalk that is there already is completed: its rows stay as they are.
    """
    from policycmp.alignment.codebooks import align_codebooks
    from policycmp.cli.crosswalks import keep_crosswalk, read_known
    from policycmp.cli.inputs import read_corpus
    from policycmp.cli.output import write_report
    from policycmp.cli.progress import watch_progress
    from policycmp.load.corpus import load_corpus
    from policycmp.tabulate.align import tabulate_crosswalk

    known = read_known(writing, review=review)
    ours, theirs = read_corpus(corpus), load_corpus([other])
    with watch_progress("names") as report:
        crosswalk = align_codebooks(ours, theirs, many=many, known=known, report=report)
    if known is None:
        write_report(tabulate_crosswalk(crosswalk, ours, theirs), writing)
    else:
        keep_crosswalk(crosswalk, ours, theirs, writing, review=review)
