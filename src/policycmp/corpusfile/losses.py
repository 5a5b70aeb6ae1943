"""What a format cannot hold of a corpus, named before anybody misses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policycmp.corpusfile.fields import KIND_BY_SECTION, POSITION
from policycmp.corpusfile.records import record_position, record_thing
from policycmp.corpusfile.sections import list_sections, record_head
from policycmp.text.grammar import count
from policycmp.text.unsafe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.corpusfile.writer import Writer
    from policycmp.model.corpus import Corpus
    from policycmp.model.report import Json


def list_losses(writer: Writer, corpus: Corpus) -> tuple[str, ...]:
    """What is gone when the corpus is written so and read again: all but the positions where the format
    holds nothing else, and hidden characters, which no corpus file may have."""
    told = list(_list_unheld(corpus)) if writer.bare else []
    if hidden := sum(_count_hidden(value) for value in _list_values(corpus, bare=writer.bare)):
        told.append(count(hidden, "hidden character"))
    return tuple(told)


def _list_unheld(corpus: Corpus) -> Iterator[str]:
    for section, records in list_sections(corpus):
        if records and section != POSITION.section:
            yield count(len(records), KIND_BY_SECTION[section].noun)
    for key in record_head(corpus):
        if key != "policycmp":
            yield f"the {key}"


def _list_values(corpus: Corpus, *, bare: bool) -> Iterator[Json]:
    for position in corpus.positions:
        yield from record_position(position).values()
    if not bare:
        yield from (corpus.title, corpus.note)
        for things in (corpus.scales, corpus.topics, corpus.issues, corpus.actors, corpus.sources):
            for thing in things:
                yield from record_thing(thing).values()


def _count_hidden(value: Json) -> int:
    if isinstance(value, str):
        return len(re.findall(UNSAFE, value))
    return sum(map(_count_hidden, value)) if isinstance(value, list | tuple) else 0
