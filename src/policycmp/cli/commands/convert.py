"""`policycmp convert`: a corpus in another format."""

from __future__ import annotations

from policycmp.api.convert import find_format, list_formats
from policycmp.cli.command import command
from policycmp.cli.options import word
from policycmp.cli.output import Writing, say_notes, write_draft
from policycmp.record import replace


@command(
    arguments={
        "files": word("IN", "A corpus in any format."),
        "target": replace(
            word("OUT", "The file to write, {choices} by its suffix; - for YAML on standard output."),
            choices=list_formats,
        ),
    },
    corpus=False,
    writes=("force",),
)
def convert(*, files: str, target: str, writing: Writing) -> None:
    """Write a corpus in another format, and name what that format cannot hold."""
    from policycmp.api.convert import convert

    converted = convert(files, find_format(target))
    write_draft(converted.value, replace(writing, output=target, inputs=(files,)))
    say_notes([f"not in {target}: {lost}" for lost in converted.lost], writing)
