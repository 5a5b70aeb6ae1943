"""`policycmp match`: answer the statements yourself; see who is nearest, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.measuring import Measuring  # noqa: TC001  read when the command is set up
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options
from policycmp.errors import UsageError
from policycmp.record import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.matches import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How the answers come in."""

    ask: Annotated[bool, typer.Option("--ask", help="Ask what the file leaves open, and save it there.")] = (
        False
    )
    must: Annotated[
        list[str] | None,
        typer.Option(
            "--must",
            metavar="ISSUE",
            help="Only actors on your side of this issue.",
            autocompletion=complete_names_of("issue"),
            show_default=False,
        ),
    ] = None


@expand_options
def match(
    answers: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]",
            help="Answers in CSV: issue, answer, important, must. Without, or with a file that is not "
            "there yet, the statements are asked; the file keeps the answers.",
            show_default=False,
        ),
    ] = None,
    *,
    looking: Looking,
    measuring: Measuring,
    answering: Answering,
    writing: Writing,
) -> None:
    """Answer the statements yourself; see who is nearest, and why.

    Nothing leaves the machine, and nothing is kept but in the file you name.
    """
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.measuring import build_measurement
    from policycmp.cli.output import write_report
    from policycmp.measure.matches import place_answers, rank_matches
    from policycmp.tabulate.match import tabulate_matches

    corpus = read_corpus(looking.corpus)
    filters = read_filters(corpus, looking)
    given = _gather_answers(corpus, filters, answers, ask=answering.ask)
    given = _require(corpus, given, answering.must or ())
    profiles, metric, terms = build_measurement(corpus, filters, looking, measuring)
    places = place_answers(corpus, given)
    if not places:
        raise UsageError("there is no answer yet", "answer a statement, or name a file of answers")
    write_report(
        tabulate_matches(corpus, filters, rank_matches(profiles, places, given, metric, terms)), writing
    )


def _gather_answers(corpus: Corpus, filters: Filters, name: str | None, *, ask: bool) -> tuple[Answer, ...]:
    from policycmp.cli.interactive.questions import Questions, ask_questions
    from policycmp.cli.output import write_file
    from policycmp.corpusfile.answers import load_answers, write_answers

    there = name is not None and (name == "-" or Path(name).exists())
    given = _name_issues(corpus, load_answers(name)) if name and there else ()
    if there and not ask:
        return given
    issues = [
        issue
        for issue in corpus.issues
        if (not filters.issues or issue.id in filters.issues)
        and (not filters.topics or issue.topic in filters.topics)
    ]

    def save(kept: Sequence[Answer]) -> None:
        if name and name != "-":
            write_file(name, write_answers(kept), force=True)

    return ask_questions(Questions(corpus, issues, given), save)


def _name_issues(corpus: Corpus, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers with issues by id; a file names them as people do."""
    from policycmp.alignment.resolve import resolve_names
    from policycmp.model.names import Kind

    return tuple(
        replace(answer, issue=issue)
        for answer in answers
        for issue in resolve_names(corpus, [answer.issue], [Kind.ISSUE]).issues
    )


def _require(corpus: Corpus, answers: Sequence[Answer], names: Sequence[str]) -> tuple[Answer, ...]:
    from policycmp.alignment.resolve import resolve_names
    from policycmp.model.names import Kind

    issues = resolve_names(corpus, names, [Kind.ISSUE]).issues
    answered = {answer.issue for answer in answers if answer.stance is not None}
    open_issues = [issue for issue in issues if issue not in answered]
    if open_issues:
        raise UsageError(f"--must {open_issues[0]}: there is no answer to it", "answer it first")
    return tuple(replace(a, must=True) if a.issue in issues else a for a in answers)
