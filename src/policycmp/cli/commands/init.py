"""`policycmp init`: a new corpus to fill in."""

from __future__ import annotations

from typing import Annotated

import typer


def init(
    output: Annotated[
        str, typer.Argument(metavar="[FILE]", help="The file to write; - for standard output.")
    ] = "positions.yaml",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write a small commented corpus to fill in.

    It passes `policycmp check` as it is, and shows each part of the format once.
    """
    from policycmp.cli.inputs import say_note
    from policycmp.cli.output import write_text
    from policycmp.corpusfile.template import TEMPLATE

    write_text(TEMPLATE, output, force=force, own=False)
    if output != "-":
        say_note(f"wrote {output}; next: policycmp check {output}")
