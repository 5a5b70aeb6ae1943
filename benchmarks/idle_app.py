"""A Typer application with as many options as `policycmp compare`, which does nothing."""

from __future__ import annotations

from typing import Annotated

import typer

Words = list[str] | None
Word = str | None
PANEL = "Panel"

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def start() -> None:
    """Do nothing yet."""


@app.command()
def compare(
    names: Annotated[Words, typer.Argument(metavar="[ISSUE]...", help="Help.")] = None,
    *,
    texts: Annotated[
        Words, typer.Option("--texts", metavar="DIR", help="Help.", rich_help_panel=PANEL)
    ] = None,
    crosswalk: Annotated[Word, typer.Option("--crosswalk", help="Help.", rich_help_panel=PANEL)] = None,
    corpus: Annotated[Words, typer.Option("--corpus", "-c", help="Help.", rich_help_panel=PANEL)] = None,
    actor: Annotated[Words, typer.Option("--actor", "-a", help="Help.", rich_help_panel=PANEL)] = None,
    issue: Annotated[Words, typer.Option("--issue", "-i", help="Help.", rich_help_panel=PANEL)] = None,
    topic: Annotated[Words, typer.Option("--topic", "-t", help="Help.", rich_help_panel=PANEL)] = None,
    source: Annotated[Words, typer.Option("--source", "-s", help="Help.", rich_help_panel=PANEL)] = None,
    attribution: Annotated[Words, typer.Option("--attribution", help="Help.", rich_help_panel=PANEL)] = None,
    since: Annotated[Word, typer.Option(metavar="DATE", help="Help.", rich_help_panel=PANEL)] = None,
    until: Annotated[Word, typer.Option(metavar="DATE", help="Help.", rich_help_panel=PANEL)] = None,
    as_of: Annotated[Word, typer.Option("--as-of", help="Help.", rich_help_panel=PANEL)] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Help.", rich_help_panel=PANEL)] = False,
    by: Annotated[str, typer.Option(parser=str, help="Help.", rich_help_panel=PANEL)] = "actor",
    rule: Annotated[Word, typer.Option(parser=str, help="Help.", rich_help_panel=PANEL)] = None,
    only: Annotated[Word, typer.Option(parser=str, help="Help.", rich_help_panel=PANEL)] = None,
    sort: Annotated[Word, typer.Option(parser=str, help="Help.", rich_help_panel=PANEL)] = None,
    transpose: Annotated[bool, typer.Option("--transpose", help="Help.", rich_help_panel=PANEL)] = False,
    detail: Annotated[bool, typer.Option("--detail", help="Help.", rich_help_panel=PANEL)] = False,
    long: Annotated[bool, typer.Option("--long", help="Help.", rich_help_panel=PANEL)] = False,
    format_name: Annotated[
        Word, typer.Option("--format", "-f", parser=str, help="Help.", rich_help_panel=PANEL)
    ] = None,
    output: Annotated[Word, typer.Option("--output", "-o", help="Help.", rich_help_panel=PANEL)] = None,
    force: Annotated[bool, typer.Option("--force", help="Help.", rich_help_panel=PANEL)] = False,
) -> None:
    """Do nothing."""
