"""How near actors are to each other."""

from __future__ import annotations

from array import array
from heapq import nsmallest
from importlib.util import find_spec
from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.counting import find_divisor
from policycmp.measure.kernels.bits import find_ladder, measure_by_bits
from policycmp.measure.kernels.levels import find_levels
from policycmp.measure.metric import measure_pairing
from policycmp.measure.profiles import count_shared, pair_profiles
from policycmp.measure.resampling import probe_pairing
from policycmp.model.agreement import Agreement, Explanation, Pair, Part, Terms
from policycmp.model.choices import Missing, Normalisation
from policycmp.model.command_options import Measuring
from policycmp.model.pairs import PackedPairs, build_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policycmp.measure.kernels.products import Band
    from policycmp.measure.metric import Metric
    from policycmp.model.agreement import Pairing, Profiles

USUAL = Measuring()
WORTH_BITS = 200**3
WORTH_LOOPS = 70**3
"""Actors squared times issues: from here on importing NumPy costs less than it saves."""


def set_terms(
    metric: Metric,
    profiles: Profiles,
    *,
    missing: Missing = USUAL.missing,
    normalisation: Normalisation = USUAL.normalise,
    floor: int = USUAL.floor,
    samples: int = 0,
    seed: int = 0,
) -> Terms:
    """The terms of a measurement.

    Raises UsageError where they do not go together: silence counts only for metrics over
    placements, a normalisation only for those that count positions.
    """
    name = metric.measure.name
    if metric.measure.is_counted and missing is not Missing.LEAVE_OUT:
        raise UsageError(f"{name} counts positions, and the silent have none", "use --missing leave-out")
    if not metric.measure.is_counted and normalisation is not Normalisation.NONE:
        hint = "it is for congruence, conflict, subtract and co-occurrence"
        raise UsageError(f"{name} takes no normalisation", hint)
    weighed = zip(profiles.issues, profiles.weights, strict=True)
    return Terms(
        measure=metric.measure,
        missing=missing,
        normalisation=normalisation,
        floor=max(floor, 1),
        weights=tuple((issue.id, weight) for issue, weight in weighed if weight != 1),
        samples=samples,
        seed=seed,
    )


def measure_agreement(profiles: Profiles, metric: Metric, terms: Terms) -> Agreement:
    """Every pair of actors; those that share fewer issues than the floor get no number."""
    if bands := _find_bands(profiles, metric, terms):
        from policycmp.measure.kernels.products import pack_pairs

        pairs: Sequence[Pair] = pack_pairs(bands, tuple(actor.id for actor in profiles.actors))
    elif ladder := find_ladder(profiles, terms):
        pairs = _pack_numbers(measure_by_bits(profiles.placements, terms.floor, ladder), profiles)
    else:
        pairs = tuple(_measure_pairs(profiles, metric, terms))
    return Agreement(terms=terms, profiles=profiles, pairs=pairs)


def measure_neighbours(
    profiles: Profiles, metric: Metric, terms: Terms, actor: str, number: int | None = None
) -> Agreement:
    """One actor with every other, or with so many of the nearest: nearest first, of equals the one
    with more shared issues, and last those without a number."""
    numbers = range(len(profiles.actors))
    own = next(n for n in numbers if profiles.actors[n].id == actor)
    others = ((min(own, n), max(own, n)) for n in numbers if n != own)
    pairs = [measure_pair(profiles, metric, terms, first, second) for first, second in others]
    pairs.sort(key=lambda pair: (pair.value is None, -(pair.value or 0), -pair.shared))
    return Agreement(terms=terms, profiles=profiles, pairs=tuple(pairs[:number]))


def measure_nearest(profiles: Profiles, metric: Metric, terms: Terms, number: int) -> Agreement:
    """So many pairs with the highest numbers, nearest first, of equals those that share more issues.

    No more pairs than these and a block's are held at once, however many actors there are.
    """
    if bands := _find_bands(profiles, metric, terms):
        from policycmp.measure.kernels.products import choose_nearest

        pairs = choose_nearest(bands, tuple(actor.id for actor in profiles.actors), number)
    else:
        known = (pair for pair in _measure_pairs(profiles, metric, terms) if pair.value is not None)
        pairs = tuple(nsmallest(number, known, key=lambda pair: (-(pair.value or 0), -pair.shared)))
    return Agreement(terms=terms, profiles=profiles, pairs=pairs)


def _pack_numbers(found: Iterable[tuple[float, int]], profiles: Profiles) -> PackedPairs:
    values, shared = array("d"), array("i")
    for value, issues in found:
        values.append(value)
        shared.append(issues)
    actors = tuple(actor.id for actor in profiles.actors)
    return PackedPairs(actors=actors, values=values, shared=shared, counted=shared)


def _measure_pairs(profiles: Profiles, metric: Metric, terms: Terms) -> Iterator[Pair]:
    if ladder := find_ladder(profiles, terms):
        names = combinations((actor.id for actor in profiles.actors), 2)
        found = measure_by_bits(profiles.placements, terms.floor, ladder)
        return (build_pair(*both, *number, number[1]) for both, number in zip(names, found, strict=True))
    numbers = combinations(range(len(profiles.actors)), 2)
    return (measure_pair(profiles, metric, terms, first, second) for first, second in numbers)


def suits_products(profiles: Profiles, metric: Metric, terms: Terms) -> bool:
    """Whether all pairs are worth importing NumPy for and, by all that is known without counting levels,
    can be measured by products of matrices."""
    work = len(profiles.actors) ** 2 * len(profiles.issues)
    if work < WORTH_LOOPS or terms.samples or metric.of_sums is None or find_spec("numpy") is None:
        return False
    if terms.normalisation is Normalisation.JACCARD:
        return False
    return work >= WORTH_BITS or find_ladder(profiles, terms) is None


def _find_bands(profiles: Profiles, metric: Metric, terms: Terms) -> Iterator[Band] | None:
    """All pairs by products of matrices, where that can be done and pays."""
    if metric.of_sums is None or not suits_products(profiles, metric, terms):
        return None
    levels = find_levels(profiles, metric, terms)
    if levels is None:
        return None
    from policycmp.measure.kernels.products import measure_bands

    return measure_bands(levels, profiles.weights, metric.of_sums, terms)


def explain_pair(profiles: Profiles, metric: Metric, terms: Terms, first: int, second: int) -> Explanation:
    """The sum behind one pair's number, issue by issue, the actors by their numbers."""
    pairing = _pair(profiles, terms, first, second)
    amounts = metric.parts(pairing)
    return Explanation(
        pair=measure_pair(profiles, metric, terms, first, second),
        terms=terms,
        parts=tuple(
            Part(
                issue=profiles.issues[n],
                weight=profiles.weights[n],
                first=profiles.placements[first][n],
                second=profiles.placements[second][n],
                first_all=profiles.statements[first][n],
                second_all=profiles.statements[second][n],
                amount=amount,
            )
            for n, amount in zip(pairing.issues, amounts, strict=True)
        ),
        total=round(fsum(amounts), 9),
        weight=fsum(pairing.weights),
        divisor=None
        if terms.normalisation is Normalisation.NONE
        else find_divisor(pairing, terms.normalisation),
        selection=profiles.selection,
        rule=profiles.rule,
    )


def conclude_value(metric: Metric, terms: Terms, pairing: Pairing) -> float | None:
    """The metric's number under these terms; None where it is not defined."""
    value = measure_pairing(metric, pairing)
    if value is None or terms.normalisation is Normalisation.NONE:
        return value
    return round(value / find_divisor(pairing, terms.normalisation), 9)


def measure_pair(profiles: Profiles, metric: Metric, terms: Terms, first: int, second: int) -> Pair:
    """One pair of actors, by their numbers."""
    shared = count_shared(profiles, first, second)
    pairing = _pair(profiles, terms, first, second)
    value = conclude_value(metric, terms, pairing) if shared >= terms.floor else None
    robustness = None
    if terms.samples and value is not None:
        robustness = probe_pairing(
            pairing, value, lambda p: conclude_value(metric, terms, p), terms, profiles.issues
        )
    return Pair(
        first=profiles.actors[first].id,
        second=profiles.actors[second].id,
        value=value,
        shared=shared,
        counted=shared if terms.measure.is_counted else len(pairing.issues),
        robustness=robustness,
    )


def _pair(profiles: Profiles, terms: Terms, first: int, second: int) -> Pairing:
    return pair_profiles(profiles, first, second, terms.missing, counted=terms.measure.is_counted)
