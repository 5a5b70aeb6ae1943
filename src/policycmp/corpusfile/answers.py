"""A file of somebody's own answers: CSV with the columns `issue`, `answer`, `important`, `must`; read and
written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.csv_dialect import CSV, write_rows
from policycmp.corpusfile.tables import read_columns
from policycmp.errors import CorpusError
from policycmp.model.matches import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS = ("issue", "answer", "important", "must")
_YES = ("1", "x", "yes", "true")


def load_answers(name: str) -> tuple[Answer, ...]:
    """The answers in the order of the file; an empty answer is a skipped issue.

    Raises UnreadableError where the file cannot be read, CorpusError where it is no such table.
    """
    answers = []
    for line, row in read_columns(name):
        if not row.get("issue") or row.get("answer") is None:
            raise CorpusError(
                f"{name}:{line}: no issue or no answer", f"the columns are {', '.join(COLUMNS)}"
            )
        answers.append(
            Answer(
                issue=row["issue"].strip(),
                stance=row["answer"].strip() or None,
                important=row.get("important", "").strip().casefold() in _YES,
                must=row.get("must", "").strip().casefold() in _YES,
            )
        )
    return tuple(answers)


def write_answers(answers: Sequence[Answer]) -> Iterator[str]:
    """The lines of a file that `load_answers` reads back to the same."""
    yield from write_rows(CSV, [COLUMNS])
    for answer in answers:
        flags = ("yes" if flag else "" for flag in (answer.important, answer.must))
        yield from write_rows(CSV, [(answer.issue, answer.stance, *flags)])
