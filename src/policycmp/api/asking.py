"""Options as they are given, in Python or on the command line, turned into requests."""

from __future__ import annotations

import os
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from policycmp.errors import UsageError
from policycmp.model import choices
from policycmp.model.command_options import find_least
from policycmp.model.option_record import Asked, Request, list_fields, read_defaults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Function = TypeVar("Function", bound=Callable[..., object])


def takes(request: type[Request], *, words: str | None = None) -> Callable[[Function], Function]:
    """A decorator for a function that takes the request's options as keywords.

    A keyword that is none of them raises TypeError with the nearest one. `words` names the request's
    field that positional words fill.
    """

    def decorate(function: Function) -> Function:
        @wraps(function)
        def checked(*given: object, **options: object) -> object:
            for name in options:
                if name not in known:
                    raise TypeError(_describe_unknown(function.__name__, name, known))
            return function(*given, **options)

        own = function.__code__.co_varnames[: function.__code__.co_argcount]
        known = dict.fromkeys((*own, *(name for name in list_fields(request) if name != words)))
        checked._asked = request, words  # type: ignore[attr-defined]
        return checked  # type: ignore[return-value]

    return decorate


def sign(function: Callable[..., object]) -> None:
    """Let a function that `takes` options show them, with their defaults, to whoever looks at it. The
    command line does not."""
    import inspect

    request, words = getattr(function, "_asked", (None, None))
    if request is None:
        return
    defaults = dict.fromkeys(list_fields(request), inspect.Parameter.empty) | read_defaults(request)
    signature = inspect.signature(function, follow_wrapped=True)
    own = [p for p in signature.parameters.values() if p.kind is not p.VAR_KEYWORD]
    taken = {words, *(p.name for p in own)}
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=value)
        for name, value in defaults.items()
        if name not in taken
    ]
    function.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]


def ask(request: type[Asked], options: Mapping[str, object], **given: object) -> Asked:
    """The request that the options make, each read as its field wants it; options that are not the
    request's are passed over.

    Raises UsageError for a value that is no choice or too small, TypeError for one of another type.
    """
    fields = list_fields(request)
    values = {name: value for name, value in {**options, **given}.items() if name in fields}
    return request(
        **{name: _read_value(request, name, fields[name], value) for name, value in values.items()}
    )


def list_names(names: object) -> tuple[str, ...]:
    """One name, several, or none, as a tuple."""
    if names is None:
        return ()
    if isinstance(names, str | os.PathLike):
        return (os.fspath(names),)
    if isinstance(names, dict):  # weights: {"nato-open-door": 2}
        return tuple(f"{name}={value}" for name, value in names.items())
    if not hasattr(names, "__iter__"):
        raise TypeError(f"{names!r} is neither a name nor several")
    return tuple(name for item in names for name in list_names(item))


def list_choices(name: str, annotation: str) -> tuple[str, ...]:
    """The values an option of this name and type takes; empty where it takes any."""
    if name == "metric":
        from policycmp.measure.metric import METRICS

        return METRICS.names()
    if name in ("attribution", "without"):
        from policycmp.model.corpus import Attribution

        return tuple(Attribution)
    kind = getattr(choices, annotation.removesuffix(" | None"), None)
    return tuple(kind) if kind else ()


def choose(what: str, value: object, known: Iterable[str]) -> str:
    """The choice that the value names, in any case and with `_` for `-`.

    Raises UsageError, with the nearest, for a value that is none.
    """
    by_name = {str(choice): choice for choice in known}
    folded = str(value).casefold().replace("_", "-")
    if folded in by_name:
        return by_name[folded]
    from policycmp.text.suggest import describe_choice

    raise UsageError(*describe_choice(what, str(value), by_name))


def _read_value(request: type[Request], name: str, annotation: str, value: object) -> object:
    if annotation == "Names":
        return list_names(value)
    if value is None and annotation.endswith(" | None"):
        return None
    if known := list_choices(name, annotation):
        return choose(WORDS.get(name, name), value, known)
    kind = annotation.removesuffix(" | None")
    return _READERS[kind](request, name, value)


def _read_flag(_request: type[Request], name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError(f"{name} is True or False, not {value!r}")


def _read_number(request: type[Request], name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a whole number, not {value!r}")
    least = find_least(request, name)
    if least is not None and value < least:
        raise UsageError(f"{name} is {value}", f"give {least} or more")
    return value


def _read_text(_request: type[Request], name: str, value: object) -> str:
    if isinstance(value, str | os.PathLike):
        return os.fspath(value)
    if hasattr(value, "isoformat"):  # a date
        return str(value.isoformat())
    raise TypeError(f"{name} is a text, not {value!r}")


def _read_crosswalk(request: type[Request], name: str, value: object) -> object:
    from policycmp.model.crosswalk import Crosswalk

    return value if isinstance(value, Crosswalk) else _read_text(request, name, value)


_READERS: Mapping[str, Callable[[type[Request], str, object], object]] = {
    "bool": _read_flag,
    "int": _read_number,
    "str": _read_text,
    "Crosswalk | str": _read_crosswalk,
}
WORDS = {
    "within": "bound",
    "by": "kind of column",
    "only": "kind of row",
    "sort": "order",
    "missing": "rule for silence",
    "normalise": "normalisation",
    "on_conflict": "way",
}
"""What an option's choices are called, where that is not the option's own name."""


def _describe_unknown(function: str, name: str, known: Iterable[str]) -> str:
    from policycmp.text.suggest import find_nearest

    near = find_nearest(name, known)
    meant = f"; did you mean {near!r}?" if near else ""
    return f"{function}() takes no option {name!r}{meant}"
