"""A file of somebody's own answers: CSV with the columns `issue`, `answer`, `important`, `must`; read and
written."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from policycmp.corpusfile.inputs import read_input
from policycmp.errors import CorpusError
from policycmp.model.matches import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def write_answers(answers: Sequence[Answer]) -> str:
    """The answers as the CSV file that `match` reads."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for answer in answers:
        flags = ("yes" if flag else "" for flag in (answer.important, answer.must))
        writer.writerow((answer.issue, answer.stance or "", *flags))
    return text.getvalue()
