"""`policycmp match`: answer the statements yourself; see who is nearest, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policycmp.cli.command import command, keep
from policycmp.cli.options import Given, option, word
from policycmp.cli.output import Writing, is_there, write_file, write_result
from policycmp.model.command_options import Match
from policycmp.model.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.matches import Answer

ANSWERING = {
    "ask": Given(option("--ask", help="Ask what the file leaves open, and save it there."), bool, False),
    "must": Given(
        option("--must", metavar="ISSUE", help="Only actors on your side of this issue.", of="issue")
    ),
}


@command(
    Match,
    arguments={
        "answers": word(
            "[FILE]",
            "Answers in CSV: issue, answer, important, must. Without, or with a file that is not "
            "there yet, the statements are asked; the file keeps the answers.",
            required=False,
        )
    },
    options=ANSWERING,
)
def match(
    *, answers: str | None, corpus: list[str] | None, ask: bool, writing: Writing, **asked: Any
) -> None:
    """Answer the statements yourself; see who is nearest, and why.

    Nothing leaves the machine, and nothing is kept but in the file you name.
    """
    from policycmp.api.corpora import open_corpus
    from policycmp.api.match import match

    is_given = answers is not None and (answers == "-" or is_there(answers))
    if answers and is_given and not ask:
        write_result(match(corpus, answers, **asked), writing)
        return
    opened, _ = open_corpus(corpus)
    given = _ask(opened, answers, asked, is_given=is_given)
    write_result(match(opened, given, **asked), writing)


def _ask(corpus: Corpus, name: str | None, asked: dict[str, Any], *, is_given: bool) -> tuple[Answer, ...]:
    from policycmp.api.match import list_questions, read_answers, write_answers
    from policycmp.cli.interactive.questions import Questions, ask_questions

    given = read_answers(corpus, name)[0] if name and is_given else ()

    def save(kept: Sequence[Answer]) -> None:
        if name and name != "-":
            write_file(name, [write_answers(kept)])

    questions = list_questions(corpus, **keep(asked, Scope))
    return ask_questions(Questions(corpus, questions, given), save)
