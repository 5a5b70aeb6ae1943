"""`policycmp merge`: several corpora made one."""

from __future__ import annotations

from typing import Annotated

import typer

from policycmp.cli.crosswalks import CrosswalkOption  # noqa: TC001  Typer looks at it
from policycmp.cli.options import OUTPUT, choose_from

CHOICES = ("keep-both", "first", "fail")


def merge(
    corpora: Annotated[
        list[str], typer.Argument(metavar="CORPUS...", help="Two or more corpora.", show_default=False)
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to; - for standard output.", rich_help_panel=OUTPUT
        ),
    ] = "-",
    crosswalk: CrosswalkOption = None,
    on_conflict: Annotated[
        str,
        typer.Option(
            "--on-conflict",
            metavar="HOW",
            parser=choose_from(lambda: CHOICES, "way"),
            help="Where two disagree: keep-both, first, or fail.",
        ),
    ] = "keep-both",
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a file that policycmp did not write.", rich_help_panel=OUTPUT),
    ] = False,
) -> None:
    """Make one corpus of several, and list every cell in which they disagree.

    The first one's codebook holds; what stands for nothing in it is added. Files of bare
    positions take their issues, actors and sources from the first.
    """
    from policycmp.alignment.merge import OnConflict
    from policycmp.cli.crosswalks import join_and_say, say_disagreements
    from policycmp.cli.output import write_corpus
    from policycmp.corpusfile.writer_choice import choose_writer
    from policycmp.errors import UsageError
    from policycmp.load.corpus import load_corpus

    if len(corpora) < 2:
        raise UsageError("merge takes two corpora or more", "write it as merge a.yaml b.yaml -o c.yaml")
    writer = choose_writer(output)
    first = load_corpus(corpora[:1])
    others = [load_corpus([name], codebook=first) for name in corpora[1:]]
    merger = join_and_say([first, *others], crosswalk, OnConflict(on_conflict))
    say_disagreements(merger)
    write_corpus(merger.corpus, writer, output, force=force)
