"""The same from Python: load corpora, align and merge them, compare, look at the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from policycmp.errors import UsageError
from policycmp.model.matrix import By, Only, Rule, Sort
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike
    from typing import Unpack

    from policycmp.alignment.merge import Merger
    from policycmp.model.corpus import Corpus
    from policycmp.model.crosswalk import Crosswalk
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix
    from policycmp.model.report import Json, Report
    from policycmp.model.source import Period

    Names = str | Iterable[str] | None


class Shown:
    """What shows a report: as a table in a notebook, as text in print, as records for programs."""

    __slots__ = ()
    report: Report

    @property
    def records(self) -> list[dict[str, Json]]:
        """The rows as flat records: for a comparison one a cell, for an alignment one a name."""
        return [dict(record) for record in self.report.records]

    def render(self, format_name: str = "terminal", *, width: int | None = None) -> str:
        """The report as text in one of the output formats; `width` in terminal columns.

        Raises UsageError for a format that there is not.
        """
        from policycmp.model.report import Surface
        from policycmp.render.output import render

        return "".join(render(self.report, format_name, Surface(width=width)))

    def __str__(self) -> str:
        return self.render()

    def _repr_html_(self) -> str:
        from policycmp.render.html_fragment import write_fragment

        return "".join(write_fragment(self.report))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Shown):
    """A matrix, with the report made of it."""

    matrix: Matrix
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Shown):
    """A crosswalk, with the report made of it."""

    crosswalk: Crosswalk
    report: Report

    def write(self) -> str:
        """The crosswalk as the YAML file that a person corrects and `load_crosswalk` reads."""
        from policycmp.corpusfile.crosswalks import write_crosswalk

        return "".join(write_crosswalk(self.crosswalk))


def load_corpus(*paths: str | PathLike[str], crosswalk: Crosswalk | None = None) -> Corpus:
    """The corpus in these files; without any, the one in force as on the command line.

    Several whole corpora are joined as by `merge`, with its `alignments` telling how; several parts
    of one are put together. Raises UnreadableError where a file cannot be read, CorpusError where
    it is faulty, UsageError for a crosswalk with nothing to join.
    """
    import os

    from policycmp.load.discovery import find_corpus
    from policycmp.load.several_files import load_corpora

    names = [os.fspath(path) for path in paths] or [find_corpus(os.environ)]
    corpora = load_corpora(names, os.environ)
    if len(corpora) > 1:
        return merge(*corpora, crosswalk=crosswalk).corpus
    if crosswalk is not None:
        raise UsageError("a crosswalk joins several whole corpora", "name each")
    return corpora[0]


def load_crosswalk(path: str | PathLike[str]) -> Crosswalk:
    """The crosswalk in the file.

    Raises UnreadableError where it cannot be read, CorpusError where it is none.
    """
    import os

    from policycmp.corpusfile.crosswalks import load_crosswalk as load

    return load(os.fspath(path))


def align(
    other: Corpus, corpus: Corpus | None = None, *, many: bool = False, crosswalk: Crosswalk | None = None
) -> Alignment:
    """What the other corpus's issues and actors stand for in this one, as `policycmp align` tells it.

    `many` lets several of theirs stand for one of ours; what `crosswalk` says stays as it is.
    """
    from policycmp.alignment.codebooks import align_codebooks
    from policycmp.tabulate.align import tabulate_crosswalk

    corpus = corpus or load_corpus()
    found = align_codebooks(corpus, other, many=many, known=crosswalk)
    return Alignment(crosswalk=found, report=tabulate_crosswalk(found, corpus, other))


def merge(*corpora: Corpus, crosswalk: Crosswalk | None = None, on_conflict: str = "keep-both") -> Merger:
    """One corpus of several by the first one's codebook, as `policycmp merge` makes it, with the
    cells in which they disagree and what else should be said.

    Sure matches are followed, `crosswalk` decides where it says something. `on_conflict` is
    keep-both, first or fail. Raises UsageError with `fail` where a cell differs, ValueError for
    fewer than two corpora or another `on_conflict`.
    """
    from policycmp.alignment.merge import OnConflict, join_corpora

    if len(corpora) < 2:
        raise ValueError("merge takes two corpora or more")
    return join_corpora(corpora, crosswalk, OnConflict(on_conflict))


def write_corpus(corpus: Corpus) -> str:
    """The corpus as the YAML document that `load_corpus` reads back to the same."""
    from policycmp.corpusfile.writers.yaml import WRITER

    return "".join(WRITER.write(corpus))


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
    from policycmp.tabulate.compare import tabulate_matrix

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
    from policycmp.alignment.resolve import resolve_filters
    from policycmp.model.corpus import Attribution
    from policycmp.model.names import Kind

    named = {
        Kind.ACTOR: _list_names(looking.get("actors")),
        Kind.ISSUE: _list_names(looking.get("issues")),
        Kind.TOPIC: _list_names(looking.get("topics")),
        Kind.SOURCE: _list_names(looking.get("sources")),
    }
    filters, _ = resolve_filters(corpus, named, _list_names(names))
    return replace(
        filters,
        attributions=tuple(Attribution(word) for word in _list_names(looking.get("attributions"))),
        since=_read_date(looking.get("since")),
        until=_read_date(looking.get("until")),
        as_of=_read_date(looking.get("as_of")),
    )


def _read_date(text: str | None) -> Period | None:
    from policycmp.corpusfile.dates import parse_period

    return parse_period(text) if text else None


def _list_names(names: Names) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)
