"""A file of issue weights: CSV with the columns `issue` and `weight`."""

from __future__ import annotations

from policycmp.corpusfile.tables import read_columns
from policycmp.errors import CorpusError


def load_weights(name: str) -> list[tuple[str, float, str | None]]:
    """Issue names as written in the file, with their weights and where each stands.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no such table.
    """
    weights: list[tuple[str, float, str | None]] = []
    for line, row in read_columns(name):
        issue, weight = row.get("issue"), row.get("weight")
        if not issue or weight is None:
            raise CorpusError(f"{name}:{line}: no issue or no weight", "the columns are issue and weight")
        try:
            number = float(weight)
        except ValueError:
            raise CorpusError(f"{name}:{line}: {weight!r} is no number", "write it as 2 or 0.5") from None
        weights.append((issue.strip(), number, f"{name}:{line}"))
    return weights
