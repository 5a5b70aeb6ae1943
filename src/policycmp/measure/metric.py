"""The slot of metrics: how near two actors are, as a sum over issues that is then concluded."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Protocol, TypeVar

from policycmp.plugins import Slot
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from policycmp.model.agreement import Measure, Pairing

Number = TypeVar("Number", float, "NDArray[np.float64]")
"""One number, or as many at once as there are pairs."""


class OfMean(Protocol):
    """The number of a metric, made of the mean of what the issues add."""

    def __call__(self, mean: Number, /) -> Number:
        """The number."""


class OfSums(Protocol):
    """The same, made of the sum of what the issues add and the sum of their weights."""

    def __call__(self, total: Number, weight: Number, /) -> Number:
        """The number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One way to measure; see `docs/measures/` for each.

    The order of the two actors and of the issues must not matter.
    """

    measure: Measure
    parts: Callable[[Pairing], tuple[float, ...]]
    """What each issue adds."""
    conclude: Callable[[Pairing, float], float | None]
    """The number, from the sum of the parts; None where it is not defined."""
    of_sums: OfSums | None = None
    """The same, where the number depends on nothing but two sums, and each part on nothing but a weight
    and what the two say on the issue: such a metric can be measured for all pairs at once."""


def build_mean(measure: Measure, parts: Callable[[Pairing], tuple[float, ...]], of_mean: OfMean) -> Metric:
    """A metric that rests on the weighted mean of its parts."""

    def divide(total: Number, weight: Number) -> Number:
        mean: Number = total / weight
        return of_mean(mean)

    def conclude(pairing: Pairing, total: float) -> float:
        return divide(total, fsum(pairing.weights))

    return Metric(measure=measure, parts=parts, conclude=conclude, of_sums=divide)


def keep_mean(mean: Number) -> Number:
    """The mean itself is the number."""
    return mean


METRICS = Slot("measure.metrics", "METRIC", Metric)


def measure_pairing(metric: Metric, pairing: Pairing) -> float | None:
    """The metric's number for this pairing, to nine decimals; None where nothing is shared."""
    if not pairing.issues:
        return None
    value = metric.conclude(pairing, fsum(metric.parts(pairing)))
    return None if value is None else round(value, 9) + 0.0
