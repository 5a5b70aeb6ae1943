"""Camps, links between issues and coefficients of reliability, and a reference for each."""

from __future__ import annotations

import random
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import made

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = 6


def make_square(actors: str) -> list[list[float]]:
    """Distances, by chance."""
    count, chance = int(actors), random.Random(int(actors))
    square = [[0.0] * count for _ in range(count)]
    for one, other in combinations(range(count), 2):
        square[one][other] = square[other][one] = round(chance.random(), 9)
    return square


def grow_camps(actors: str) -> Callable[[], object]:
    """policycmp: the tree, and the cut with the best silhouette of all."""
    from policycmp.measure.clusters import choose_number, cut_merges, link_distances, measure_silhouettes

    square = make_square(actors)

    def measure() -> object:
        merges = link_distances(square)
        return measure_silhouettes(square, cut_merges(merges, choose_number(square, merges)))

    return measure


def grow_scipy(actors: str) -> Callable[[], object]:
    """SciPy's tree alone, from the same rows, its import included, as a command pays for it."""
    square = make_square(actors)

    def measure() -> object:
        from scipy.cluster.hierarchy import linkage
        from scipy.spatial.distance import squareform

        return linkage(squareform(square), "average")

    return measure


def link_issues(actors: str, issues: str) -> Callable[[], object]:
    """policycmp: every two issues' correlation over those who speak on both, strongest first."""
    from policycmp.measure.links import link_issues as link
    from policycmp.model.matrix import Heading

    rows = [
        (Heading(id=f"i{n}", title=f"I{n}", short=f"I{n}"), row)
        for n, row in enumerate(make_rows(actors, issues))
    ]
    return partial(link, rows, 3)


def link_pandas(actors: str, issues: str) -> Callable[[], object]:
    """The same numbers by pandas, unsorted; a table of floats to begin with."""
    import pandas as pd

    table = pd.DataFrame(make_rows(actors, issues), dtype=float).T
    return partial(table.corr, min_periods=3)


def make_rows(actors: str, issues: str) -> list[list[float | None]]:
    """A row an issue: placements on five levels, two in five missing."""
    return [
        [None if c is None else c / 2 - 1 for c in row] for row in made.make_codes(int(issues), int(actors))
    ]


def make_ratings(coders: str) -> list[tuple[float | None, ...]]:
    """Six units on five levels, a tenth missing."""
    chance = random.Random(int(coders))
    return [
        tuple(float(chance.randint(1, 5)) if chance.random() < 0.9 else None for _ in range(int(coders)))
        for _ in range(UNITS)
    ]


def rate(coders: str) -> Callable[[], object]:
    """policycmp: nine coefficients with their intervals from a thousand resamples."""
    from policycmp.measure.reliability import measure_coefficients

    return partial(measure_coefficients, make_ratings(coders))


def rate_krippendorff(coders: str) -> Callable[[], object]:
    """The package `krippendorff`: one alpha of as many resamples."""
    import krippendorff
    import numpy as np

    table = np.array(make_ratings(coders), dtype=float)

    def measure() -> None:
        chance = np.random.default_rng(0)
        for _ in range(1000):
            drawn = table[chance.integers(0, UNITS, UNITS)].T
            krippendorff.alpha(reliability_data=drawn, level_of_measurement="ordinal")

    return measure


JOBS = {
    "camps": grow_camps,
    "camps-scipy": grow_scipy,
    "links": link_issues,
    "links-pandas": link_pandas,
    "rate": rate,
    "rate-krippendorff": rate_krippendorff,
}
