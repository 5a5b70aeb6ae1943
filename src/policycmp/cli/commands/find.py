"""`policycmp find`: passages of a new text that speak to the issues, ready to be coded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.options import (
    LOOK_AT,
    OUTPUT,
    Looking,
    Writing,
    expand_options,
)
from policycmp.errors import UsageError
from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.passages import Proposal, SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How much to propose, and in what shape."""

    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            metavar="N",
            help="So many proposals a text; without it four and one for every 18 words.",
            show_default=False,
            rich_help_panel=LOOK_AT,
        ),
    ] = None
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Write a corpus in YAML instead, with stances left open for a person.",
            rich_help_panel=OUTPUT,
        ),
    ] = False


@expand_options
def find(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT...",
            help="New sources: .txt, .md, .html or .pdf, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    finding: Finding,
    looking: Looking,
    writing: Writing,
) -> None:
    """Find passages of a new text that speak to the issues.

    By titles, aliases, statements, and words of positions coded before, the rarer the more
    telling. Each with its paragraph, the terms that hit, and the actors named in it or (near
    it). A stance is never guessed.
    """
    from policycmp.cli.inputs import read_corpus, read_filters, say_note
    from policycmp.cli.output import write_report, write_text
    from policycmp.corpusfile.drafts import write_draft
    from policycmp.tabulate.find import tabulate_proposals

    corpus = read_corpus(looking.corpus)
    if not corpus.issues:
        raise UsageError("the corpus has no issues to look for", "name one with a codebook with -c")
    filters = read_filters(corpus, looking)
    found = [_propose(corpus, filters, name, finding.limit) for name in texts]
    if not finding.draft:
        write_report(tabulate_proposals(corpus, found), writing)
        return
    write_text("".join(write_draft(corpus, found)), writing.output, force=writing.force, own=False)
    if writing.output not in (None, "-"):
        say_note(f"wrote {writing.output}; decide on the stances, then: policycmp check {writing.output}")


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
