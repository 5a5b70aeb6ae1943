"""What measuring commands make of a corpus: profiles, a metric and its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.command_options import choose_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    profiles = build_profiles(matrix, read_weights(corpus, asked)[0])
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


def read_weights(corpus: Corpus, asked: Measuring) -> tuple[dict[str, float], tuple[str, ...]]:
    """The weights by issue id: the codebook's, over them the file's, over both the options'; and how
    names were read that were not exact.

    Raises UsageError for a weight that is not `ISSUE=N`, an unknown issue, or two weights of one.
    """
    weights = {issue.id: issue.weight for issue in corpus.issues if issue.weight is not None}
    if not (asked.weights or asked.weight):
        return weights, ()
    from policycmp.api.names import name_issues
    from policycmp.corpusfile.weights import load_weights

    notes: tuple[str, ...] = ()
    for given in (load_weights(asked.weights) if asked.weights else [], _parse_weights(asked.weight)):
        names = [(name, place) for name, _, place in given]
        issues, told = name_issues(corpus, names, "weighted", exact=asked.exact)
        weights |= {issue: weight for issue, (_, weight, _) in zip(issues, given, strict=True)}
        notes += told
    return weights, notes


def _parse_weights(texts: Sequence[str]) -> list[tuple[str, float, str | None]]:
    parsed: list[tuple[str, float, str | None]] = []
    for text in texts:
        name, _, number = text.rpartition("=")
        try:
            parsed.append((name.strip(), float(number), None))
        except ValueError:
            raise UsageError(f"--weight {text!r} is not ISSUE=N", "write it as nato-open-door=2") from None
    return parsed
