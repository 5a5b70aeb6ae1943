"""The options that several commands share, and the choices they offer."""

from __future__ import annotations

import sys
from functools import wraps
from inspect import Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Choice = TypeVar("Choice", bound=str)

LOOK_AT = "What to look at"
OUTPUT = "Output"


def choose_from(choices: Callable[[], Iterable[Choice]], what: str) -> Callable[[str], Choice]:
    """A parser for an option with a closed list of values, naming the nearest one to a wrong one."""

    def parse(value: str) -> Choice:
        known = {str(choice): choice for choice in choices()}
        folded = value.casefold().replace("_", "-")
        if folded in known:
            return known[folded]
        from policycmp.text.suggest import describe_choice

        raise typer.BadParameter("; ".join(describe_choice(what, value, known)))

    return parse


def complete_from(choices: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """A completer for the same."""
    return lambda incomplete: [str(choice) for choice in choices() if choice.startswith(incomplete)]


def list_formats() -> tuple[str, ...]:
    """The names of the output formats; nothing of them is imported."""
    from policycmp.render.format import FORMATS

    return FORMATS.names()


def list_attributions() -> tuple[str, ...]:
    """stated, reported, implied."""
    from policycmp.model.corpus import Attribution

    return tuple(Attribution)


def complete_names_of(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """A completer for names of things of that kind, or of several kinds joined by `+`."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from policycmp.cli.completion import complete_names

        return complete_names(context.params.get("corpus"), kind, incomplete)

    return complete


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What to look at: the corpus, and the filters that all commands share."""

    corpus: Annotated[
        list[str] | None,
        typer.Option(
            "--corpus",
            "-c",
            metavar="PATH",
            help="Corpus file, or - for standard input; repeatable. Else $POLICYCMP_CORPUS, "
            "positions.yaml or data/positions.yaml here, or the corpus that ships.",
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            "--author",
            "-a",
            metavar="NAME",
            help="Only these actors: id, name, alias or part of one.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    issue: Annotated[
        list[str] | None,
        typer.Option(
            "--issue",
            "-i",
            metavar="NAME",
            help="Only these issues.",
            autocompletion=complete_names_of("issue"),
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            "-t",
            metavar="NAME",
            help="Only issues of these topics.",
            autocompletion=complete_names_of("topic"),
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            "-s",
            metavar="NAME",
            help="Only what these sources show.",
            autocompletion=complete_names_of("source"),
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    attribution: Annotated[
        list[str] | None,
        typer.Option(
            "--attribution",
            metavar="KIND",
            help="Only positions that are stated, reported or implied.",
            autocompletion=complete_from(list_attributions),
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Only from then on: 2022, 2022-01 or 2022-01-08.",
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only up to then.", show_default=False, rich_help_panel=LOOK_AT),
    ] = None
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="As it stood then: up to that date, the latest counting.",
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    exact: Annotated[
        bool,
        typer.Option("--exact", help="Take names only as they are, for scripts.", rich_help_panel=LOOK_AT),
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Where the result goes, and how it looks."""

    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=choose_from(list_formats, "format"),
            help="csv, html, json, jsonl, markdown, terminal or tsv; else by the suffix of -o, else a table.",
            autocompletion=complete_from(list_formats),
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, whole or not at all.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a file that policycmp did not write.", rich_help_panel=OUTPUT),
    ] = False


def expand_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take a group of options as one value.

    Every parameter whose type is a dataclass of options, such as `Looking`, is replaced, for
    Typer, by that group's options; when the command runs they are gathered again.
    """
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if _is_group(hint)}
    options = {name: signature(group).parameters for name, group in groups.items()}
    parameters = []
    for parameter in signature(command).parameters.values():
        if parameter.name not in groups:
            parameters.append(parameter.replace(annotation=hints[parameter.name]))
            continue
        group_hints = _read_hints(groups[parameter.name])
        parameters += [
            option.replace(annotation=group_hints[name]) for name, option in options[parameter.name].items()
        ]

    @wraps(command)
    def expanded(**values: Any) -> None:  # noqa: ANN401  whatever the options hold
        for name, group in groups.items():
            values[name] = group(**{option: values.pop(option) for option in options[name]})
        command(**values)

    expanded.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    expanded.__annotations__ = {p.name: p.annotation for p in parameters}
    return expanded


def _is_group(hint: object) -> bool:
    # Looked up in its own dictionary: `is_dataclass` would make the fields, which nobody needs.
    return isinstance(hint, type) and "__dataclass_fields__" in vars(hint)


def _read_hints(group: type) -> dict[str, Any]:
    """The group's types. Its module's names are given as globals, so that the parsers written
    in them as lambdas find theirs."""
    return get_type_hints(group, vars(sys.modules[group.__module__]), include_extras=True)
