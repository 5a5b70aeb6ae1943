"""How options are written on the command line: names, help and completion. Their defaults stand in
`policycmp.model.command_options`, and the same option is the same for every command."""

from __future__ import annotations

from functools import partial
from inspect import Parameter
from typing import TYPE_CHECKING, Any

import typer

from policycmp.cli.screen import WHEN
from policycmp.model.command_options import choose_rule
from policycmp.model.scope import choose_floor
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOOK_AT = "What to look at"
MEASURE = "Measure"
OUTPUT = "Output"
SHAPE = "Shape"


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter: how Typer shows it, what it reads, and, where no request states it, its default."""

    info: partial[Any]
    """What makes Typer's record of it once the rest is known."""
    type: Any = None
    default: Any = None
    choices: Sequence[str] | Callable[[], Sequence[str]] = ()
    """The values it takes; `{choices}` in its help becomes their list."""


def option(
    *names: str,
    help: str,  # noqa: A002  as Typer calls it
    metavar: str | None = None,
    panel: str | None = None,
    of: str | None = None,
) -> partial[Any]:
    """How an option is written; `of` names the kinds of things that the shell completes, joined by `+`."""
    complete = _complete_names_of(of) if of else None
    how = {"metavar": metavar, "help": help, "rich_help_panel": panel, "autocompletion": complete}
    return partial(typer.Option, *names, **how)


def words(metavar: str, help: str, of: str | None = None, *, required: bool = False) -> Given:  # noqa: A002
    """A positional argument of any number of words."""
    kind = list[str] if required else list[str] | None
    return Given(_argument(metavar, help, of), kind, Parameter.empty if required else None)


def word(metavar: str, help: str, of: str | None = None, *, required: bool = True) -> Given:  # noqa: A002
    """A positional argument of one word."""
    return Given(
        _argument(metavar, help, of), str if required else str | None, Parameter.empty if required else None
    )


def list_formats() -> tuple[str, ...]:
    """The names of the output formats; nothing of them is imported."""
    from policycmp.render.format import FORMATS

    return FORMATS.names()


def _argument(metavar: str, help: str, of: str | None) -> partial[Any]:  # noqa: A002
    complete = _complete_names_of(of) if of else None
    return partial(typer.Argument, metavar=metavar, help=help, autocompletion=complete)


def _complete_names_of(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from policycmp.cli.completion import complete_names

        return complete_names(context.params.get("corpus"), kind, incomplete)

    return complete


def _look_at(*names: str, help: str, metavar: str | None = None, of: str | None = None) -> Given:  # noqa: A002
    return Given(option(*names, metavar=metavar, help=help, panel=LOOK_AT, of=of))


def _measure(*names: str, metavar: str, help: str) -> Given:  # noqa: A002
    return Given(option(*names, metavar=metavar, help=help, panel=MEASURE))


OPTIONS = {
    "corpus": Given(
        option(
            "--corpus",
            "-c",
            metavar="PATH",
            help="Corpus file, or - for standard input; repeatable. Else $POLICYCMP_CORPUS, "
            "positions.yaml or data/positions.yaml here, or the bundled corpus.",
            panel=LOOK_AT,
        ),
        list[str] | None,
    ),
    "no_cache": Given(
        option("--no-cache", help="Read the corpus file itself, and keep nothing of it.", panel=LOOK_AT),
        bool,
        False,
    ),
    "actor": _look_at(
        "--actor",
        "--author",
        "-a",
        metavar="NAME",
        help="Only these actors: id, name, alias or part of one.",
        of="actor",
    ),
    "issue": _look_at("--issue", "-i", metavar="NAME", help="Only these issues.", of="issue"),
    "topic": _look_at("--topic", "-t", metavar="NAME", help="Only issues of these topics.", of="topic"),
    "source": _look_at("--source", "-s", metavar="NAME", help="Only what these sources show.", of="source"),
    "attribution": _look_at("--attribution", metavar="KIND", help="Only positions that are {choices}."),
    "since": _look_at("--since", metavar="DATE", help="Only from then on: 2022, 2022-01 or 2022-01-08."),
    "until": _look_at("--until", metavar="DATE", help="Only up to then."),
    "as_of": _look_at(
        "--as-of", metavar="DATE", help="As of this date: the latest position up to it counts."
    ),
    "exact": _look_at("--exact", help="Match names exactly, for scripts."),
    "crosswalk": _look_at(
        "--crosswalk",
        metavar="FILE",
        help="What the names of the further corpora correspond to in the first, from policycmp align.",
    ),
    "texts": _look_at(
        "--texts",
        metavar="DIR",
        help="Folder with the sources' texts, each named by its source's id (.txt .md .html .pdf), "
        "or a single text; repeatable.",
    ),
    "metric": _measure("--metric", "-m", metavar="NAME", help="{choices}."),
    "missing": _measure("--missing", metavar="RULE", help="Where only one of two speaks: {choices}."),
    "weight": _measure("--weight", "-w", metavar="ISSUE=N", help="Let an issue weigh N; the others weigh 1."),
    "weights": _measure("--weights", metavar="FILE", help="The same from a CSV file: issue, weight."),
    "floor": _measure(
        "--floor",
        metavar="N",
        help="Minimum shared issues; below it no value is shown. By default "
        f"{choose_floor(None, is_counted=False)}, {choose_floor(None, is_counted=True)} for metrics "
        "that count positions.",
    ),
    "normalise": _measure("--normalise", metavar="KIND", help="For metrics that count positions: {choices}."),
    "distinct": _measure(
        "--distinct",
        metavar="UNIT",
        help="Where positions are counted, count a repeated one once per: {choices}.",
    ),
    "skip": _measure(
        "--skip",
        metavar="KIND",
        help="Leave issues out: unanimous, where all who speak stand in one place; lopsided=2.5%, where "
        "fewer than that of those on a side are on the lesser one.",
    ),
    "min_actors": _measure("--min-actors", metavar="N", help="Leave issues out on which fewer actors speak."),
    "contested": _measure(
        "--contested",
        metavar="RULE",
        help="Cells with positions on both sides: {choices}; range shows the least and the greatest value "
        "that taking one side allows.",
    ),
    "conditional": _measure(
        "--conditional", metavar="RULE", help="Cells whose stance is tied to a condition: {choices}."
    ),
    "rule": _measure(
        "--rule",
        metavar="RULE",
        help="Which of several positions in a cell count: {choices}; by default "
        f"{choose_rule(None, as_of=None)}, with --as-of {choose_rule(None, as_of=True)}.",
    ),
    "detail": Given(
        option("--detail", help="Summary, attribution and place under each stance.", panel=SHAPE)
    ),
    "samples": _measure("--samples", metavar="N", help="How often to resample."),
    "seed": _measure("--seed", metavar="N", help="Random seed for resampling."),
}
"""By the field of the request that they fill."""
WRITING = {
    "format_name": Given(
        option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="{choices}; else by the suffix of -o, else a table.",
            panel=OUTPUT,
        ),
        str | None,
        choices=list_formats,
    ),
    "output": Given(
        option(
            "--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.", panel=OUTPUT
        ),
        str | None,
    ),
    "provenance": Given(
        option("--provenance", help="Say under a table in full how it came about.", panel=OUTPUT),
        bool,
        False,
    ),
    "color": Given(
        option("--color", metavar="WHEN", help="Colours: {choices}.", panel=OUTPUT), str, "auto", choices=WHEN
    ),
    "quiet": Given(
        option("--quiet", "-q", help="No notes on standard error, only errors.", panel=OUTPUT), bool, False
    ),
    "no_pager": Given(option("--no-pager", help="Never through a pager.", panel=OUTPUT), bool, False),
    "force": Given(option("--force", help="Replace the file if it is there.", panel=OUTPUT), bool, False),
}
"""Where a result goes, in which format, and what is said beside it."""
SHOWING = ("format_name", "output", "provenance", "color", "no_pager", "quiet")
"""Of those, what a command has that shows a report."""
