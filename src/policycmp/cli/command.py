"""A command made of a request: its fields become Typer's parameters, what was typed becomes values."""

from __future__ import annotations

import os
from functools import wraps
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any

from policycmp.api.asking import choose, list_choices
from policycmp.cli.options import OPTIONS, SHOWING, WRITING, Given, list_formats
from policycmp.cli.output import Writing
from policycmp.cli.screen import WHEN
from policycmp.model.command_options import find_least
from policycmp.model.option_record import list_fields
from policycmp.text.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policycmp.model.option_record import Request

_TYPES: Mapping[str, object] = {
    "bool": bool,
    "int": int,
    "int | None": int | None,
    "Names": list[str] | None,
}
"""What Typer reads for a field of this type; for any other a text, which the function of `api` then
looks at."""
_INPUTS = (
    "corpus",
    "corpora",
    "files",
    "other",
    "answers",
    "before",
    "crosswalk",
    "texts",
    "weights",
)
"""Parameters that name files to be read."""
_CORPORA = ("corpus", "corpora", "files")
"""Those without which the current corpus is read."""


def command(
    request: type[Request] | None = None,
    *,
    arguments: Mapping[str, Given] | None = None,
    options: Mapping[str, Given] | None = None,
    corpus: bool = True,
    writes: Sequence[str] = SHOWING,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator for the function of a command that is asked this request.

    The function gets every argument, `corpus` as a list of paths or None, each field of the request,
    and `writing` where it `writes` anything. `arguments` are positional; `options` are those that
    only this command has, or has in its own words.
    """
    own, positional = options or {}, arguments or {}
    parameters = [_build(name, given) for name, given in positional.items()]
    if corpus:
        parameters += [_build(name, OPTIONS[name]) for name in ("corpus", "no_cache")]
    fields = list_fields(request) if request else {}
    for name, kind in fields.items():
        if request and name not in positional:
            parameters.append(_build_field(request, name, kind, own.get(name) or OPTIONS[name]))
    parameters += [_build(name, given) for name, given in own.items() if name not in fields]
    parameters += [_build(name, WRITING[name]) for name in writes]

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def run(**values: Any) -> None:  # noqa: ANN401  whatever the options hold
            if values.pop("no_cache", False):
                os.environ["POLICYCMP_CACHE"] = "off"
            if writes:
                values["writing"] = _take_writing(values, writes)
            function(**values)

        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return decorate


def _take_writing(values: dict[str, Any], writes: Sequence[str]) -> Writing:
    """How to write, taken out of what the options hold."""
    written = {name: values.pop(name) for name in writes}
    if name := written.get("format_name"):
        from policycmp.render.format import find_format

        written["format_name"] = choose("format", find_format(name), list_formats())
    if when := written.get("color"):
        written["color"] = choose("use of colour", when, WHEN)
    inputs = _list_inputs(values) if written.get("output") else ()
    return Writing(inputs=inputs, **written)


def _build_field(request: type[Request], name: str, annotation: str, given: Given) -> Parameter:
    """The parameter for a field of a request."""
    choices = list_choices(name, annotation)
    kind = _TYPES.get(annotation, str | None if annotation.endswith("None") else str)
    default = getattr(request, name, None)
    if default == () or isinstance(default, str):
        default = str(default) if default else None  # a list of Typer's, or the text of a choice
    return _build(name, Given(given.info, kind, default, choices), find_least(request, name))


def _build(name: str, given: Given, least: int | None = None) -> Parameter:
    shown = given.default is not None and given.default is not False
    how: dict[str, Any] = {"show_default": shown, "min": least}
    if given.choices:
        choices = given.choices() if callable(given.choices) else given.choices
        how["help"] = given.info.keywords["help"].format(choices=join_words(tuple(choices), "or"))
        how["autocompletion"] = given.info.keywords["autocompletion"] or _complete_from(choices)
    info = given.info(**how)
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=given.default, annotation=Annotated[given.type, info]
    )


def _complete_from(choices: Sequence[str]) -> Callable[[str], list[str]]:
    return lambda incomplete: [choice for choice in choices if choice.startswith(incomplete)]


def _list_inputs(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Every file that the command reads; the current corpus where it is given none."""
    named = [values.get(name) for name in _INPUTS]
    paths = [path for given in named if given for path in ([given] if isinstance(given, str) else given)]
    if not any(values.get(name) for name in _CORPORA):
        from policycmp.api.corpora import list_paths

        paths += list_paths(None)
    return tuple(paths)


def keep(values: Mapping[str, Any], request: type[Request]) -> dict[str, Any]:
    """Of the values, the options of this request."""
    return {name: values[name] for name in list_fields(request) if name in values}
