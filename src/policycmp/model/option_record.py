"""A record of options: what a request is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import dataclass_transform
else:

    def dataclass_transform(**_rules: bool) -> Callable[[type], type]:
        """What type checkers make of it is all there is to it."""
        return lambda cls: cls


Asked = TypeVar("Asked", bound="Request")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Request:
    """Options by name, frozen. A field's default is the class's attribute; a field without one has to
    be given.

    All requests are imported for every command, so no code is generated for them: type checkers see
    a dataclass, Python a plain class.
    """

    def __init__(self, **given: object) -> None:
        fields = list_fields(type(self))
        missing = [name for name in fields if name not in given and not hasattr(self, name)]
        if missing or not given.keys() <= fields.keys():
            raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}; missing: {', '.join(missing)}")
        vars(self).update(given)

    def __setattr__(self, name: str, _value: object) -> None:
        raise AttributeError(f"cannot change {name!r} of a request")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *sorted(vars(self).items())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


def list_fields(request: type[Request]) -> dict[str, str]:
    """The request's options with their types as written: its own first, then those of its bases."""
    return {
        name: kind
        for cls in request.__mro__
        if cls is not object
        for name, kind in vars(cls).get("__annotations__", {}).items()
    }


def read_defaults(request: type[Request]) -> dict[str, object]:
    """The defaults of a request's options, by name; options that have to be given are missing."""
    return {name: getattr(request, name) for name in list_fields(request) if hasattr(request, name)}


def change(request: Asked, **changes: object) -> Asked:
    """The request with other values in some fields."""
    return type(request)(**{**vars(request), **changes})
