"""Who stands with whom, which issues set the camps apart, and whether the camps hold."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, compress
from math import isnan
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.agreement import measure_agreement
from policycmp.measure.clusters import (
    choose_number,
    cut_merges,
    find_mean,
    grow_tree,
    link_distances,
    measure_silhouettes,
)
from policycmp.measure.profiles import choose_actors
from policycmp.measure.redraws import prepare_redraw
from policycmp.model import command_options
from policycmp.model.camps import Camp, Camps, Divide, Member
from policycmp.model.pairs import list_shared, list_values, start_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Agreement, Measure, Profiles, Terms

    Square = Sequence[Sequence[float]]
    Clusters = Sequence[Sequence[int]]

USUAL = command_options.Camps()


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
    measure = metric.measure
    if measure.low is None or measure.high is None:
        raise UsageError(f"camps needs a metric with a range, and {measure.name} has none")
    agreement = measure_agreement(profiles, metric, terms)
    everybody = [actor.id for actor in profiles.actors]
    everyone = _build_square(_measure_distances(list_values(agreement.pairs), measure), len(everybody))
    kept, left_out = _choose_actors(everyone)
    actors = [everybody[number] for number in kept]
    square = _take(everyone, kept)
    merges = link_distances(square)
    clusters = cut_merges(merges, min(number or choose_number(square, merges), len(actors)))
    silhouettes = measure_silhouettes(square, clusters)
    rest = choose_actors(profiles, kept)
    stabilities = _find_stabilities(rest, metric, terms, square, clusters, samples, seed)
    return Camps(
        agreement=agreement,
        camps=tuple(
            _build_camp(actors, cluster, silhouettes, square, stability, measure)
            for cluster, stability in zip(clusters, stabilities, strict=True)
        ),
        tree=grow_tree(merges, actors, lambda distance: _place_distance(distance, measure)),
        silhouette=round(find_mean(tuple(silhouettes.values())), 9),
        chosen=number is not None,
        divides=_find_divides(profiles, actors, clusters),
        shared=_find_fewest(agreement, kept),
        left_out=tuple(everybody[number] for number in left_out),
        samples=samples,
        seed=seed,
    )


def _measure_distances(values: Sequence[float], measure: Measure) -> list[float]:
    """How far each number is from the top of the range, as a share of it; NaN for none."""
    low, high = measure.low or 0, measure.high or 0
    width = high - low
    return [round((high - value) / width, 9) for value in values]


def _build_square(distances: Sequence[float], actors: int) -> list[list[float]]:
    square = [[0.0] * actors for _ in range(actors)]
    for first, row in enumerate(square):
        row[first + 1 :] = distances[start_row(first, actors) : start_row(first + 1, actors)]
        for second in range(first + 1, actors):
            square[second][first] = row[second]
    return square


def _choose_actors(square: Square) -> tuple[list[int], list[int]]:
    """Who stays, by number, and who is left out: whoever lacks most numbers first, of equals the last.

    Raises UsageError where fewer than three stay.
    """
    gaps = [sum(map(isnan, row)) for row in square]
    kept = list(range(len(square)))
    left_out = []
    while any(gaps):
        worst = max(reversed(kept), key=gaps.__getitem__)
        kept.remove(worst)
        left_out.append(worst)
        for other in kept:
            gaps[other] -= isnan(square[worst][other])
        gaps[worst] = 0
    if len(kept) < 3:
        hint = "lower --floor, or let silence count with --missing neutral"
        raise UsageError("fewer than three actors share enough issues with one another", hint)
    return kept, left_out


def _take(square: Square, kept: Sequence[int]) -> list[list[float]]:
    return [[square[a][b] for b in kept] for a in kept]


def _find_fewest(agreement: Agreement, kept: Sequence[int]) -> int:
    """The fewest issues that any two of these actors share."""
    numbers = combinations(range(len(agreement.profiles.actors)), 2)
    there = set(kept)
    both = (first in there and second in there for first, second in numbers)
    return min(compress(list_shared(agreement.pairs), both))


def _place_distance(distance: float, measure: Measure) -> float:
    low, high = measure.low or 0, measure.high or 0
    return high - distance * (high - low)


def _find_stabilities(
    profiles: Profiles,
    metric: Metric,
    terms: Terms,
    square: Square,
    clusters: Clusters,
    samples: int,
    seed: int,
) -> list[float | None]:
    """Each cluster's mean largest Jaccard overlap over resamples of the issues (Hennig 2007,
    Computational Statistics & Data Analysis 52). A pair that shares too little in a resample keeps
    its distance."""
    if not samples:
        return [None for _ in clusters]
    from random import Random

    draw = Random(seed)  # noqa: S311  a reproducible draw is what is wanted
    numbers = range(len(profiles.issues))
    known = [far for number, row in enumerate(square, start=1) for far in row[number:]]
    redraw = prepare_redraw(profiles, metric, terms)
    overlaps: list[list[float]] = [[] for _ in clusters]
    for _ in range(samples):
        drawn = _measure_distances(redraw(sorted(draw.choices(numbers, k=len(numbers)))), terms.measure)
        mixed = [old if isnan(new) else new for old, new in zip(known, drawn, strict=True)]
        again = cut_merges(link_distances(_build_square(mixed, len(square))), len(clusters))
        for record, overlap in zip(overlaps, find_overlaps(clusters, again), strict=True):
            record.append(overlap)
    return [round(find_mean(record), 9) for record in overlaps]


def find_overlaps(clusters: Clusters, others: Clusters) -> list[float]:
    """Each cluster's largest Jaccard overlap with any of the others: what both hold by what either does."""
    home = {leaf: number for number, other in enumerate(others) for leaf in other}
    return [
        max(
            both / (len(cluster) + len(others[number]) - both)
            for number, both in Counter(home[leaf] for leaf in cluster).items()
        )
        for cluster in clusters
    ]


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
        inside=round(_place_distance(find_mean(inside), measure), 9) if inside else None,
        stability=stability,
    )


def _find_divides(profiles: Profiles, actors: Sequence[str], clusters: Clusters) -> tuple[Divide, ...]:
    rows = dict(zip((actor.id for actor in profiles.actors), profiles.placements, strict=True))
    found = []
    for n, issue in enumerate(profiles.issues):
        groups = [[p for leaf in c if (p := rows[actors[leaf]][n]) is not None] for c in clusters]
        spoken = [place for group in groups for place in group]
        mean = find_mean(spoken) if spoken else 0.0
        total = sum((place - mean) ** 2 for place in spoken)
        if sum(bool(group) for group in groups) < 2 or not total:
            continue
        between = sum(len(group) * (find_mean(group) - mean) ** 2 for group in groups if group)
        found.append(
            Divide(
                issue=issue,
                share=round(between / total, 9),
                means=tuple(round(find_mean(group), 9) if group else None for group in groups),
                actors=len(spoken),
            )
        )
    return tuple(sorted(found, key=lambda divide: (-divide.share, -divide.actors)))
