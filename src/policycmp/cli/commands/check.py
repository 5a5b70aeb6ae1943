"""`policycmp check`: errors and warnings in a corpus."""

from __future__ import annotations

from typing import Any

import typer

from policycmp.cli.command import command
from policycmp.cli.options import OUTPUT, Given, option, words
from policycmp.cli.output import Writing, write_text
from policycmp.model.command_options import Check


def _list_fault_formats() -> tuple[str, ...]:
    from policycmp.render.faults import FAULT_FORMATS

    return FAULT_FORMATS.names()


CHECKING = {
    "explain": Given(
        option("--explain", metavar="CODE", help="Explain a code, with a bad and a good example."),
        str | None,
    ),
    "strict": Given(option("--strict", help="Let warnings count as errors.")),
    "fault_format": Given(
        option("--format", "-f", metavar="FORMAT", help="{choices}.", panel=OUTPUT),
        str,
        "text",
        _list_fault_formats,
    ),
}


@command(
    Check,
    arguments={
        "files": words("[FILE]...", "Corpus files, or - for standard input (default: the current corpus).")
    },
    options=CHECKING,
    corpus=False,
    writes=("output",),
)
def check(
    *, files: list[str] | None, explain: str | None, fault_format: str, writing: Writing, **asked: Any
) -> None:
    """Report every error and warning of a corpus.

    Each comes with its place, a code that stays the same, and what to do about it.
    Exits with status 1 where there is an error.
    """
    from policycmp.api.asking import choose
    from policycmp.api.check import check, explain_code

    if explain is not None:
        write_text(explain_code(explain), writing)
        return
    name = choose("format", fault_format, _list_fault_formats())
    checked = check(files, **asked)
    write_text(checked.render(name), writing)
    if not checked.is_clean:
        raise typer.Exit(1)
