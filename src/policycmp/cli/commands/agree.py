"""`policycmp agree`: how near actors are to each other."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import MEASURE, SHAPE, Given, option, words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Agree, Measuring

SHAPES = {
    "explain": Given(
        option(
            "--explain",
            metavar="A B",
            help="The sum behind the number of these two, issue by issue.",
            panel=SHAPE,
        ),
        tuple[str, str] | None,
    ),
    "pairs": Given(option("--pairs", help="One pair per row instead of a square.", panel=SHAPE)),
    "top": Given(option("--top", metavar="N", help="Only the N nearest pairs, one per row.", panel=SHAPE)),
    "robust": Given(
        option(
            "--robust",
            help="Intervals by resampling the issues, and what leaving one issue out does.",
            panel=MEASURE,
        )
    ),
    "without": Given(
        option(
            "--without",
            metavar="KIND",
            help="Beside the full table, one without {choices} positions.",
            panel=MEASURE,
        )
    ),
}


@command(
    Agree,
    arguments={
        "names": words(
            "[ACTOR]...",
            "Actors to include (default: all); one alone is measured against all others, nearest first.",
            "actor",
        )
    },
    options=SHAPES,
)
def agree(
    *,
    names: list[str] | None,
    corpus: list[str] | None,
    explain: tuple[str, str] | None,
    writing: Writing,
    **asked: Any,
) -> None:
    """Show how near actors are to each other, and on how many shared issues."""
    if explain:
        from policycmp.api.explain import explain as explain_pair
        from policycmp.cli.command import keep

        write_result(explain_pair(corpus, *explain, **keep(asked, Measuring)), writing)
        return
    from policycmp.api.agree import agree

    write_result(agree(corpus, *(names or ()), **asked), writing)
