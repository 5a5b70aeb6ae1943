"""How far several coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import Reliability

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import ReliabilityOptions
    from policycmp.model import reliability as model


@takes(Reliability)
def reliability(corpus: Given = None, **options: Unpack[ReliabilityOptions]) -> Result[model.Reliability]:
    """How far several coders agree, by the coefficients of the field, and which codings to discuss.

    `level` is that of Gwet's AC2; `samples` says how often the units are resampled for intervals.
    Raises UsageError where the corpus names fewer than two coders.
    """
    from policycmp.measure.reliability import measure_reliability
    from policycmp.measure.selection import select_positions
    from policycmp.tabulate.reliability import tabulate_reliability

    opened, said = open_corpus(corpus)
    asked = ask(Reliability, options)
    filters, notes = read_filters(opened, asked)
    selection = select_positions(opened, filters)
    found = measure_reliability(opened, selection, level=asked.level, samples=asked.samples, seed=asked.seed)
    if len(found.coders) < 2:
        raise UsageError("the corpus names fewer than two coders", "give positions a coder: field")
    return Result(found, lambda: tabulate_reliability(opened, filters, found), (*said, *notes))
