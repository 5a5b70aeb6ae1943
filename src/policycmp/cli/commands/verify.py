"""`policycmp verify`: whether every passage stands in its source."""

from __future__ import annotations

from typing import Any

import typer

from policycmp.cli.command import command
from policycmp.cli.options import LOOK_AT, OUTPUT, Given, option
from policycmp.cli.output import Writing, write_file, write_result
from policycmp.model.command_options import Verify

VERIFYING = {
    "fix": Given(
        option(
            "--fix",
            help="Update moved anchors in the corpus file (YAML, JSON); nothing else changes.",
            panel=LOOK_AT,
        )
    ),
    "all": Given(option("--all", help="List passages that are found, too.", panel=OUTPUT)),
}


@command(Verify, options=VERIFYING)
def verify(*, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """Report whether every passage stands in its source.

    Found, moved, altered (with what changed), ambiguous, missing, or no text to look in. White
    space, line breaks, hyphenation and typography do not matter; words do.
    Exits with status 1 unless every passage is found.
    """
    from policycmp.api.verify import verify

    verified = verify(corpus, **asked)
    for path, text in verified.files.items():
        write_file(path, [text])
    write_result(verified, writing)
    if not verified.is_clean:
        raise typer.Exit(1)
