"""`policycmp init`: a new corpus to fill in."""

from __future__ import annotations

from policycmp.cli.command import command
from policycmp.cli.messages import say_note
from policycmp.cli.options import word
from policycmp.cli.output import Writing, write_draft
from policycmp.record import replace

FILE = replace(
    word("[FILE]", "The file to write; - for standard output.", required=False), default="positions.yaml"
)


@command(arguments={"target": FILE}, corpus=False, writes=("force",))
def init(*, target: str, writing: Writing) -> None:
    """Write a small commented corpus to fill in.

    It passes `policycmp check` as it is, and shows each part of the format once.
    """
    from policycmp.api.templates import write_template

    write_draft(write_template(), replace(writing, output=target))
    if target != "-":
        say_note(f"wrote {target}; next: policycmp check {target}")
