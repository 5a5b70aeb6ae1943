"""`dataclass` and `replace` for a fifth of what the standard library's cost to import.

The standard one writes and compiles six methods for every class, half a millisecond each; a command
imports some fifty such classes, which was a sixth of its start-up. Here `__init__` alone is
compiled and the rest is shared. The functions of `dataclasses` work on them as on others, and a type
checker sees the standard decorator.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field, dataclass, replace
    from typing import TypeVar

    Record = TypeVar("Record")
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = False, kw_only: bool = False
    ) -> Callable[[type[Record]], type[Record]]:
        """A decorator for a class without bases, whose fields have no `field()`; others raise TypeError."""

        def decorate(cls: type[Record]) -> type[Record]:
            return _build_class(cls, frozen=frozen, slots=slots, kw_only=kw_only)

        return decorate

    def replace(record: Record, /, **changes: object) -> Record:
        """The record with other values in some fields."""
        cls = type(record)
        kept = {name: getattr(record, name) for name in cls.__annotations__ if name not in changes}
        return cls(**kept, **changes)


__all__ = ["dataclass", "replace"]


class _LazyFields:
    """What the functions of `dataclasses` look for, made by that module once one of them asks."""

    def __init__(self, defaults: dict[str, object]) -> None:
        self._defaults = defaults

    def __get__(self, _instance: object, owner: type) -> dict[str, Field[object]]:
        from dataclasses import dataclass as standard

        # Without a docstring the standard decorator would write one, at ten times the cost.
        told = {"__annotations__": owner.__annotations__, "__doc__": owner.__doc__ or owner.__name__}
        plain = type(owner.__name__, (), {**told, **self._defaults})
        standard(init=False, repr=False, eq=False, match_args=False)(plain)
        found: dict[str, Field[object]] = vars(plain)["__dataclass_fields__"]
        owner.__dataclass_fields__ = found  # type: ignore[attr-defined]
        return found


def _build_class(cls: type, *, frozen: bool, slots: bool, kw_only: bool) -> type:
    if cls.__bases__ != (object,):
        raise TypeError(f"{cls.__name__} has a base: take the standard decorator")
    names = tuple(cls.__annotations__)
    body = dict(vars(cls))
    defaults = {name: body.pop(name) for name in names if name in body}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body |= _share_methods(names) | (_FROZEN if frozen else {"__hash__": None})
    if slots:
        body["__slots__"] = names
    # What the initialiser knows: a frozen record in the making is of a class with the same slots that
    # can be written to plainly, which takes half the time of writing around a frozen one.
    draft = type(cls.__name__, (), {"__slots__": names} if slots else {}) if frozen else None
    known: dict[str, object] = {"_set": object.__setattr__, "_draft": draft, "__name__": cls.__module__}
    body["__init__"] = _write_init(cls, names, defaults, known, frozen=frozen, kw_only=kw_only)
    body["__dataclass_fields__"] = _LazyFields(defaults)
    body["__match_args__"] = () if kw_only else names
    built = known["_class"] = type(cls.__name__, cls.__bases__, body)
    built.__qualname__ = cls.__qualname__
    return built


def _write_init(
    cls: type,
    names: tuple[str, ...],
    defaults: dict[str, object],
    known: dict[str, object],
    *,
    frozen: bool,
    kw_only: bool,
) -> Callable[..., None]:
    known["_defaults"] = defaults
    given = [f"{name}=_defaults[{name!r}]" if name in defaults else name for name in names]
    lines = [f"    self.{name} = {name}" for name in names]
    if frozen:
        lines = ["    _set(self, '__class__', _draft)", *lines, "    self.__class__ = _class"]
    text = "\n".join([f"def __init__(self, {'*, ' if kw_only else ''}{', '.join(given)}):", *lines])
    exec(text, known)  # noqa: S102  the names are those of our own classes
    init: Callable[..., None] = known["__init__"]  # type: ignore[assignment]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _share_methods(names: tuple[str, ...]) -> dict[str, object]:
    values = attrgetter(*names)

    def equals(self: object, other: object) -> bool:
        return bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented

    def make_hash(self: object) -> int:
        return hash(values(self))

    def represent(self: object) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    def read_state(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def set_state(self: object, state: list[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__eq__": equals,
        "__hash__": make_hash,
        "__repr__": represent,
        "__getstate__": read_state,
        "__setstate__": set_state,
    }


def _refuse(self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change {name!r} of a {type(self).__name__}")


_FROZEN: dict[str, object] = {"__setattr__": _refuse, "__delattr__": _refuse}
