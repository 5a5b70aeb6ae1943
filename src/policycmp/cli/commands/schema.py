"""`policycmp schema`: the JSON Schema of the corpus format, for editors."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default=False),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that policycmp did not write.")
    ] = False,
) -> None:
    """Print the JSON Schema of the corpus format.

    It is for editors and validators.

    An editor uses it for a file whose first line is
    `# yaml-language-server: $schema=corpus.schema.json`.
    """
    import json

    from policycmp.cli.output import write_text
    from policycmp.corpusfile.schema import json_schema

    write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", output, force=force)
