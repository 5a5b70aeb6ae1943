"""`policycmp reliability`: how far several coders agree."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import MEASURE, Given, option
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Reliability

LEVEL = Given(
    option(
        "--level",
        metavar="LEVEL",
        help="Of Gwet's AC2: {choices}; alpha is given on all.",
        panel=MEASURE,
    )
)


@command(Reliability, options={"level": LEVEL})
def reliability(*, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show how far several coders agree, and which codings to discuss."""
    from policycmp.api.reliability import reliability

    write_result(reliability(corpus, **asked), writing)
