"""Who stands with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground
from policycmp.api.names import read_filters
from policycmp.api.result import Result
from policycmp.model.command_options import Camps

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.option_types import CampsOptions
    from policycmp.model import camps as model


@takes(Camps, words="names")
def camps(corpus: Given = None, *names: str, **options: Unpack[CampsOptions]) -> Result[model.Camps]:
    """Who stands with whom, by average linkage, and which issues set the camps apart.

    `camps` is their number, by the best mean silhouette where it is None; `samples` says how often
    the issues are resampled for stability. Raises UsageError for an unknown name or a wrong choice.

    >>> import policycmp
    >>> policycmp.camps(samples=0).report.name
    'camps'
    """
    from policycmp.measure.camps import find_camps
    from policycmp.model.names import Kind
    from policycmp.tabulate.camps import tabulate_camps

    opened, said = open_corpus(corpus)
    asked = ask(Camps, options, names=names)
    filters, notes = read_filters(opened, asked, asked.names, [Kind.ACTOR])
    ground = build_ground(opened, filters, asked)
    found = find_camps(*ground, number=asked.camps, samples=asked.samples, seed=asked.seed)
    return Result(found, lambda: tabulate_camps(opened, filters, found), (*said, *notes))
