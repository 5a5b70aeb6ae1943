"""Compare policy positions: who stands where, on what, since when, and where it says so.

Each command of the command line is a function of the same name with the same options:

>>> import policycmp
>>> corpus = policycmp.load_corpus()
>>> policycmp.compare(corpus, "nato", actor=["heritage", "bandow"])
<policycmp compare: 2 rows>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policycmp.api.agree import agree
    from policycmp.api.align import align, write_crosswalk
    from policycmp.api.camps import camps
    from policycmp.api.changes import changes
    from policycmp.api.check import check, explain_code
    from policycmp.api.compare import compare
    from policycmp.api.conflicts import conflicts
    from policycmp.api.convert import convert, write_corpus
    from policycmp.api.corpora import load_corpus, load_crosswalk
    from policycmp.api.diff import diff
    from policycmp.api.explain import explain
    from policycmp.api.find import find
    from policycmp.api.issues import issues
    from policycmp.api.list import list  # noqa: A004
    from policycmp.api.match import match
    from policycmp.api.merge import merge
    from policycmp.api.reliability import reliability
    from policycmp.api.result import Result
    from policycmp.api.show import show
    from policycmp.api.templates import write_schema, write_template
    from policycmp.api.verify import verify
    from policycmp.errors import CorpusError, PolicycmpError, UnreadableError, UsageError
    from policycmp.model.corpus import Corpus
    from policycmp.version import __version__

__all__ = [
    "Corpus",
    "CorpusError",
    "PolicycmpError",
    "Result",
    "UnreadableError",
    "UsageError",
    "__version__",
    "agree",
    "align",
    "camps",
    "changes",
    "check",
    "compare",
    "conflicts",
    "convert",
    "diff",
    "explain",
    "explain_code",
    "find",
    "issues",
    "list",
    "load_corpus",
    "load_crosswalk",
    "match",
    "merge",
    "reliability",
    "show",
    "verify",
    "write_corpus",
    "write_crosswalk",
    "write_schema",
    "write_template",
]
_HOMES = {
    "Corpus": "model.corpus",
    "Result": "api.result",
    "__version__": "version",
    "explain_code": "api.check",
    "load_corpus": "api.corpora",
    "load_crosswalk": "api.corpora",
    "write_corpus": "api.convert",
    "write_crosswalk": "api.align",
    "write_schema": "api.templates",
    "write_template": "api.templates",
}
"""The modules of the names that are neither an error nor a command."""


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the command line needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'policycmp' has no attribute {name!r}")
    from importlib import import_module

    home = "errors" if name.endswith("Error") else _HOMES.get(name, f"api.{name}")
    value: object = getattr(import_module(f"policycmp.{home}"), name)
    if home.startswith("api.") and callable(value):
        import_module("policycmp.api.asking").sign(value)
    globals()[name] = value
    return value


def __dir__() -> Iterable[str]:
    return sorted(__all__)
