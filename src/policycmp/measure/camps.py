"""Who stands with whom, which issues set the camps apart, and whether the camps hold."""

from __future__ import annotations

from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.agreement import measure_agreement
from policycmp.measure.clusters import (
    choose_number,
    cut_merges,
    grow_tree,
    link_distances,
    measure_silhouettes,
)
from policycmp.measure.profiles import choose_issues
from policycmp.model import request
from policycmp.model.camps import Camp, Camps, Divide, Member

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Agreement, Measure, Profiles, Terms

    Distances = Mapping[frozenset[str], float]
    Clusters = Sequence[Sequence[int]]

USUAL = request.Camps()


def find_camps(
    profiles: Profiles,
    metric: Metric,
    terms: Terms,
    *,
    number: int | None = None,
    samples: int = USUAL.samples,
    seed: int = USUAL.seed,
) -> Camps:
    """Camps by hierarchical clustering; as many as asked for, else by the best silhouette.

    Actors are left out, those without most numbers first, until every pair has one. Raises
    UsageError for a metric without a range, and where fewer than three actors are left.
    """
    if metric.measure.low is None or metric.measure.high is None:
        raise UsageError(f"camps needs a metric with a range, and {terms.measure.name} has none")
    agreement = measure_agreement(profiles, metric, terms)
    actors, left_out = _choose_actors(agreement)
    if len(actors) < 3:
        hint = "lower --floor, or let silence count with --missing neutral"
        raise UsageError("fewer than three actors share enough issues with one another", hint)
    distances = _list_distances(agreement)
    square = _build_square(actors, distances)
    merges = link_distances(square)
    clusters = cut_merges(merges, min(number or choose_number(square, merges), len(actors)))
    silhouettes = measure_silhouettes(square, clusters)
    stabilities = _find_stabilities(profiles, metric, terms, actors, distances, clusters, samples, seed)
    measure = metric.measure
    return Camps(
        agreement=agreement,
        camps=tuple(
            _build_camp(actors, cluster, silhouettes, square, stability, measure)
            for cluster, stability in zip(clusters, stabilities, strict=True)
        ),
        tree=grow_tree(merges, actors, lambda distance: _place_distance(distance, measure)),
        silhouette=round(fmean(silhouettes.values()), 9),
        chosen=number is not None,
        divides=_find_divides(profiles, actors, clusters),
        left_out=left_out,
        samples=samples,
        seed=seed,
    )


def _choose_actors(agreement: Agreement) -> tuple[list[str], tuple[str, ...]]:
    kept = [actor.id for actor in agreement.profiles.actors]
    gaps = [(pair.first, pair.second) for pair in agreement.pairs if pair.value is None]
    left_out = []
    while gaps:
        worst = max(reversed(kept), key=lambda actor: sum(actor in gap for gap in gaps))
        kept.remove(worst)
        left_out.append(worst)
        gaps = [gap for gap in gaps if worst not in gap]
    return kept, tuple(left_out)


def _list_distances(agreement: Agreement) -> dict[frozenset[str], float]:
    measure = agreement.terms.measure
    low, high = measure.low or 0, measure.high or 0
    return {
        frozenset((pair.first, pair.second)): round((high - pair.value) / (high - low), 9)
        for pair in agreement.pairs
        if pair.value is not None
    }


def _place_distance(distance: float, measure: Measure) -> float:
    low, high = measure.low or 0, measure.high or 0
    return high - distance * (high - low)


def _build_square(actors: Sequence[str], distances: Distances) -> list[list[float]]:
    return [[distances[frozenset((a, b))] if a != b else 0.0 for b in actors] for a in actors]


def _find_stabilities(
    profiles: Profiles,
    metric: Metric,
    terms: Terms,
    actors: Sequence[str],
    distances: Distances,
    clusters: Clusters,
    samples: int,
    seed: int,
) -> list[float | None]:
    """Each cluster's mean largest Jaccard overlap over resamples of the issues (Hennig 2007,
    Computational Statistics & Data Analysis 52). A pair that shares too little in a resample keeps
    its distance."""
    if not samples:
        return [None for _ in clusters]
    draw = Random(seed)  # noqa: S311  a reproducible draw is what is wanted
    numbers = range(len(profiles.issues))
    overlaps: list[list[float]] = [[] for _ in clusters]
    for _ in range(samples):
        drawn = choose_issues(profiles, sorted(draw.choices(numbers, k=len(numbers))))
        found = {**distances, **_list_distances(measure_agreement(drawn, metric, terms))}
        again = cut_merges(link_distances(_build_square(actors, found)), len(clusters))
        for cluster, record in zip(clusters, overlaps, strict=True):
            record.append(max(_overlap(cluster, other) for other in again))
    return [round(fmean(record), 9) for record in overlaps]


def _overlap(one: Sequence[int], other: Sequence[int]) -> float:
    return len(set(one) & set(other)) / len(set(one) | set(other))


def _build_camp(
    actors: Sequence[str],
    cluster: Sequence[int],
    silhouettes: Mapping[int, float],
    square: Sequence[Sequence[float]],
    stability: float | None,
    measure: Measure,
) -> Camp:
    members = [Member(actor=actors[leaf], silhouette=silhouettes[leaf]) for leaf in cluster]
    inside = [square[a][b] for a in cluster for b in cluster if a < b]
    return Camp(
        members=tuple(sorted(members, key=lambda member: -member.silhouette)),
        inside=round(_place_distance(fmean(inside), measure), 9) if inside else None,
        stability=stability,
    )


def _find_divides(profiles: Profiles, actors: Sequence[str], clusters: Clusters) -> tuple[Divide, ...]:
    rows = dict(zip((actor.id for actor in profiles.actors), profiles.placements, strict=True))
    found = []
    for n, issue in enumerate(profiles.issues):
        groups = [[p for leaf in c if (p := rows[actors[leaf]][n]) is not None] for c in clusters]
        spoken = [place for group in groups for place in group]
        mean = fmean(spoken) if spoken else 0.0
        total = sum((place - mean) ** 2 for place in spoken)
        if sum(bool(group) for group in groups) < 2 or not total:
            continue
        between = sum(len(group) * (fmean(group) - mean) ** 2 for group in groups if group)
        found.append(
            Divide(
                issue=issue,
                share=round(between / total, 9),
                means=tuple(round(fmean(group), 9) if group else None for group in groups),
                actors=len(spoken),
            )
        )
    return tuple(sorted(found, key=lambda divide: (-divide.share, -divide.actors)))
