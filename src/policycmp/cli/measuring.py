"""The options of commands that measure, and what they make of a corpus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from policycmp.cli.options import choose_from, complete_from
from policycmp.errors import UsageError
from policycmp.model.agreement import Missing, Normalisation
from policycmp.model.matrix import Rule
from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.cli.options import Looking
    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters

MEASURE = "Measure"


def list_metrics() -> tuple[str, ...]:
    """The names of the metrics; none is imported."""
    from policycmp.measure.metric import METRICS

    return METRICS.names()


RuleOption = Annotated[
    Rule | None,
    typer.Option(
        metavar="RULE",
        parser=choose_from(partial(tuple, Rule), "rule"),
        autocompletion=complete_from(partial(tuple, Rule)),
        help="Which of several positions in a cell count, as in compare.",
        show_default=False,
        rich_help_panel=MEASURE,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How several positions in one cell are read."""

    rule: RuleOption = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """How to measure: metric, what silence counts for, weights, and the fewest shared issues."""

    metric: Annotated[
        str,
        typer.Option(
            "--metric",
            "-m",
            metavar="NAME",
            parser=choose_from(list_metrics, "metric"),
            autocompletion=complete_from(list_metrics),
            help="city-block, euclidean, identical, same-side, directional, correlation, kappa, "
            "congruence, conflict, subtract or co-occurrence.",
            rich_help_panel=MEASURE,
        ),
    ] = "city-block"
    missing: Annotated[
        Missing,
        typer.Option(
            metavar="RULE",
            parser=choose_from(partial(tuple, Missing), "rule for silence"),
            autocompletion=complete_from(partial(tuple, Missing)),
            help="Where only one of two speaks: leave-out, neutral or against.",
            rich_help_panel=MEASURE,
        ),
    ] = Missing.LEAVE_OUT
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight",
            "-w",
            metavar="ISSUE=N",
            help="Let an issue weigh N; the others weigh 1.",
            show_default=False,
            rich_help_panel=MEASURE,
        ),
    ] = None
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights",
            metavar="FILE",
            help="The same from a CSV file: issue, weight.",
            show_default=False,
            rich_help_panel=MEASURE,
        ),
    ] = None
    floor: Annotated[
        int,
        typer.Option(min=1, help="No number below so many shared issues.", rich_help_panel=MEASURE),
    ] = 3
    normalise: Annotated[
        Normalisation,
        typer.Option(
            metavar="KIND",
            parser=choose_from(partial(tuple, Normalisation), "normalisation"),
            autocompletion=complete_from(partial(tuple, Normalisation)),
            help="For metrics that count positions: none, average, jaccard or cosine.",
            rich_help_panel=MEASURE,
        ),
    ] = Normalisation.NONE
    rule: RuleOption = None


def choose_rule(rule: Rule | None, looking: Looking) -> Rule:
    """The rule asked for, else the latest with `--as-of`, else the best attributed first."""
    return rule or (Rule.LATEST if looking.as_of else Rule.STATED_FIRST)


def build_measurement(
    corpus: Corpus,
    filters: Filters,
    looking: Looking,
    measuring: Measuring,
    *,
    samples: int = 0,
    seed: int = 0,
) -> tuple[Profiles, Metric, Terms]:
    """The profiles that the options ask for, with the metric and its terms."""
    from policycmp.measure.agreement import set_terms
    from policycmp.measure.matrix import build_matrix
    from policycmp.measure.metric import METRICS
    from policycmp.measure.profiles import build_profiles

    metric = METRICS.load(measuring.metric)
    matrix = build_matrix(corpus, filters, rule=choose_rule(measuring.rule, looking))
    profiles = build_profiles(matrix, read_weights(corpus, measuring, exact=looking.exact))
    terms = set_terms(
        metric,
        profiles,
        missing=measuring.missing,
        normalisation=measuring.normalise,
        floor=measuring.floor,
        samples=samples,
        seed=seed,
    )
    return profiles, metric, terms


def read_weights(corpus: Corpus, measuring: Measuring, *, exact: bool = False) -> dict[str, float]:
    """The weights by issue id: the codebook's, over them the file's, over both the options'.

    Raises UsageError for a weight that is not `ISSUE=N`, or an issue there is not.
    """
    from policycmp.alignment.resolve import resolve_names
    from policycmp.corpusfile.weights import load_weights
    from policycmp.model.names import Kind

    named = load_weights(measuring.weights) if measuring.weights else {}
    for text in measuring.weight or ():
        name, _, number = text.rpartition("=")
        try:
            named[name.strip()] = float(number)
        except ValueError:
            raise UsageError(f"--weight {text!r} is not ISSUE=N", "write it as nato-open-door=2") from None
    weights = {issue.id: issue.weight for issue in corpus.issues if issue.weight is not None}
    for name, weight in named.items():
        for issue in resolve_names(corpus, [name], [Kind.ISSUE], exact=exact).issues:
            weights[issue] = weight
    return weights
