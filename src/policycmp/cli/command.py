"""A command made of requests: their fields become Typer's parameters, what was typed becomes values."""

from __future__ import annotations

from copy import copy
from functools import wraps
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any

from policycmp.api.asking import list_choices
from policycmp.cli.options import OPTIONS, WRITING, Given
from policycmp.cli.output import Writing
from policycmp.model.request import find_least, read_defaults
from policycmp.text.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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


def command(
    *requests: type,
    arguments: Mapping[str, Given] | None = None,
    options: Mapping[str, Given] | None = None,
    corpus: bool = True,
    writes: Sequence[str] = ("format_name", "output"),
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator for the function of a command.

    The function gets every argument, `corpus` as a list of paths or None, each field of the requests,
    and `writing` where it `writes` anything. `arguments` are positional; `options` are those that
    only this command has, or has in its own words.
    """
    own, positional = options or {}, arguments or {}
    parameters = [_build(name, given) for name, given in positional.items()]
    if corpus:
        parameters.append(_build("corpus", OPTIONS["corpus"]))
    for request in requests:
        names = [name for name in request.__annotations__ if name not in positional]
        parameters += [_build_field(request, name, own.get(name) or OPTIONS[name]) for name in names]
    fields = {name for request in requests for name in request.__annotations__}
    parameters += [_build(name, given) for name, given in own.items() if name not in fields]
    parameters += [_build(name, WRITING[name]) for name in writes]

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def run(**values: Any) -> None:  # noqa: ANN401  whatever the options hold
            if writes:
                written = {name: values.pop(name) for name in writes}
                values["writing"] = Writing(inputs=_list_inputs(values), **written)
            function(**values)

        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return decorate


def _build_field(request: type, name: str, given: Given) -> Parameter:
    """The parameter for a field of a request."""
    annotation = request.__annotations__[name]
    choices = list_choices(name, annotation)
    info = copy(given.info)
    info.min = find_least(request, name)
    kind = _TYPES.get(annotation, str | None if annotation.endswith("None") else str)
    default = read_defaults(request).get(name)
    if default == () or isinstance(default, str):
        default = str(default) if default else None  # a list of Typer's, or the text of a choice
    return _build(name, Given(info, kind, default, choices))


def _build(name: str, given: Given) -> Parameter:
    info = copy(given.info)
    if given.choices:
        choices = given.choices() if callable(given.choices) else given.choices
        info.help = (info.help or "").format(choices=join_words(tuple(choices), "or"))
        info.autocompletion = info.autocompletion or _complete_from(choices)
    info.show_default = given.default is not None and given.default is not False
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=given.default, annotation=Annotated[given.type, info]
    )


def _complete_from(choices: Sequence[str]) -> Callable[[str], list[str]]:
    return lambda incomplete: [choice for choice in choices if choice.startswith(incomplete)]


def _list_inputs(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Every file that the command was given to read; None stands for the current corpus."""
    named = [values.get(name) for name in _INPUTS]
    return tuple(path for given in named if given for path in ([given] if isinstance(given, str) else given))


def keep(values: Mapping[str, Any], *requests: type) -> dict[str, Any]:
    """Of the values, the options of these requests."""
    return {name: values[name] for request in requests for name in request.__annotations__ if name in values}
