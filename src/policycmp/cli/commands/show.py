"""`policycmp show`: everything on an actor, an issue, a source, or where they meet."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import words
from policycmp.cli.output import Writing, write_result
from policycmp.model.command_options import Show


@command(
    Show,
    arguments={
        "names": words(
            "NAME...",
            "Actors, issues, topics or sources; names of different kinds narrow each other down.",
            "actor+issue+topic+source",
            required=True,
        )
    },
)
def show(*, names: list[str], corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Show everything on an actor, an issue or a source.

    Stance, summary, attribution, condition, and the place in the source where it says so; with
    --texts the passage itself between » and «, and the words around it.
    """
    from policycmp.api.show import show

    write_result(show(corpus, *names, **asked), writing)
