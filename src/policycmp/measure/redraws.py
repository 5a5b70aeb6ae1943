"""Every pair's number again and again, on issues drawn anew."""

from __future__ import annotations

from functools import partial
from itertools import chain, combinations, repeat
from math import fsum, nan
from typing import TYPE_CHECKING

from policycmp.measure.agreement import measure_agreement, suits_products
from policycmp.measure.kernels.bits import find_ladder, measure_by_bits
from policycmp.measure.profiles import choose_issues, pair_profiles
from policycmp.model.choices import Normalisation
from policycmp.model.pairs import list_values
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policycmp.measure.kernels.bits import Ladder
    from policycmp.measure.metric import Metric, OfSums
    from policycmp.model.agreement import Profiles, Terms

    Redraw = Callable[[Sequence[int]], Sequence[float]]


def prepare_redraw(profiles: Profiles, metric: Metric, terms: Terms) -> Redraw:
    """What turns issues, by their numbers and each as often as it is named, into every pair's number on
    them, NaN for none: the very numbers that measuring anew gives, without pairing anew where it can be
    helped."""
    of_sums = metric.of_sums
    if (
        not of_sums
        or terms.normalisation is not Normalisation.NONE
        or suits_products(profiles, metric, terms)
    ):
        return partial(_measure_anew, profiles, metric, terms)
    ladder = find_ladder(profiles, terms)
    if ladder:
        return partial(_count_bits, profiles.placements, terms.floor, ladder)
    numbers = combinations(range(len(profiles.actors)), 2)
    pairs = [_add_up(profiles, metric, terms, *both) for both in numbers]
    return partial(_add_again, pairs, of_sums, terms.floor, len(profiles.issues))


def _measure_anew(profiles: Profiles, metric: Metric, terms: Terms, drawn: Sequence[int]) -> Sequence[float]:
    return list_values(measure_agreement(choose_issues(profiles, drawn), metric, terms).pairs)


def _count_bits(
    placements: Sequence[Sequence[float | None]], floor: int, ladder: Ladder, drawn: Sequence[int]
) -> list[float]:
    rows = [tuple(map(row.__getitem__, drawn)) for row in placements]
    return [value for value, _ in measure_by_bits(rows, floor, ladder)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """What two actors' number is the sum of."""

    issues: tuple[int, ...]
    parts: tuple[float, ...]
    weights: tuple[float, ...]
    shared: tuple[int, ...]
    """The issues on which both speak."""


def _add_up(profiles: Profiles, metric: Metric, terms: Terms, first: int, second: int) -> _Sum:
    counted = metric.measure.is_counted
    pairing = pair_profiles(profiles, first, second, terms.missing, counted=counted)
    sides = zip(profiles.placements[first], profiles.placements[second], strict=True)
    return _Sum(
        issues=pairing.issues,
        parts=metric.parts(pairing),
        weights=pairing.weights,
        shared=tuple(n for n, (a, b) in enumerate(sides) if a is not None and b is not None),
    )


def _add_again(
    pairs: Sequence[_Sum], of_sums: OfSums, floor: int, issues: int, drawn: Sequence[int]
) -> list[float]:
    """The sums are rounded once, whatever the order, so repeating a part is adding it anew."""
    times = [0] * issues
    for issue in drawn:
        times[issue] += 1
    found = []
    for pair in pairs:
        if sum(map(times.__getitem__, pair.shared)) < floor:
            found.append(nan)
            continue
        often = [times[issue] for issue in pair.issues]
        total = fsum(chain.from_iterable(map(repeat, pair.parts, often)))
        weight = fsum(chain.from_iterable(map(repeat, pair.weights, often)))
        found.append(round(of_sums(total, weight), 9) + 0.0)
    return found
