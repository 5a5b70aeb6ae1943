"""The same from Python: load a corpus, compare, look at the table or take the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policycmp.model.comparison import By, Filters, Only, Rule, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from policycmp.model.comparison import Matrix
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Json, Report

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


def compare(
    corpus: Corpus | None = None,
    *,
    names: Names = None,
    actors: Names = None,
    issues: Names = None,
    topics: Names = None,
    sources: Names = None,
    attributions: Names = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    by: str = "actor",
    rule: str | None = None,
    only: str | None = None,
    sort: str | None = None,
    detail: bool = False,
    transpose: bool = False,
) -> Comparison:
    """Who stands where, as `policycmp compare` tells it; the corpus in force without one.

    `names` are issues or topics. Names are read as on the command line. Raises UsageError for
    a name that is unknown or ambiguous, ValueError for a date or choice that is none.
    """
    from policycmp.align.queries import resolve_names
    from policycmp.compare.matrix import build_matrix
    from policycmp.load.dates import parse_period
    from policycmp.model.alignment import Kind
    from policycmp.model.corpus import Attribution
    from policycmp.tabulate.matrix import tabulate_matrix

    corpus = corpus or load_corpus()
    free = resolve_names(corpus, _list_names(names), (Kind.TOPIC, Kind.ISSUE))
    filters = Filters(
        actors=resolve_names(corpus, _list_names(actors), [Kind.ACTOR]).actors,
        issues=(*free.issues, *resolve_names(corpus, _list_names(issues), [Kind.ISSUE]).issues),
        topics=(*free.topics, *resolve_names(corpus, _list_names(topics), [Kind.TOPIC]).topics),
        sources=resolve_names(corpus, _list_names(sources), [Kind.SOURCE]).sources,
        attributions=tuple(Attribution(word) for word in _list_names(attributions)),
        since=parse_period(since) if since else None,
        until=parse_period(until) if until else None,
        as_of=parse_period(as_of) if as_of else None,
    )
    matrix = build_matrix(
        corpus,
        filters,
        by=By(by),
        rule=Rule(rule or ("latest" if as_of else "stated-first")),
        only=Only(only) if only else None,
        sort=Sort(sort) if sort else None,
    )
    report = tabulate_matrix(corpus, filters, matrix, detail=detail, transpose=transpose)
    return Comparison(matrix=matrix, report=report)


def _list_names(names: Names) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)
