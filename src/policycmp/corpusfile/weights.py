"""A file of issue weights: CSV with the columns `issue` and `weight`."""

from __future__ import annotations

import csv
import io

from policycmp.corpusfile.inputs import read_input
from policycmp.errors import CorpusError


def load_weights(name: str) -> dict[str, float]:
    """Issue names as written in the file, with their weights.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no such table.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(read_input(name).decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{name}: not a CSV file in UTF-8: {error}") from error
    weights: dict[str, float] = {}
    for number, row in enumerate(rows, start=2):
        issue, weight = row.get("issue"), row.get("weight")
        if not issue or weight is None:
            raise CorpusError(f"{name}:{number}: no issue or no weight", "the columns are issue and weight")
        try:
            weights[issue.strip()] = float(weight)
        except ValueError:
            raise CorpusError(f"{name}:{number}: {weight!r} is no number", "write it as 2 or 0.5") from None
    return weights
