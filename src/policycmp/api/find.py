"""Passages of new texts that speak to the issues."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from policycmp.api.asking import ask, list_names, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Find

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias, Unpack

    from policycmp.api.corpora import Given, Path
    from policycmp.api.option_types import FindOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.passages import Proposal, SourceText
    from policycmp.model.report import Report

    Proposed: TypeAlias = list[tuple[SourceText, list[Proposal]]]


class Found(Result["Proposed"]):
    """Each text with the passages proposed in it."""

    def __init__(
        self, value: Proposed, build_report: Callable[[], Report], notes: tuple[str, ...], corpus: Corpus
    ) -> None:
        super().__init__(value, build_report, notes)
        self._corpus = corpus

    def write_draft(self) -> str:
        """A corpus in YAML with the proposals as positions, their stances left open."""
        from policycmp.corpusfile.drafts import write_draft

        return "".join(write_draft(self._corpus, self.value))


@takes(Find)
def find(corpus: Given, *texts: Path, **options: Unpack[FindOptions]) -> Found:
    """Passages of new texts (.txt, .md, .html or .pdf) that speak to the issues of the corpus, with
    the terms that led there and the actors named.

    `limit` is the most proposals per text. A stance is never guessed. Raises UsageError without a
    text or where the corpus has no issues, UnreadableError for a text that cannot be read.
    """
    from policycmp.tabulate.find import tabulate_proposals

    names = list_names(texts)
    if not names:
        raise UsageError("find takes at least one text", "write it as find article.txt")
    opened, said = open_corpus(corpus)
    if not opened.issues:
        raise UsageError("the corpus has no issues to look for", "name one with a codebook with -c")
    asked = ask(Find, options)
    filters, notes = read_filters(opened, asked)
    found = [_propose(opened, filters, os.fspath(name), asked.limit) for name in names]
    return Found(found, lambda: tabulate_proposals(opened, found), (*said, *notes), opened)


def _propose(
    corpus: Corpus, filters: Filters, name: str, limit: int | None
) -> tuple[SourceText, list[Proposal]]:
    """The text of that name, and what is proposed in it."""
    from policycmp.evidence.find import propose_passages
    from policycmp.evidence.layout import Layout
    from policycmp.load.texts.source_texts import read_text

    text = read_text(name)
    issues = {i.id for i in corpus.issues if i.id in filters.issues or i.topic in filters.topics}
    proposals = propose_passages(corpus, Layout(text), issues=issues, limit=limit)
    wanted = set(filters.actors)
    return text, [p for p in proposals if not wanted or wanted & set(p.actors)]
