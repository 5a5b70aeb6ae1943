"""Drafts: passages of new texts as a corpus that a person finishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.characters import drop_hidden
from policycmp.corpusfile.fields import FORMAT_VERSION
from policycmp.corpusfile.sections import list_sections
from policycmp.corpusfile.yaml_text import write_pair, write_record, write_section
from policycmp.record import replace
from policycmp.text.fold import make_slug
from policycmp.text.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.passages import Proposal, SourceText
    from policycmp.model.report import Json

    Found = Sequence[tuple[SourceText, Sequence[Proposal]]]

UNNAMED = "author"
"""Stands for the actor of a passage in which nobody is named."""
_TERMS = 5
_LONGEST_TITLE = 200


def write_draft(corpus: Corpus, found: Found) -> Iterator[str]:
    """The lines of a corpus in YAML with these texts as sources and a position for each proposal, its
    stance open; with the issues and actors it names, so that it can be checked by itself."""
    yield "# A draft. For each position: decide who holds it, how it is attributed, and the stance;\n"
    yield "# delete what is none. `policycmp check` counts the stances that are still open.\n"
    yield write_pair("policycmp", FORMAT_VERSION)
    yield from _write_codebook(corpus, [proposal for _, each in found for proposal in each])
    yield "\nsources:\n"
    for text, _ in found:
        yield from write_record(_record_source(text))
        yield "    # author: … actor: … publisher: … published: YYYY-MM-DD url: https://…\n"
    yield "\npositions:\n"
    for text, each in found:
        for proposal in sorted(each, key=lambda p: (p.span, -p.score)):
            yield f"  # {_tell_why(proposal)}\n"
            yield from write_record(_record_proposal(text, proposal))


def identify_text(text: SourceText) -> str:
    """An id for the text as a source, made of its file's name."""
    return make_slug(text.source, "source")


def _write_codebook(corpus: Corpus, proposals: Sequence[Proposal]) -> Iterator[str]:
    """The issues and actors that are proposed, with the topics and scales of the issues."""
    issues = [i for i in corpus.issues if i.id in {proposal.issue for proposal in proposals}]
    actors = {actor for proposal in proposals for actor in proposal.actors[:1]}
    part = replace(
        corpus,
        scales=tuple(s for s in corpus.scales if s.id in {issue.scale for issue in issues}),
        topics=tuple(t for t in corpus.topics if t.id in {issue.topic for issue in issues}),
        issues=tuple(issues),
        actors=tuple(a for a in corpus.actors if a.id in actors),
        sources=(),
        positions=(),
    )
    for section, records in list_sections(part):
        if section == "actors" and UNNAMED not in actors and not all(p.actors for p in proposals):
            records.append({"id": UNNAMED, "name": "The author"})
        yield from write_section(section, records)


def _record_source(text: SourceText) -> dict[str, Json]:
    lines = (" ".join(drop_hidden(line).split()) for line in text.text.split("\n"))
    title = next((line for line in lines if line), text.name)
    return {"id": identify_text(text), "title": title[:_LONGEST_TITLE], "digest": text.digest}


def _record_proposal(text: SourceText, proposal: Proposal) -> dict[str, Json]:
    return {
        "actor": proposal.actors[0] if proposal.actors else UNNAMED,
        "issue": proposal.issue,
        "stance": None,
        "source": identify_text(text),
        "attribution": "reported" if proposal.actors[: proposal.named] else "stated",
        "paragraph": proposal.paragraph,
        "first": drop_hidden(proposal.first),
        "last": drop_hidden(proposal.last),
        "checksum": proposal.checksum,
    }


def _tell_why(proposal: Proposal) -> str:
    """What goes into a comment: the score, the terms that hit, and who else it may be."""
    terms = " ".join(drop_hidden(", ".join(proposal.terms[:_TERMS])).split())
    others = join_words(tuple(proposal.actors[1:]), "or")
    return f"{proposal.score:.2f}: {terms}{f'; or {others}?' if others else ''}"
