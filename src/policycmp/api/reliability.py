"""How far several coders agree."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import join, list_paths
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Reliability
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from policycmp.api.corpora import Given, Opened
    from policycmp.api.option_types import ReliabilityOptions
    from policycmp.model import reliability as model
    from policycmp.model.corpus import Corpus


@takes(Reliability)
def reliability(corpus: Given = None, **options: Unpack[ReliabilityOptions]) -> Result[model.Reliability]:
    """How far several coders agree, by the coefficients of the field, and which codings to discuss.

    `level` is that of Gwet's AC2; `samples` says how often the units are resampled for intervals.
    Where no position names a coder, each of several whole corpora is the work of one, called by its
    file's name. Raises UsageError where there are fewer than two coders.
    """
    from policycmp.measure.reliability import measure_reliability
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate.reliability import tabulate_reliability

    opened, said = _open_codings(corpus)
    asked = ask(Reliability, options)
    filters, notes = read_filters(opened, asked)
    selection = select_positions(opened, filters)
    found = measure_reliability(opened, selection, level=asked.level, samples=asked.samples, seed=asked.seed)
    if len(found.coders) < 2:
        raise UsageError(
            "the corpus names fewer than two coders",
            "give positions a coder: field, or name a file for each coder with -c",
        )
    return Result(found, lambda: tabulate_reliability(opened, filters, found), (*said, *notes))


def _open_codings(given: Given) -> Opened:
    """The corpus; of several that name no coder, each with its file's name as the coder of all of it."""
    from policycmp.load.several_files import load_corpora
    from policycmp.model.corpus import Corpus

    if isinstance(given, Corpus):
        return given, ()
    corpora = load_corpora(list_paths(given), os.environ)
    if len(corpora) < 2:
        return corpora[0], ()
    said: tuple[str, ...] = ()
    if not any(position.coder for corpus in corpora for position in corpus.positions):
        names = _name_files(corpora)
        said = (f"no position names a coder, so each file is one: {', '.join(names)}",)
        corpora = tuple(
            replace(corpus, positions=tuple(replace(position, coder=name) for position in corpus.positions))
            for corpus, name in zip(corpora, names, strict=True)
        )
    merger, notes = join(corpora)
    return merger.corpus, (*said, *notes)


def _name_files(corpora: Sequence[Corpus]) -> list[str]:
    """The names of their files without folder and suffix; with both where that leaves two alike."""
    full = [" + ".join(origin.name for origin in corpus.origins) for corpus in corpora]
    short = [name.replace("\\", "/").rpartition("/")[2].partition(".")[0] or name for name in full]
    return short if len(set(short)) == len(short) else full
