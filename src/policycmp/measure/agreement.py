"""How near actors are to each other."""

from __future__ import annotations

from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING

from policycmp.errors import UsageError
from policycmp.measure.bits import pair_by_bits, suits_bits
from policycmp.measure.counting import find_divisor
from policycmp.measure.metric import measure_pairing
from policycmp.measure.profiles import count_shared, pair_profiles
from policycmp.measure.robustness import probe_pairing
from policycmp.model.measures import Agreement, Explanation, Missing, Normalisation, Pair, Part, Terms

if TYPE_CHECKING:
    from policycmp.measure.metric import Metric
    from policycmp.model.measures import Pairing, Profiles


def set_terms(
    metric: Metric,
    profiles: Profiles,
    *,
    missing: Missing = Missing.LEAVE_OUT,
    normalisation: Normalisation = Normalisation.NONE,
    floor: int = 3,
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
    if suits_bits(profiles, terms):
        return Agreement(terms=terms, profiles=profiles, pairs=tuple(pair_by_bits(profiles, terms)))
    numbers = combinations(range(len(profiles.actors)), 2)
    return Agreement(
        terms=terms,
        profiles=profiles,
        pairs=tuple(measure_pair(profiles, metric, terms, first, second) for first, second in numbers),
    )


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
