"""One corpus of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import join
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Merge

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from policycmp.api.corpora import Path
    from policycmp.api.option_types import MergeOptions
    from policycmp.model.corpus import Corpus
    from policycmp.model.merger import Merger


@takes(Merge)
def merge(*corpora: Corpus | Path, **options: Unpack[MergeOptions]) -> Result[Merger]:
    """One corpus of several, by the first one's codebook: `value.corpus`, and in `value.conflicts`
    and the records every cell in which they disagree.

    Sure matches are followed; `crosswalk` decides where it says something. Files of bare positions
    take their issues, actors and sources from the first. Raises UsageError for fewer than two
    corpora, and with `on_conflict="fail"` where a cell differs.
    """
    from policycmp.load.corpus import load_corpus
    from policycmp.model.corpus import Corpus
    from policycmp.tabulate.merge import tabulate_merger

    if len(corpora) < 2:
        raise UsageError("merge takes two corpora or more", "write it as merge a.yaml b.yaml -o c.yaml")
    asked = ask(Merge, options)
    opened: list[Corpus] = []
    for given in corpora:
        codebook = opened[0] if opened else None
        opened.append(given if isinstance(given, Corpus) else load_corpus([str(given)], codebook=codebook))
    merger, notes = join(opened, asked.crosswalk, asked.on_conflict)
    return Result(merger, lambda: tabulate_merger(merger.corpus, merger.conflicts), notes)


def list_disagreements(merger: Merger) -> Iterable[str]:
    """Each cell in which corpora disagree in one line, and how many there are."""
    from policycmp.tabulate.merge import count_disagreements, tell_disagreement

    yield from map(tell_disagreement, merger.conflicts)
    yield count_disagreements(merger.conflicts)
