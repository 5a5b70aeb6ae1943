"""The weights of the matcher's features, fitted to the label sets that are not held out.

    python benchmarks/fit_alignment.py

prints what stands as WEIGHTS and NOTHING in `policycmp.alignment.features`. For each label, the
candidates compete with each other and with nothing (a conditional logit, McFadden 1974), and so
they do for each of ours; the weights that make the known answers likeliest are taken. Names of
policy and politics count three times as much as those of places, languages and currencies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from label_sets import make_sets
from scipy.optimize import minimize

if TYPE_CHECKING:
    from label_sets import LabelSet

RIDGE = 1.0
NAMES = (
    "trigrams",
    "larger share",
    "smaller share",
    "beginning",
    "different numbers",
    "a number in one",
    "short form",
)
OUTSIDE = frozenset(
    [
        "countries",
        "languages",
        "currencies",
        "scripts",
        "territories",
        "languages translated",
        "cities",
        "misspelt",
    ]
)
"""Families of names that are not of policy and politics."""


class Cases:
    """The candidates of one label set with their features and which are right."""

    def __init__(self, labels: LabelSet) -> None:
        from policycmp.alignment.features import measure_all
        from policycmp.alignment.index import Index
        from policycmp.alignment.wording import Wording
        from policycmp.model.names import Kind, Named

        codes = list(labels.ours)
        ours = [Named(kind=Kind.ISSUE, id="", title=title) for title in labels.ours.values()]
        theirs = [Named(kind=Kind.ISSUE, id="", title=title) for title in labels.theirs.values()]
        index = Index(ours, beside=Index(theirs))
        rows, columns, features, right = [], [], [], []
        for row, (code, title) in enumerate(labels.theirs.items()):
            for column, found in measure_all(index.weigh(Wording(title)), index).items():
                rows.append(row)
                columns.append(column)
                right.append(codes[column] == code)
                features.append(
                    (
                        found.trigrams,
                        max(found.share, found.other_share),
                        found.smaller_share,
                        found.beginning,
                        found.different_numbers,
                        found.number_in_one,
                        found.short_form,
                    )
                )
        self.features, self.right = np.array(features), np.array(right)
        self.sides = [
            (np.array(rows), np.array([code in labels.ours for code in labels.theirs])),
            (np.array(columns), np.array([code in labels.theirs for code in codes])),
        ]
        importance = 1.0 if labels.family in OUTSIDE else 3.0
        self.weight = 3 * importance / np.sqrt(len(theirs) + len(ours))

    def find_loss(self, weights: np.ndarray, nothing: float) -> tuple[float, np.ndarray, float]:
        """How unlikely the answers are, and how that changes with the weights and with nothing."""
        odds = self.features @ weights
        loss, slope, slope_of_nothing = 0.0, np.zeros_like(weights), 0.0
        for group, has_answer in self.sides:
            top = np.full(len(has_answer), nothing)
            np.maximum.at(top, group, odds)
            total = np.bincount(group, np.exp(odds - top[group]), len(has_answer)) + np.exp(nothing - top)
            sums = top + np.log(total)
            chance, chance_of_nothing = np.exp(odds - sums[group]), np.exp(nothing - sums)
            found = np.zeros(len(has_answer), bool)
            found[group[self.right]] = True
            counts = found | ~has_answer  # an answer that is no candidate teaches nothing
            loss -= (odds - sums[group])[self.right].sum() + (nothing - sums)[~has_answer].sum()
            slope += self.features.T @ ((chance - self.right) * counts[group])
            slope_of_nothing += ((chance_of_nothing - ~has_answer) * counts).sum()
        return self.weight * loss, self.weight * slope, self.weight * slope_of_nothing


def fit(cases: list[Cases]) -> np.ndarray:
    """The weights, and last what nothing weighs."""

    def find_loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        parts = [case.find_loss(point[:-1], point[-1]) for case in cases]
        loss = sum(part[0] for part in parts) + RIDGE * (point[:-1] ** 2).sum()
        slope = sum(part[1] for part in parts) + 2 * RIDGE * point[:-1]
        return loss, np.append(slope, sum(part[2] for part in parts))

    start = np.append(np.ones(len(NAMES)), 5.0)
    return minimize(find_loss, start, jac=True, method="L-BFGS-B").x


def main() -> None:
    """Print the weights."""
    point = fit([Cases(labels) for labels in make_sets() if not labels.is_held_out])
    for name, weight in zip(NAMES, point, strict=False):
        print(f"{name:>18} {weight:5.2f}")
    print(f"{'NOTHING':>18} {point[-1]:5.2f}")


if __name__ == "__main__":
    main()
