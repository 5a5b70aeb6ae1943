"""Compare policy positions: who stands where, on what, since when, and where it says so.

>>> import policycmp
>>> corpus = policycmp.load_corpus()
>>> policycmp.compare(corpus, names="nato", actors=["heritage", "bandow"])  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycmp.api import Comparison, compare, load_corpus, load_crosswalk, merge, write_corpus
    from policycmp.errors import CorpusError, PolicycmpError, UnreadableError, UsageError
    from policycmp.version import __version__

__all__ = [
    "Comparison",
    "CorpusError",
    "PolicycmpError",
    "UnreadableError",
    "UsageError",
    "__version__",
    "compare",
    "load_corpus",
    "load_crosswalk",
    "merge",
    "write_corpus",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the command line needs none of them."""
    from importlib import import_module

    if name == "__version__":
        return import_module("policycmp.version").__version__
    if name in __all__:
        module = "policycmp.errors" if name.endswith("Error") else "policycmp.api"
        return getattr(import_module(module), name)
    raise AttributeError(f"module 'policycmp' has no attribute {name!r}")
