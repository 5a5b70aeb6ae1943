"""`policycmp issues`: which issues unite and split the actors, and which go together."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import MEASURE, Given, option, words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Issues

FLOOR = Given(
    option("--floor", metavar="N", help="Minimum actors; below it no value is shown.", panel=MEASURE)
)


@command(
    Issues,
    arguments={"names": words("[ISSUE]...", "Issues or topics (default: all).", "topic+issue")},
    options={"floor": FLOOR},
)
def issues(*, names: list[str] | None, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show which issues split the field, and which go together."""
    from policycmp.api.issues import issues

    write_result(issues(corpus, *(names or ()), **asked), writing)
