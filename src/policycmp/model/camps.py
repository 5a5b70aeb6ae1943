"""Who stands with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.record import dataclass

if TYPE_CHECKING:
    from policycmp.model.agreement import Agreement
    from policycmp.model.matrix import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A node of the tree: an actor, or where two branches join."""

    actor: str | None = None
    agreement: float | None = None
    """The mean agreement between the two branches that join here, on the metric's own range."""
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An actor in a camp."""

    actor: str
    silhouette: float
    """−1 (nearer to another camp) to +1 (far nearer to his own); 0 for a camp of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Actors who stand together."""

    members: tuple[Member, ...]
    """The most typical first."""
    inside: float | None
    """The mean agreement of its pairs; None for a camp of one."""
    stability: float | None
    """How much of it is found again when the issues are resampled: the mean of the largest
    Jaccard overlap, 0 to 1; below 0.6 hardly a camp. None without resamples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divide:
    """An issue and where the camps stand on it."""

    issue: Heading
    share: float
    """Of the variance on it, what lies between the camps: eta squared, 0 to 1."""
    means: tuple[float | None, ...]
    """The mean placement of each camp; None where it is silent."""
    actors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """The camps with the tree they were cut from."""

    agreement: Agreement
    camps: tuple[Camp, ...]
    tree: Branch
    silhouette: float
    """The mean over all actors."""
    chosen: bool
    """Whether the number of camps was asked for instead of being the one with the best silhouette."""
    divides: tuple[Divide, ...]
    """The issue that sets the camps apart most first."""
    shared: int
    """The fewest issues that any two in the tree share."""
    left_out: tuple[str, ...]
    """Actors without a number for every other."""
    samples: int
    seed: int
