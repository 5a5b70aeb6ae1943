"""`policycmp diff`: where two actors differ."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import word
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Diff


@command(
    Diff,
    arguments={"first": word("ACTOR", "One actor.", "actor"), "second": word("ACTOR", "The other.", "actor")},
)
def diff(*, first: str, second: str, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show where two actors differ, widest gap first."""
    from policycmp.api.diff import diff

    write_result(diff(corpus, first, second, **asked), writing)
