"""Which corpus is meant where none is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

from policycmp.corpusfile.bundled import bundled_corpus

VARIABLE = "POLICYCMP_CORPUS"
"""The environment variable that names a corpus."""
HERE = ("positions.yaml", "data/positions.yaml")
"""Where a corpus is looked for in the working directory, in this order."""


def find_corpus(environ: Mapping[str, str]) -> str:
    """The corpus of the environment, else of the working directory, else the bundled one."""
    if named := environ.get(VARIABLE):
        return named
    return next((path for path in HERE if Path(path).is_file()), None) or str(bundled_corpus())
