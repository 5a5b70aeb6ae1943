"""The Typer application: which commands there are, in which panel, with which examples."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.screen import count_colors, is_screen
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its panel in the help, what stands for it there, lines to copy, and the function
    of its module in `commands/` where that has another name than the command."""

    panel: str
    summary: str
    """The first line of the function's docstring."""
    examples: tuple[str, ...]
    function: str = ""


COMMANDS = {
    "compare": Command(
        "Compare",
        "Show who stands where: issues by actors, or any cut of it.",
        (
            "compare",
            "compare nato --actor heritage,bandow --detail",
            "compare --actor biden --by source",
            "compare --only disagreements -f markdown -o table.md",
        ),
    ),
    "show": Command(
        "Compare",
        "Show everything on an actor, an issue or a source.",
        ("show bandow", "show biden troops", "show hot-air-2022-01-07 -f json"),
    ),
    "agree": Command(
        "Compare",
        "Show how near actors are to each other, and on how many shared issues.",
        (
            "agree",
            "agree bandow",
            "agree --explain bandow national-interest",
            "agree --metric same-side --weight nato-open-door=2 --floor 5",
            "agree heritage bandow morrissey --robust",
            "agree --without reported,implied",
        ),
    ),
    "diff": Command(
        "Compare",
        "Show where two actors differ, widest gap first.",
        ("diff bandow heritage", "diff bandow heritage --topic nato -f markdown"),
    ),
    "conflicts": Command(
        "Compare",
        "Show actors who contradict themselves, and how each rule reads it.",
        ("conflicts", "conflicts biden --issue troops"),
    ),
    "changes": Command(
        "Compare",
        "Show what flipped, moved, came or went between two states.",
        (
            "changes --from 2021-12-31 --to 2022-01-10",
            "changes --before last-week.yaml --corpus positions.yaml",
        ),
    ),
    "issues": Command(
        "Compare",
        "Show which issues split the field, and which go together.",
        ("issues", "issues nato --floor 5", "issues -f csv"),
    ),
    "camps": Command(
        "Compare",
        "Show who stands with whom, and which issues set the camps apart.",
        ("camps", "camps --camps 3 --metric same-side", "camps --missing neutral -f json"),
    ),
    "match": Command(
        "Compare",
        "Answer the statements yourself; see who is nearest, and why.",
        ("match", "match mine.csv", "match mine.csv --ask", "match mine.csv --must talks-with-russia"),
    ),
    "list": Command(
        "Corpus",
        "List what the corpus holds; one per line when piped.",
        (
            "list issues",
            "list positions --source hot-air -f csv",
            "list positions -f jsonl | jq -c 'select(.stance == 2)' | policycmp compare -c -",
        ),
        function="list_kind",
    ),
    "check": Command(
        "Corpus",
        "Report every error and warning of a corpus.",
        ("check positions.yaml", "check positions.yaml -f github"),
    ),
    "verify": Command(
        "Corpus",
        "Report whether every passage stands in its source.",
        (
            "verify --texts sources",
            "verify --texts sources --fix",
            "verify -c sample.dna",
            "verify --texts sources -f jsonl | jq -c 'select(.outcome != \"found\")'",
        ),
    ),
    "reliability": Command(
        "Corpus",
        "Show how far several coders agree, and which codings to discuss.",
        ("reliability -c coded-twice.yaml", "reliability -c coded-twice.yaml -f csv"),
    ),
    "find": Command(
        "Corpus",
        "Find passages of a new text that speak to the issues.",
        (
            "find article.txt",
            "find article.html --topic 'arms control' --limit 20",
            "find article.pdf --draft -o draft.yaml",
        ),
    ),
    "init": Command(
        "Corpus", "Write a small commented corpus to fill in.", ("init", "init - | policycmp compare -c -")
    ),
    "align": Command(
        "Exchange",
        "Match another corpus's issues and actors with this one's, and write the crosswalk with -o.",
        (
            "align theirs.yaml",
            "align theirs.yaml -o crosswalk.yaml --review",
            "align labels.csv --many -f csv",
            "align theirs.yaml --within affiliation",
        ),
    ),
    "merge": Command(
        "Exchange",
        "Make one corpus of several, and list every cell in which they disagree.",
        ("merge a.yaml b.yaml -o both.yaml", "merge a.yaml b.yaml --on-conflict fail -o both.yaml"),
    ),
    "convert": Command(
        "Exchange",
        "Write a corpus in another format, and name what that format cannot hold.",
        ("convert positions.csv positions.yaml", "convert sample.dna -"),
    ),
    "schema": Command(
        "Exchange", "Print the JSON Schema of the corpus format.", ("schema -o corpus.schema.json",)
    ),
}
"""In the order of the help."""

EXIT_CODES = """\b
Exit codes:
  0 done, 1 the answer is negative (check, verify), 2 wrong usage,
  65 faulty corpus, 66 missing or unreadable input, 70 a fault of ours,
  73 cannot create, 74 cannot write, 130 interrupted, 141 closed pipe"""


def list_examples(*lines: str) -> str:
    """The end of a command's help: lines to copy, kept as they are."""
    return "\n".join(["\b", "Examples:", *(f"  policycmp {line}" for line in lines)])


def find_command(argv: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The command that the arguments name, or, at a TAB, the line that is being typed."""
    typed = argv
    if environ.get("_POLICYCMP_COMPLETE"):  # bash names the line so, every other shell otherwise
        typed = (environ.get("COMP_WORDS") or environ.get("_TYPER_COMPLETE_ARGS", "")).split()[1:]
    first = next((word for word in typed if not word.startswith("-")), None)
    return first if first in COMMANDS else None


def build_app(wanted: str | None = None) -> typer.Typer:
    """The application with that command alone, whose module is then the only one imported; where
    none is known yet, with the names of all for the help and for suggestions."""
    colored = is_screen(sys.stdout) and count_colors(os.environ, is_terminal=True) > 0
    app = typer.Typer(
        name="policycmp",
        epilog=list_examples("compare", "compare nato --actor heritage,bandow", "show biden troops")
        + "\n\n"
        + EXIT_CODES,
        # Without a terminal, and without colour, the help is plain text, at less than half the cost.
        rich_markup_mode="rich" if colored else None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(start)
    if wanted is None:
        for name, command in COMMANDS.items():
            app.command(name, help=command.summary, rich_help_panel=command.panel)(_stand_in)
        return app
    command = COMMANDS[wanted]
    module = import_module(f"policycmp.cli.commands.{wanted}")
    epilog = list_examples(*command.examples)
    app.command(wanted, rich_help_panel=command.panel, epilog=epilog)(
        getattr(module, command.function or wanted)
    )
    return app


def _stand_in() -> None:
    """What a command's name stands for in an application that carries out none."""
    raise RuntimeError("a command was called by a name that was not seen")


def _show_version(wanted: bool) -> None:
    if wanted:
        from policycmp.version import __version__

        typer.echo(f"policycmp {__version__}")
        raise typer.Exit


def start(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Compare policy positions: who stands where, on what, since when, and where it says so."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
