"""`policycmp convert`: a corpus in another format."""

from __future__ import annotations

from policycmp.cli.command import command
from policycmp.cli.options import word
from policycmp.cli.output import Writing, say_note, write_draft


@command(
    arguments={
        "files": word("IN", "A corpus in any format."),
        "target": word("OUT", "yaml, json, csv, tsv or jsonl by its suffix; - for YAML."),
    },
    corpus=False,
    writes=("force",),
)
def convert(*, files: str, target: str, writing: Writing) -> None:
    """Write a corpus in another format, and name what that format cannot hold."""
    from policycmp.api.convert import convert
    from policycmp.record import replace

    converted = convert(files, target.rpartition(".")[2] if target != "-" else None)
    write_draft(converted.value, replace(writing, output=target, inputs=(files,)))
    for lost in converted.notes:
        say_note(f"not in {target}: {lost}")
