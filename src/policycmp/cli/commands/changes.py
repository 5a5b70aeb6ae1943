"""`policycmp changes`: what moved between two dates of a corpus, or between two corpora."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import Given, option
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Changes

STATES = {
    "from_": Given(option("--from", metavar="DATE", help="Earlier date.")),
    "to": Given(option("--to", metavar="DATE", help="Later date (default: last date in the corpus).")),
    "before": Given(
        option(
            "--before",
            metavar="PATH",
            help="An earlier corpus, or an earlier state of this one; repeatable.",
        )
    ),
}


@command(Changes, options=STATES)
def changes(*, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show what flipped, moved, came or went between two states."""
    from policycmp.api.changes import changes

    write_result(changes(corpus, **asked), writing)
