"""A file of somebody's own answers: CSV with the columns `issue`, `answer`, `important`, `must`."""

from __future__ import annotations

import csv
import io

from policycmp.corpusfile.inputs import read_input
from policycmp.errors import CorpusError
from policycmp.model.matches import Answer

COLUMNS = ("issue", "answer", "important", "must")
_YES = ("1", "x", "yes", "true")


def load_answers(name: str) -> tuple[Answer, ...]:
    """The answers in the order of the file; an empty answer is a skipped issue.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no such table.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(read_input(name).decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{name}: not a CSV file in UTF-8: {error}") from error
    answers = []
    for number, row in enumerate(rows, start=2):
        if not row.get("issue") or row.get("answer") is None:
            raise CorpusError(
                f"{name}:{number}: no issue or no answer", f"the columns are {', '.join(COLUMNS)}"
            )
        answers.append(
            Answer(
                issue=row["issue"].strip(),
                stance=row["answer"].strip() or None,
                important=(row.get("important") or "").strip().casefold() in _YES,
                must=(row.get("must") or "").strip().casefold() in _YES,
            )
        )
    return tuple(answers)
