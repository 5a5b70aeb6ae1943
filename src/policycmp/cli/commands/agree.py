"""`policycmp agree`: how near actors are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.measuring import MEASURE, Measuring
from policycmp.cli.options import Looking, Writing, complete_names_of, expand_options
from policycmp.errors import UsageError
from policycmp.record import dataclass, replace

if TYPE_CHECKING:
    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Agreement, Profiles, Terms
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.report import Report

    Ground = tuple[Profiles, Metric, Terms]

SAMPLES = 1000
SHAPE = "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked of the numbers."""

    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--explain",
            metavar="A B",
            help="The sum behind the number of these two, issue by issue.",
            show_default=False,
            rich_help_panel=SHAPE,
        ),
    ] = None
    pairs: Annotated[
        bool, typer.Option("--pairs", help="One pair a row instead of a square.", rich_help_panel=SHAPE)
    ] = False
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            metavar="N",
            min=1,
            help="Only the N nearest pairs, one a row.",
            show_default=False,
            rich_help_panel=SHAPE,
        ),
    ] = None
    robust: Annotated[
        bool,
        typer.Option(
            "--robust",
            help="Intervals by resampling the issues, and what one issue left out does.",
            rich_help_panel=MEASURE,
        ),
    ] = False
    seed: Annotated[int, typer.Option(help="Where resampling starts.", rich_help_panel=MEASURE)] = 0
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="KIND",
            help="Beside the full table, one without reported, implied or stated positions.",
            show_default=False,
            rich_help_panel=MEASURE,
        ),
    ] = None


@expand_options
def agree(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTOR]...",
            help="These actors among themselves; one alone, nearest first; all without.",
            autocompletion=complete_names_of("actor"),
            show_default=False,
        ),
    ] = None,
    *,
    looking: Looking,
    measuring: Measuring,
    asking: Asking,
    writing: Writing,
) -> None:
    """Show how near actors are to each other, and on how many shared issues."""
    from policycmp.cli.inputs import read_corpus, read_filters
    from policycmp.cli.measuring import build_measurement
    from policycmp.cli.output import write_report
    from policycmp.model.names import Kind
    from policycmp.tabulate.agree import tabulate_agreement

    corpus = read_corpus(looking.corpus)
    if asking.explain:
        write_report(_explain(corpus, looking, measuring, asking.explain), writing)
        return
    filters = read_filters(corpus, looking, names, [Kind.ACTOR])
    focus = filters.actors[0] if names and len(filters.actors) == 1 else None
    if focus:
        filters = replace(filters, actors=())
    samples = SAMPLES if asking.robust else 0
    ground = build_measurement(corpus, filters, looking, measuring, samples=samples, seed=asking.seed)
    if asking.without:
        report = _compare_allies(corpus, filters, looking, measuring, ground, asking)
    else:
        agreement = _measure(ground, asking, focus)
        listed = asking.pairs or asking.top is not None
        report = tabulate_agreement(corpus, filters, agreement, focus=focus, listed=listed)
    write_report(report, writing)


def _measure(ground: Ground, asking: Asking, focus: str | None) -> Agreement:
    from policycmp.measure.agreement import measure_agreement, measure_nearest, measure_neighbours

    if focus:
        return measure_neighbours(*ground, focus, asking.top)
    return measure_nearest(*ground, asking.top) if asking.top else measure_agreement(*ground)


def _explain(corpus: Corpus, looking: Looking, measuring: Measuring, pair: tuple[str, str]) -> Report:
    from policycmp.alignment.resolve import resolve_names
    from policycmp.cli.inputs import read_filters, say_note
    from policycmp.cli.measuring import build_measurement
    from policycmp.measure.agreement import explain_pair
    from policycmp.model.names import Kind
    from policycmp.tabulate.explain import tabulate_explanation

    named = resolve_names(corpus, pair, [Kind.ACTOR], exact=looking.exact)
    for note in named.notes:
        say_note(note)
    if len(named.actors) != 2:
        raise UsageError("--explain takes two different actors", "write it as --explain bandow morrissey")
    filters = replace(read_filters(corpus, looking), actors=named.actors)
    profiles, metric, terms = build_measurement(corpus, filters, looking, measuring)
    return tabulate_explanation(corpus, filters, explain_pair(profiles, metric, terms, 0, 1))


def _compare_allies(
    corpus: Corpus,
    filters: Filters,
    looking: Looking,
    measuring: Measuring,
    ground: Ground,
    asking: Asking,
) -> Report:
    from policycmp.cli.inputs import read_filters
    from policycmp.cli.measuring import build_measurement
    from policycmp.measure.agreement import measure_agreement
    from policycmp.measure.rank_stability import compare_allies
    from policycmp.model.corpus import Attribution
    from policycmp.tabulate.agree import tabulate_agreement

    if asking.top:
        raise UsageError("--top and --without do not go together", "leave one of the two out")
    dropped = read_filters(corpus, Looking(attribution=asking.without)).attributions
    present = filters.attributions or tuple(Attribution)
    kept = replace(filters, attributions=tuple(a for a in present if a not in dropped))
    if not kept.attributions:
        raise UsageError("--without leaves no position", "keep at least one attribution")
    part = measure_agreement(*build_measurement(corpus, kept, looking, measuring))
    full = measure_agreement(*ground)
    loyalties = compare_allies(full, part)
    return tabulate_agreement(corpus, filters, full, part=part, loyalties=loyalties, without=dropped)
