"""What measuring commands make of a corpus: profiles, a metric and its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.command_options import choose_rule

if TYPE_CHECKING:
    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms
    from policycmp.model.command_options import Measuring
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters

    Ground = tuple[Profiles, Metric, Terms]


def build_ground(
    corpus: Corpus,
    filters: Filters,
    asked: Measuring,
    *,
    samples: int = 0,
    seed: int = 0,
) -> Ground:
    """The profiles that the options ask for, with the metric and its terms."""
    from policycmp.measure.agreement import set_terms
    from policycmp.measure.matrix import build_matrix
    from policycmp.measure.metric import METRICS
    from policycmp.measure.profiles import build_profiles

    metric = METRICS.load(asked.metric)
    matrix = build_matrix(corpus, filters, rule=choose_rule(asked.rule, as_of=filters.as_of))
    profiles = build_profiles(matrix, read_weights(corpus, asked))
    terms = set_terms(
        metric,
        profiles,
        missing=asked.missing,
        normalisation=asked.normalise,
        floor=asked.floor,
        samples=samples,
        seed=seed,
    )
    return profiles, metric, terms


def read_weights(corpus: Corpus, asked: Measuring) -> dict[str, float]:
    """The weights by issue id: the codebook's, over them the file's, over both the options'.

    Raises UsageError for a weight that is not `ISSUE=N`, or an unknown issue.
    """
    weights = {issue.id: issue.weight for issue in corpus.issues if issue.weight is not None}
    if not (asked.weights or asked.weight):
        return weights
    from policycmp.alignment.resolve import resolve_names
    from policycmp.corpusfile.weights import load_weights
    from policycmp.model.names import Kind

    named = load_weights(asked.weights) if asked.weights else {}
    for text in asked.weight:
        name, _, number = text.rpartition("=")
        try:
            named[name.strip()] = float(number)
        except ValueError:
            raise UsageError(f"--weight {text!r} is not ISSUE=N", "write it as nato-open-door=2") from None
    for name, weight in named.items():
        for issue in resolve_names(corpus, [name], [Kind.ISSUE], exact=asked.exact).issues:
            weights[issue] = weight
    return weights
