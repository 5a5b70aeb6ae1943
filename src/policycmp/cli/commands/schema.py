"""`policycmp schema`: the JSON Schema of the corpus format, for editors."""

from __future__ import annotations

from policycmp.cli.command import command
from policycmp.cli.output import Writing, write_text


@command(corpus=False, writes=("output",))
def schema(*, writing: Writing) -> None:
    """Print the JSON Schema of the corpus format.

    It is for editors and validators.

    An editor uses it for a file whose first line is
    `# yaml-language-server: $schema=corpus.schema.json`.
    """
    from policycmp.api.templates import write_schema

    write_text(write_schema(), writing)
