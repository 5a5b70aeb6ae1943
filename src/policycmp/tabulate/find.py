"""Passages of a new text that may speak to issues, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.drafts import identify_text
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_corpus
from policycmp.text.grammar import count, join_words
from policycmp.text.shorten import cut_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.passages import Proposal, SourceText
    from policycmp.model.report import Json

    Found = Sequence[tuple[SourceText, Sequence[Proposal]]]

SHOWN_TERMS = 5
SHOWN_ACTORS = 3
SHOWN_WORDS = 14
"""Of a passage, so many words at either end."""


def tabulate_proposals(corpus: Corpus, found: Found) -> Report:
    """A row for each proposal, best first, text by text."""
    several = len(found) > 1
    sections = tuple(
        Section(
            title=text.name if several else "",
            rows=tuple(_enter_proposal(corpus, proposal) for proposal in proposals),
        )
        for text, proposals in found
    )
    columns = (
        Column(name="paragraph", title="¶", role=Role.NUMBER),
        Column(name="issue", title="Issue", role=Role.KEY),
        Column(name="score", title="Score", role=Role.NUMBER),
        Column(name="terms", title="Terms", role=Role.PROSE),
        Column(name="actors", title="Actors near", role=Role.PROSE),
        Column(name="passage", title="Passage", role=Role.PROSE),
    )
    table = Table(
        columns=columns, sections=sections, unit="proposals", section_column="text" if several else None
    )
    total = sum(len(proposals) for _, proposals in found)
    return Report(
        name="find",
        title=f"{count(total, 'proposal')} in {join_words([text.name for text, _ in found])}",
        tables=(table,),
        records=[_record_proposal(text, proposal) for text, proposals in found for proposal in proposals],
        notes=("Proposals go by words alone: who holds what, if anybody, is for a person to say.",),
        provenance=f"Corpus: {describe_corpus(corpus)}.",
        about={
            "corpus": [{"name": o.name, "sha256": o.digest} for o in corpus.origins],
            "texts": [{"name": text.name, "digest": text.digest} for text, _ in found],
        },
    )


def _enter_proposal(corpus: Corpus, proposal: Proposal) -> tuple[Entry, ...]:
    actors = [corpus.actor_labels[actor] for actor in proposal.actors]
    named, near = actors[: proposal.named][:SHOWN_ACTORS], actors[proposal.named :][:SHOWN_ACTORS]
    told = ", ".join([*named, *(f"({actor})" for actor in near)])
    terms = ", ".join(proposal.terms[:SHOWN_TERMS])
    return (
        Entry(text=str(proposal.paragraph), value=proposal.paragraph),
        Entry(text=corpus.issue_by_id[proposal.issue].title, value=proposal.issue),
        Entry(text=f"{proposal.score:.2f}", value=proposal.score),
        Entry(text=terms, value=terms),
        Entry(text=told, value=" ".join(proposal.actors)),
        Entry(text=cut_words(proposal.words, SHOWN_WORDS, SHOWN_WORDS), value=proposal.words),
    )


def _record_proposal(text: SourceText, proposal: Proposal) -> dict[str, Json]:
    return {
        "text": text.name,
        "source": identify_text(text),
        "issue": proposal.issue,
        "score": proposal.score,
        "terms": list(proposal.terms),
        "actors": list(proposal.actors[: proposal.named]),
        "actors_near": list(proposal.actors[proposal.named :]),
        "paragraph": proposal.paragraph,
        "first": proposal.first,
        "last": proposal.last,
        "start": proposal.span.start,
        "end": proposal.span.end,
        "passage": proposal.words,
    }
