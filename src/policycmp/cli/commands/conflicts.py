"""`policycmp conflicts`: actors against themselves."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Conflicts


@command(Conflicts, arguments={"names": words("[ACTOR]...", "Actors to include (default: all).", "actor")})
def conflicts(*, names: list[str] | None, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show actors who contradict themselves, and how each rule reads it."""
    from policycmp.api.conflicts import conflicts

    write_result(conflicts(corpus, *(names or ()), **asked), writing)
