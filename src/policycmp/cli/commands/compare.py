"""`policycmp compare`: who stands where."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import SHAPE, Given, option, words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Compare

SHAPES = {
    "by": Given(
        option(
            "--by",
            metavar="KIND",
            help="Columns: actor, source or affiliation; topic: actors by topic.",
            panel=SHAPE,
        )
    ),
    "only": Given(
        option(
            "--only",
            metavar="KIND",
            help="Only rows with disagreements, agreements, or somebody silent.",
            panel=SHAPE,
        )
    ),
    "sort": Given(
        option(
            "--sort",
            metavar="ORDER",
            help="Columns by coverage, codebook or name; or rows by spread, widest first.",
            panel=SHAPE,
        )
    ),
    "transpose": Given(option("--transpose", help="Turn rows into columns.", panel=SHAPE)),
    "detail": Given(
        option("--detail", help="Summary, attribution and place under each stance.", panel=SHAPE)
    ),
    "long": Given(option("--long", help="One row per cell, for programs.", panel=SHAPE)),
}


@command(
    Compare,
    arguments={"names": words("[ISSUE]...", "Issues or topics (default: all).", "topic+issue")},
    options=SHAPES,
)
def compare(*, names: list[str] | None, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show who stands where: issues by actors, or any cut of it.

    Every cell holds all positions of that actor on that issue. Silent, mixed, conditional and
    contested cells look different, in every format. With --texts the passages' words stand in
    --detail and in the footnotes of Markdown and HTML.
    """
    from policycmp.api.compare import compare

    write_result(compare(corpus, *(names or ()), **asked), writing)
