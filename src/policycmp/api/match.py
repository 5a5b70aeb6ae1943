"""Who is nearest to somebody's own answers."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Match, Scope
from policycmp.model.matches import Answer
from policycmp.record import replace

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given, Path
    from policycmp.api.option_types import MatchOptions, ScopeOptions
    from policycmp.model.codebook import Issue, Stance
    from policycmp.model.corpus import Corpus
    from policycmp.model.matches import Matches

    Answers: TypeAlias = Path | Mapping[str, object] | Sequence[Answer]
    """A file of answers, stances by issue, or answers one by one."""


@takes(Match)
def match(corpus: Given, answers: Answers, **options: Unpack[MatchOptions]) -> Result[Matches]:
    """Actors ranked by how near they are to these answers, and why.

    `answers` is a CSV file (issue, answer, important, must) or a mapping of issues to stances on
    their scales; `must` names issues on which only actors of the same side are wanted. Raises
    UsageError for an unknown issue, an answer that is not on the scale, or no answer at all.

    >>> import policycmp
    >>> policycmp.match(None, {"nato open door": 2, "talks-with-russia": 1}, floor=1).report.name
    'match'
    """
    from policycmp.measure.matches import place_answers, rank_matches
    from policycmp.tabulate.match import tabulate_matches

    asked = ask(Match, options)
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked)
    given = _require(opened, read_answers(opened, answers), asked.must)
    profiles, metric, terms = build_ground(opened, filters, asked)
    places = place_answers(opened, given)
    if not places:
        raise UsageError("there is no answer yet", "answer a statement, or name a file of answers")
    found = rank_matches(profiles, places, given, metric, terms)
    return Result(found, lambda: tabulate_matches(opened, filters, found), (*said, *notes))


def read_answers(corpus: Corpus, answers: Answers) -> tuple[Answer, ...]:
    """The answers with issues by id; people and files name them in any way."""
    from policycmp.alignment.resolve import resolve_names
    from policycmp.corpusfile.answers import load_answers
    from policycmp.model.names import Kind

    if isinstance(answers, str | os.PathLike):
        given: Sequence[Answer] = load_answers(os.fspath(answers))
    elif isinstance(answers, Mapping):
        given = [
            Answer(issue=issue, stance=None if stance is None else str(stance))
            for issue, stance in answers.items()
        ]
    else:
        given = answers
    return tuple(
        replace(answer, issue=issue)
        for answer in given
        for issue in resolve_names(corpus, [answer.issue], [Kind.ISSUE]).issues
    )


def list_questions(corpus: Corpus, **options: Unpack[ScopeOptions]) -> list[Issue]:
    """The issues to be asked about, in codebook order."""
    filters, _ = read_filters(corpus, ask(Scope, options))
    return [
        issue
        for issue in corpus.issues
        if (not filters.issues or issue.id in filters.issues)
        and (not filters.topics or issue.topic in filters.topics)
    ]


def write_answers(answers: Sequence[Answer]) -> str:
    """The answers as the CSV file that `match` reads."""
    from policycmp.corpusfile.answers import write_answers as write

    return "".join(write(answers))


def read_stance(corpus: Corpus, issue: str, text: str) -> Stance:
    """The stance that the text names on the issue's scale; UsageError where it names none."""
    from policycmp.measure.matches import read_stance as read

    return read(corpus.scale_of(issue), text)


def _require(corpus: Corpus, answers: Sequence[Answer], names: Sequence[str]) -> tuple[Answer, ...]:
    from policycmp.alignment.resolve import resolve_names
    from policycmp.model.names import Kind

    issues = resolve_names(corpus, names, [Kind.ISSUE]).issues
    answered = {answer.issue for answer in answers if answer.stance is not None}
    open_issues = [issue for issue in issues if issue not in answered]
    if open_issues:
        raise UsageError(f"--must {open_issues[0]}: there is no answer to it", "answer it first")
    return tuple(replace(a, must=True) if a.issue in issues else a for a in answers)
