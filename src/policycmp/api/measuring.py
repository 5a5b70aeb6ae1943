"""What measuring commands make of a corpus: profiles, a metric and its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.model.choices import Contested, Of
from policycmp.model.command_options import choose_rule
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Profiles, Terms
    from policycmp.model.choices import Rule
    from policycmp.model.corpus import Corpus
    from policycmp.model.filters import Filters
    from policycmp.model.matrix import Matrix
    from policycmp.model.scope import Measuring, Skipping
    from policycmp.model.skips import Skips

    Ground = tuple[Profiles, Metric, Terms]


def build_ground(
    corpus: Corpus,
    filters: Filters,
    asked: Measuring,
    *,
    of: Of = Of.ACTORS,
    samples: int = 0,
    seed: int = 0,
) -> Ground:
    """The profiles that the options ask for, with the metric and its terms.

    Raises UsageError for weights where issues are measured: over actors there are none.
    """
    from policycmp.measure.agreement import set_terms
    from policycmp.measure.distinct import build_filter
    from policycmp.measure.metric import METRICS
    from policycmp.measure.profiles import build_profiles, turn_profiles

    metric = METRICS.load(asked.metric)
    matrix = build_ground_matrix(corpus, filters, asked, asked.rule)
    keep = build_filter(corpus, filters, asked.distinct, ignores_stance=metric.measure.ignores_stance)
    profiles = build_profiles(matrix, read_weights(corpus, asked)[0], keep)
    if of is Of.ISSUES:
        if asked.weight or asked.weights:
            raise UsageError("issues have no weight where they are measured", "leave --weight out")
        profiles = turn_profiles(profiles)
    terms = set_terms(
        metric,
        profiles,
        missing=asked.missing,
        normalisation=asked.normalise,
        floor=asked.floor,
        distinct=asked.distinct,
        contested=asked.contested,
        of=of,
        samples=samples,
        seed=seed,
    )
    return profiles, metric, terms


def build_ground_matrix(corpus: Corpus, filters: Filters, asked: Skipping, rule: Rule | None) -> Matrix:
    """Issues by actors, without the issues that are skipped and the cells that are left out.

    Whether all stand alike on an issue is judged by all who pass the other filters, not by the actors
    named alone. Raises UsageError for a kind of issue to skip that is none.
    """
    from policycmp.measure.doubt import settle_doubts
    from policycmp.measure.matrix import build_matrix

    rule = choose_rule(rule, as_of=filters.as_of)
    matrix = build_matrix(corpus, filters, rule=rule)
    if asked.skip or asked.min_actors:
        from policycmp.measure.skipping import skip_issues

        everybody = build_matrix(corpus, replace(filters, actors=()), rule=rule) if filters.actors else matrix
        matrix = skip_issues(matrix, everybody, _read_skips(asked))
    return settle_doubts(corpus, matrix, asked.contested, asked.conditional)


def _read_skips(asked: Skipping) -> Skips:
    from policycmp.model.skips import Skips

    unanimous, lopsided = False, None
    for text in (word.strip() for value in asked.skip for word in value.split(",")):
        name, _, share = text.partition("=")
        if text == "unanimous":
            unanimous = True
            continue
        try:
            lopsided = float(share.removesuffix("%")) if name == "lopsided" else None
        except ValueError:
            lopsided = None
        if lopsided is None or not 0 < lopsided <= 50:
            hint = (
                "write --skip unanimous, or --skip lopsided=2.5%; the share is above 0 and at most 50 percent"
            )
            raise UsageError(f"--skip {text!r} is neither unanimous nor lopsided=N%", hint)
    return Skips(unanimous=unanimous, lopsided=lopsided, min_actors=asked.min_actors)


def refuse_range(command: str, contested: Contested) -> None:
    """Raises UsageError where a range is asked of what is no number of two."""
    if contested is Contested.RANGE:
        hint = "use --contested leave-out, or ask agree or match for a range"
        raise UsageError(f"{command} has no range over the sides of contested cells", hint)


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
