"""Who is nearest to somebody's own answers."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground, read_weights
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
    read, told = read_answers(opened, answers, exact=asked.exact)
    given = _require(opened, read, asked.must)
    profiles, metric, terms = build_ground(opened, filters, asked)
    notes += read_weights(opened, asked)[1]
    places = place_answers(opened, given)
    if not places:
        raise UsageError("there is no answer yet", "answer a statement, or name a file of answers")
    found = rank_matches(profiles, places, given, metric, terms)
    return Result(found, lambda: tabulate_matches(opened, filters, found), (*said, *notes, *told))


def read_answers(
    corpus: Corpus, answers: Answers, *, exact: bool = False
) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """The answers with issues by id, and how names were read that were not exact; people and files
    name them in any way.

    Raises UsageError for an issue that is answered twice, and for an answer off the issue's scale.
    """
    from policycmp.api.names import name_issues
    from policycmp.corpusfile.answers import load_answers
    from policycmp.measure.matches import read_stance as read

    if isinstance(answers, str | os.PathLike):
        given: Sequence[Answer] = load_answers(os.fspath(answers))
    elif isinstance(answers, Mapping):
        given = [
            Answer(issue=issue, stance=None if stance is None else str(stance))
            for issue, stance in answers.items()
        ]
    else:
        given = answers
    issues, notes = name_issues(
        corpus, [(answer.issue, answer.place) for answer in given], "answered", exact=exact
    )
    for answer, issue in zip(given, issues, strict=True):
        if answer.place and answer.stance is not None:
            try:
                read(corpus.scale_of(issue), answer.stance)
            except UsageError as error:
                raise UsageError(f"{answer.place}: {error.message}", error.hint) from None
    return tuple(replace(a, issue=issue) for a, issue in zip(given, issues, strict=True)), notes


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
