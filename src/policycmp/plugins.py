"""A slot: a package whose modules are plug-ins, named as the user types them.

Each module ends in one record (`FORMAT = Format(...)`). Listing the names reads the
directory only; a module is imported when its name is asked for.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Generic, TypeVar

from policycmp.errors import UsageError

Record = TypeVar("Record")


class Slot(Generic[Record]):
    """The plug-ins of one package, each a record of one type under one attribute name."""

    def __init__(self, package: str, attribute: str, kind: type[Record]) -> None:
        self._package = package
        self._attribute = attribute
        self._kind = kind

    def names(self) -> tuple[str, ...]:
        """The plug-ins' names in alphabetical order; nothing is imported."""
        return self._names

    @cached_property
    def _names(self) -> tuple[str, ...]:
        folders = [
            f"{root}/{self._package.replace('.', '/')}" for root in import_module("policycmp").__path__
        ]
        return tuple(sorted(m.name.replace("_", "-") for m in iter_modules(folders) if m.name[0] != "_"))

    def load(self, name: str) -> Record:
        """The record of the plug-in of that name.

        Raises UsageError for a name the slot does not hold, TypeError for a plug-in whose
        record is of another type.
        """
        if name not in self.names():
            from policycmp.text.suggest import describe_choice

            what = self._attribute.lower().replace("_", " ")
            raise UsageError(*describe_choice(what, name, self.names()))
        module = import_module(f"policycmp.{self._package}.{name.replace('-', '_')}")
        record = getattr(module, self._attribute)
        if not isinstance(record, self._kind):
            raise TypeError(f"{module.__name__}.{self._attribute} is not a {self._kind.__name__}")
        return record
