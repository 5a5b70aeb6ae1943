"""The Typer application: which commands there are, in which panel."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from policycmp.cli.commands.agree import agree
from policycmp.cli.commands.camps import camps
from policycmp.cli.commands.changes import changes
from policycmp.cli.commands.check import check
from policycmp.cli.commands.compare import compare
from policycmp.cli.commands.conflicts import conflicts
from policycmp.cli.commands.diff import diff
from policycmp.cli.commands.find import find
from policycmp.cli.commands.init import init
from policycmp.cli.commands.issues import issues
from policycmp.cli.commands.list import list_kind
from policycmp.cli.commands.match import match
from policycmp.cli.commands.reliability import reliability
from policycmp.cli.commands.schema import schema
from policycmp.cli.commands.show import show
from policycmp.cli.commands.verify import verify

EXIT_CODES = """\b
Exit codes:
  0 done, 1 the answer is negative (check, verify), 2 wrong usage,
  65 faulty corpus, 66 missing or unreadable input, 70 a fault of ours,
  73 cannot create, 74 cannot write, 130 interrupted, 141 closed pipe"""


def list_examples(*lines: str) -> str:
    """The end of a command's help: lines to copy, kept as they are."""
    return "\n".join(["\b", "Examples:", *(f"  policycmp {line}" for line in lines)])


app = typer.Typer(
    name="policycmp",
    epilog=list_examples("compare", "compare nato --actor heritage,bandow", "show biden troops")
    + "\n\n"
    + EXIT_CODES,
    # Without a terminal the help is plain text, at less than half the cost.
    rich_markup_mode="rich" if sys.stdout is not None and sys.stdout.isatty() else None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from policycmp.version import __version__

        typer.echo(f"policycmp {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave."),
    ] = False,
) -> None:
    """Compare policy positions: who stands where, on what, since when, and where it says so."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command(
    "compare",
    rich_help_panel="Compare",
    epilog=list_examples(
        "compare",
        "compare nato --actor heritage,bandow --detail",
        "compare --actor biden --by source",
        "compare --only disagreements -f markdown -o table.md",
    ),
)(compare)
app.command(
    "show",
    rich_help_panel="Compare",
    epilog=list_examples("show bandow", "show biden troops", "show hot-air-2022-01-07 -f json"),
)(show)
app.command(
    "agree",
    rich_help_panel="Compare",
    epilog=list_examples(
        "agree",
        "agree bandow",
        "agree --explain bandow national-interest",
        "agree --metric same-side --weight nato-open-door=2 --floor 5",
        "agree heritage bandow morrissey --robust",
        "agree --without reported,implied",
    ),
)(agree)
app.command(
    "diff",
    rich_help_panel="Compare",
    epilog=list_examples("diff bandow heritage", "diff bandow heritage --topic nato -f markdown"),
)(diff)
app.command(
    "conflicts",
    rich_help_panel="Compare",
    epilog=list_examples("conflicts", "conflicts biden --issue troops"),
)(conflicts)
app.command(
    "changes",
    rich_help_panel="Compare",
    epilog=list_examples(
        "changes --from 2021-12-31 --to 2022-01-10",
        "changes --before last-week.yaml --corpus positions.yaml",
    ),
)(changes)
app.command(
    "issues",
    rich_help_panel="Compare",
    epilog=list_examples("issues", "issues nato --floor 5", "issues -f csv"),
)(issues)
app.command(
    "camps",
    rich_help_panel="Compare",
    epilog=list_examples("camps", "camps --camps 3 --metric same-side", "camps --missing neutral -f json"),
)(camps)
app.command(
    "match",
    rich_help_panel="Compare",
    epilog=list_examples(
        "match", "match mine.csv", "match mine.csv --ask", "match mine.csv --must talks-with-russia"
    ),
)(match)
app.command(
    "list",
    rich_help_panel="Corpus",
    epilog=list_examples(
        "list issues",
        "list positions --source hot-air -f csv",
        "list positions -f jsonl | jq -c 'select(.stance == 2)' | policycmp compare -c -",
    ),
)(list_kind)
app.command(
    "check",
    rich_help_panel="Corpus",
    epilog=list_examples("check positions.yaml", "check positions.yaml -f github"),
)(check)
app.command(
    "verify",
    rich_help_panel="Corpus",
    epilog=list_examples(
        "verify --texts sources",
        "verify --texts sources --fix",
        "verify -c sample.dna",
        "verify --texts sources -f jsonl | jq -c 'select(.outcome != \"found\")'",
    ),
)(verify)
app.command(
    "reliability",
    rich_help_panel="Corpus",
    epilog=list_examples("reliability -c coded-twice.yaml", "reliability -c coded-twice.yaml -f csv"),
)(reliability)
app.command(
    "find",
    rich_help_panel="Corpus",
    epilog=list_examples(
        "find article.txt",
        "find article.html --topic 'arms control' --limit 20",
        "find article.pdf --draft -o draft.yaml",
    ),
)(find)
app.command(
    "init", rich_help_panel="Corpus", epilog=list_examples("init", "init - | policycmp compare -c -")
)(init)
app.command("schema", rich_help_panel="Exchange", epilog=list_examples("schema -o corpus.schema.json"))(
    schema
)
