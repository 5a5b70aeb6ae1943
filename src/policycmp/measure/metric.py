"""The slot of metrics: how near two actors are, as a sum over issues that is then concluded."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from policycmp.measure import metrics
from policycmp.record import dataclass
from policycmp.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from policycmp.model.measures import Measure, Pairing


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


METRICS = Slot(metrics, "METRIC", Metric)


def measure_pairing(metric: Metric, pairing: Pairing) -> float | None:
    """The metric's number for this pairing, to nine decimals; None where nothing is shared."""
    if not pairing.issues:
        return None
    value = metric.conclude(pairing, fsum(metric.parts(pairing)))
    return None if value is None else round(value, 9) + 0.0


def conclude_mean(pairing: Pairing, total: float) -> float:
    """The sum divided by the weights."""
    return total / fsum(pairing.weights)
