"""How near actors are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.api.asking import ask, takes
from policycmp.api.corpora import open_corpus
from policycmp.api.measuring import build_ground
from policycmp.api.names import read_attributions, read_filters
from policycmp.api.result import Result
from policycmp.errors import UsageError
from policycmp.model.command_options import RESAMPLES, Agree
from policycmp.record import replace

if TYPE_CHECKING:
    from typing import Unpack

    from policycmp.api.corpora import Given
    from policycmp.api.measuring import Ground
    from policycmp.api.option_types import AgreeOptions
    from policycmp.model.agreement import Agreement
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Report


@takes(Agree, words="names")
def agree(corpus: Given = None, *names: str, **options: Unpack[AgreeOptions]) -> Result[Agreement]:
    """How near actors are to each other, and on how many shared issues.

    One actor alone is measured against every other, nearest first; without names all are measured
    against all. Numbers lie in the metric's own range (city-block: 0 to 1, 1 being the same). Raises
    UsageError for an unknown name, a wrong choice, or options that exclude each other.

    >>> import policycmp
    >>> policycmp.agree(None, "bandow", top=3)
    <policycmp agree: 3 rows>
    """
    from policycmp.model.names import Kind
    from policycmp.tabulate.agree import tabulate_agreement

    asked = ask(Agree, options, names=names)
    opened, said = open_corpus(corpus)
    filters, notes = read_filters(opened, asked, asked.names, [Kind.ACTOR])
    focus = filters.actors[0] if asked.names and len(filters.actors) == 1 else None
    if focus:
        filters = replace(filters, actors=())
    samples = RESAMPLES if asked.robust else 0
    ground = build_ground(opened, filters, asked, samples=samples, seed=asked.seed)
    if asked.without:
        full, report = _compare_allies(opened, filters, ground, asked)
        return Result(full, lambda: report, (*said, *notes))
    found = _measure(ground, asked, focus)
    listed = asked.pairs or asked.top is not None
    return Result(
        found,
        lambda: tabulate_agreement(opened, filters, found, focus=focus, listed=listed),
        (*said, *notes),
    )


def _measure(ground: Ground, asked: Agree, focus: str | None) -> Agreement:
    from policycmp.measure.agreement import measure_agreement, measure_nearest, measure_neighbours

    if focus:
        return measure_neighbours(*ground, focus, asked.top)
    return measure_nearest(*ground, asked.top) if asked.top else measure_agreement(*ground)


def _compare_allies(
    corpus: Corpus, filters: Filters, ground: Ground, asked: Agree
) -> tuple[Agreement, Report]:
    from policycmp.measure.agreement import measure_agreement
    from policycmp.measure.rank_stability import compare_allies
    from policycmp.model.corpus import Attribution
    from policycmp.tabulate.agree import tabulate_agreement

    if asked.top:
        raise UsageError("--top and --without do not go together", "leave one of the two out")
    dropped = read_attributions(asked.without)
    present = filters.attributions or tuple(Attribution)
    kept = replace(filters, attributions=tuple(a for a in present if a not in dropped))
    if not kept.attributions:
        raise UsageError("--without leaves no position", "keep at least one attribution")
    part = measure_agreement(*build_ground(corpus, kept, asked))
    full = measure_agreement(*ground)
    loyalties = compare_allies(full, part)
    report = tabulate_agreement(corpus, filters, full, part=part, loyalties=loyalties, without=dropped)
    return full, report
