"""YAML: a whole corpus, to be read and edited by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.corpusfile.sections import list_sections, record_head
from policycmp.corpusfile.writer import Writer
from policycmp.corpusfile.yaml_text import write_pair, write_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus


def write(corpus: Corpus) -> Iterator[str]:
    """The lines of the corpus as a YAML document."""
    for key, value in record_head(corpus).items():
        yield write_pair(key, value)
    for section, records in list_sections(corpus):
        yield from write_section(section, records)


WRITER = Writer(name="yaml", suffixes=(".yaml", ".yml"), write=write)
