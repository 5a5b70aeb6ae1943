"""A file of issue weights: CSV with the columns `issue` and `weight`."""

from __future__ import annotations

from policycmp.corpusfile.tables import read_columns
from policycmp.errors import CorpusError


def load_weights(name: str) -> dict[str, float]:
    """Issue names as written in the file, with their weights.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no such table.
    """
    weights: dict[str, float] = {}
    for line, row in read_columns(name):
        issue, weight = row.get("issue"), row.get("weight")
        if not issue or weight is None:
            raise CorpusError(f"{name}:{line}: no issue or no weight", "the columns are issue and weight")
        try:
            weights[issue.strip()] = float(weight)
        except ValueError:
            raise CorpusError(f"{name}:{line}: {weight!r} is no number", "write it as 2 or 0.5") from None
    return weights
