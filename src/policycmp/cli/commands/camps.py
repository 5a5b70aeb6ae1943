"""`policycmp camps`: who stands with whom."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import MEASURE, Given, option, words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Camps

CAMPS = {
    "camps": Given(
        option(
            "--camps",
            "-n",
            metavar="N",
            help="Number of camps (default: best mean silhouette).",
            panel=MEASURE,
        )
    ),
    "samples": Given(
        option(
            "--samples",
            metavar="N",
            help="How often the issues are resampled for stability.",
            panel=MEASURE,
        )
    ),
}


@command(
    Camps,
    arguments={"names": words("[ACTOR]...", "Actors to include (default: all).", "actor")},
    options=CAMPS,
)
def camps(*, names: list[str] | None, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show who stands with whom, and which issues set the camps apart."""
    from policycmp.api.camps import camps

    write_result(camps(corpus, *(names or ()), **asked), writing)
