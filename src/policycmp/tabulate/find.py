"""Passages of a new text that may speak to issues: as a report, and as a corpus to be finished."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from policycmp.corpusfile.records import record_thing
from policycmp.model.report import Column, Entry, Report, Role, Section, Table
from policycmp.tabulate.parts.provenance import describe_corpus
from policycmp.text.fold import make_slug
from policycmp.text.grammar import count, join_words
from policycmp.text.shorten import cut_words
from policycmp.text.unsafe import UNSAFE, drop_unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policycmp.model.corpus import Corpus
    from policycmp.model.passages import Proposal, SourceText
    from policycmp.model.report import Json

    Found = Sequence[tuple[SourceText, Sequence[Proposal]]]

SHOWN_TERMS = 5
SHOWN_ACTORS = 3
SHOWN_WORDS = 14
"""Of a passage, so many words at either end."""
UNNAMED = "author"
"""Stands for the actor of a passage in which nobody is named."""


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


def write_draft(corpus: Corpus, found: Found) -> str:
    """A corpus in YAML with these texts as sources and a position for each proposal, its stance
    open; with the issues and actors it names, so that it can be checked by itself."""
    proposals = [proposal for _, each in found for proposal in each]
    issues = {proposal.issue for proposal in proposals}
    actors = {actor for proposal in proposals for actor in proposal.actors[:1]}
    topics = {issue.topic for issue in corpus.issues if issue.id in issues}
    scales = {issue.scale for issue in corpus.issues if issue.id in issues}
    lines = [
        "# A draft. For each position: decide who holds it, how it is attributed, and the stance;",
        "# delete what is none. `policycmp check` counts the stances that are still open.",
        "policycmp: 1",
    ]
    for section, things in (
        ("scales", [s for s in corpus.scales if s.id in scales and s not in type(corpus)().scales]),
        ("topics", [t for t in corpus.topics if t.id in topics]),
        ("issues", [i for i in corpus.issues if i.id in issues]),
        ("actors", [a for a in corpus.actors if a.id in actors]),
    ):
        records = [record_thing(thing) for thing in things]
        if section == "actors" and any(not proposal.actors for proposal in proposals):
            records.append({"id": UNNAMED, "name": "The author"})
        if records:
            lines += [f"{section}:", *(line for record in records for line in _write_record(record))]
    lines += ["sources:", *(line for text, _ in found for line in _write_source(text))]
    lines.append("positions:")
    for text, each in found:
        for proposal in sorted(each, key=lambda p: (p.span, -p.score)):
            lines += _write_position(text, proposal)
    return "\n".join(lines) + "\n"


def identify_text(text: SourceText) -> str:
    """An id for the text as a source, made of its file's name."""
    return make_slug(text.source, "source")


def _enter_proposal(corpus: Corpus, proposal: Proposal) -> tuple[Entry, ...]:
    actors = [corpus.actor_by_id[actor].label for actor in proposal.actors]
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


def _write_source(text: SourceText) -> Iterator[str]:
    title = next((line.strip() for line in text.text.split("\n") if line.strip()), text.name)
    record: dict[str, Json] = {"id": identify_text(text), "title": title[:200], "digest": text.digest}
    yield from _write_record(record)
    yield "    # author: … actor: … publisher: … published: YYYY-MM-DD url: https://…"


def _write_position(text: SourceText, proposal: Proposal) -> Iterator[str]:
    named = proposal.actors[: proposal.named]
    terms = ", ".join(proposal.terms[:SHOWN_TERMS])
    others = join_words(tuple(proposal.actors[1:]), "or")
    yield f"  # {proposal.score:.2f}: {_comment(terms)}{f'; or {others}?' if others else ''}"
    yield from _write_record(
        {
            "actor": proposal.actors[0] if proposal.actors else UNNAMED,
            "issue": proposal.issue,
            "stance": None,
            "source": identify_text(text),
            "attribution": "reported" if named else "stated",
            "paragraph": proposal.paragraph,
            "first": proposal.first,
            "last": proposal.last,
            "checksum": proposal.checksum,
        }
    )


def _write_record(record: dict[str, Json]) -> Iterator[str]:
    for number, (key, value) in enumerate(record.items()):
        yield f"  {' ' if number else '-'} {key}:{'' if value is None else ' ' + _write_value(key, value)}"


def _write_value(key: str, value: Json) -> str:
    """A value in YAML: ids and numbers bare, texts in the quotes of JSON, which YAML reads too."""
    plain = key in ("id", "actor", "issue", "source", "topic", "scale", "attribution", "published")
    if isinstance(value, str) and plain and not value.isdecimal():
        return value
    if isinstance(value, str):
        return json.dumps(UNSAFE.sub("", value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def _comment(text: str) -> str:
    return drop_unsafe(text)
