"""What measuring yields: how near actors are to each other, and how it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Contested, Distinct, Of
from policycmp.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policycmp.model.choices import Missing, Normalisation, Rule
    from policycmp.model.doubt import Doubts
    from policycmp.model.filters import Selection
    from policycmp.model.matrix import Heading
    from policycmp.model.skips import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a metric is: enough to quote a number with."""

    name: str
    title: str
    formula: str
    low: float | None
    high: float | None
    """The range; None where there is no bound."""
    paper: str
    own: float | None = 1.0
    """What an actor who speaks gets with himself; None where that depends on the stances."""
    is_counted: bool = False
    """Whether it adds up over all positions of both actors instead of one placement a cell."""
    ignores_stance: bool = False
    """Whether it counts positions whatever they say, so that two stances repeat each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """Actors by issues: the ground that every metric works on."""

    actors: tuple[Heading, ...]
    issues: tuple[Heading, ...]
    placements: tuple[tuple[float | None, ...], ...]
    """One row an actor, one placement an issue, −1 to +1; None where he is silent."""
    statements: tuple[tuple[tuple[float, ...], ...], ...]
    """The same shape: the placements of all his positions there."""
    weights: tuple[float, ...]
    """One an issue, above 0."""
    rule: Rule
    selection: Selection
    doubts: Doubts | None = None
    """Which of the cells are in doubt; None where that is not known."""
    skipped: Skipped | None = None
    """Which issues were skipped, where any were to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two actors on the issues that count between them, in issue order."""

    issues: tuple[int, ...]
    """Which issues, by their number in the profiles."""
    first: tuple[float, ...]
    second: tuple[float, ...]
    weights: tuple[float, ...]
    first_all: tuple[tuple[float, ...], ...] = ()
    second_all: tuple[tuple[float, ...], ...] = ()
    """All positions, for metrics that count them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How a pair's number fares when the issues are others."""

    low: float | None
    high: float | None
    """Where 95 of 100 resamples of the issues lie, widened to hold the number itself."""
    least: float | None
    most: float | None
    """The numbers with one issue left out lie between these."""
    least_without: str | None
    most_without: str | None
    """The issues whose leaving out gives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How near two actors are."""

    first: str
    second: str
    value: float | None
    """None where they share fewer issues than the floor, or the metric is not defined for them."""
    shared: int
    """Issues on which both speak."""
    counted: int
    """Issues that the number rests on; more than are shared where silence counts."""
    robustness: Robustness | None = None
    lowest: float | None = None
    highest: float | None = None
    """The least and the greatest number that there can be where every contested cell is taken for one of
    its sides; None where nothing is contested, or that was not looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what rules a number came about."""

    measure: Measure
    missing: Missing
    normalisation: Normalisation
    floor: int
    distinct: Distinct = Distinct.NONE
    """Within what a repeated position counts once, where positions are counted."""
    contested: Contested = Contested.MEAN
    """Whether pairs have the least and the greatest number beside their own."""
    of: Of = Of.ACTORS
    """What is measured; where that is issues, they stand for the actors here, and the actors for them."""
    weights: tuple[tuple[str, float], ...] = ()
    """Issues whose weight is not 1, with it."""
    samples: int = 0
    """How many times the issues were resampled."""
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Actors by actors."""

    terms: Terms
    profiles: Profiles
    pairs: Sequence[Pair]
    """Each pair once, in the order of the actors; or those asked for, nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one issue adds to a pair's number."""

    issue: Heading
    weight: float
    first: float | None
    second: float | None
    """Placements; None where silent."""
    first_all: tuple[float, ...]
    second_all: tuple[float, ...]
    """The placements of all positions, which metrics that count them rest on."""
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One pair's number as a sum over issues."""

    pair: Pair
    terms: Terms
    parts: tuple[Part, ...]
    total: float
    """The sum of the parts' amounts."""
    weight: float
    """The sum of the weights."""
    divisor: float | None
    """What a normalisation divides by."""
    selection: Selection
    rule: Rule
    doubts: Doubts | None = None
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loyalty:
    """Whether an actor's allies keep their order when part of the positions is left out."""

    actor: str
    nearest: tuple[str, ...]
    """Whoever is nearest with all positions; several where they tie."""
    nearest_without: tuple[str, ...]
    others: int
    """How many others have a number both times."""
    order: float | None
    """Kendall's tau-b of the two orders; None below two others or where one order is all ties."""
