"""The same from Python: load a corpus, compare, look at the table or take the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from policycmp.model.comparison import By, Filters, Only, Rule, Sort
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike
    from typing import Unpack

    from policycmp.model.comparison import Matrix
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Json, Report
    from policycmp.model.source import Period

    Names = str | Iterable[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A matrix, with the report made of it. In a notebook it shows as a table."""

    matrix: Matrix
    report: Report

    @property
    def records(self) -> list[dict[str, Json]]:
        """One flat record a cell: issue, column, state, stance, placement, positions."""
        return [dict(record) for record in self.report.records]

    def render(self, format_name: str = "terminal", *, width: int | None = None) -> str:
        """The comparison as text in one of the output formats; `width` in terminal columns.

        Raises UsageError for a format that there is not.
        """
        from policycmp.model.report import Surface
        from policycmp.render.output import render

        return "".join(render(self.report, format_name, Surface(width=width)))

    def __str__(self) -> str:
        return self.render()

    def _repr_html_(self) -> str:
        from policycmp.render.hypertext import write_fragment

        return "".join(write_fragment(self.report))


def load_corpus(*paths: str | PathLike[str]) -> Corpus:
    """The corpus in these files; without any, the one in force as on the command line.

    Raises UnreadableError where a file cannot be read, CorpusError where it is faulty.
    """
    import os

    from policycmp.load.corpus import load_corpus as load
    from policycmp.load.discovery import find_corpus

    return load([os.fspath(path) for path in paths] or [find_corpus(os.environ)])


class Looking(TypedDict, total=False):
    """Which positions are looked at, as the options of the same names say it."""

    actors: Names
    issues: Names
    topics: Names
    sources: Names
    attributions: Names
    since: str | None
    until: str | None
    as_of: str | None


def compare(
    corpus: Corpus | None = None,
    names: Names = None,
    *,
    by: str = "actor",
    rule: str | None = None,
    only: str | None = None,
    sort: str | None = None,
    detail: bool = False,
    transpose: bool = False,
    **looking: Unpack[Looking],
) -> Comparison:
    """Who stands where, as `policycmp compare` tells it; the corpus in force without one.

    `names` are issues or topics. Names are read as on the command line. Raises UsageError for
    a name that is unknown or ambiguous, ValueError for a date or choice that is none.
    """
    from policycmp.measure.matrix import build_matrix
    from policycmp.tabulate.matrix import tabulate_matrix

    corpus = corpus or load_corpus()
    filters = _read_filters(corpus, names, looking)
    matrix = build_matrix(
        corpus,
        filters,
        by=By(by),
        rule=Rule(rule or ("latest" if filters.as_of else "stated-first")),
        only=Only(only) if only else None,
        sort=Sort(sort) if sort else None,
    )
    report = tabulate_matrix(corpus, filters, matrix, detail=detail, transpose=transpose)
    return Comparison(matrix=matrix, report=report)


def _read_filters(corpus: Corpus, names: Names, looking: Looking) -> Filters:
    from policycmp.align.queries import resolve_names
    from policycmp.model.alignment import Kind
    from policycmp.model.corpus import Attribution

    free = resolve_names(corpus, _list_names(names), (Kind.TOPIC, Kind.ISSUE))
    actors = resolve_names(corpus, _list_names(looking.get("actors")), [Kind.ACTOR])
    issues = resolve_names(corpus, _list_names(looking.get("issues")), [Kind.ISSUE])
    topics = resolve_names(corpus, _list_names(looking.get("topics")), [Kind.TOPIC])
    sources = resolve_names(corpus, _list_names(looking.get("sources")), [Kind.SOURCE])
    return Filters(
        actors=actors.actors,
        issues=(*free.issues, *issues.issues),
        topics=(*free.topics, *topics.topics),
        sources=sources.sources,
        attributions=tuple(Attribution(word) for word in _list_names(looking.get("attributions"))),
        since=_read_date(looking.get("since")),
        until=_read_date(looking.get("until")),
        as_of=_read_date(looking.get("as_of")),
    )


def _read_date(text: str | None) -> Period | None:
    from policycmp.load.dates import parse_period

    return parse_period(text) if text else None


def _list_names(names: Names) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)
