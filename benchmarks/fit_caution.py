"""How sure a likeness is that exceeds what different things of one codebook have, fitted to label sets.

    python benchmarks/fit_caution.py

prints `AT_CHANCE`, `SHORT_OF` and `BEYOND` of `policycmp/alignment/caution.py`, by the likelihood of
what is right among the names of `several_sets`, each set weighing as much as the root of its size.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import several_sets
from scipy.optimize import minimize

from alignment import ensure_packages

if TYPE_CHECKING:
    from several_sets import SeveralSet

LEFT_OUT = ("parties",)
"""Sets in which names alone do not tell things apart."""


def measure(labels: SeveralSet) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each name's likest thing of ours: how far it is beyond the backdrop, its share, and whether
    it is right."""
    from policycmp.alignment.bounds import Bounds
    from policycmp.alignment.caution import HIGHEST, LEAST_SPREAD, measure_backdrop
    from policycmp.alignment.index import Index
    from policycmp.alignment.likeness import compare_with_all
    from policycmp.model.names import Kind, Named

    beyond, shares, right = [], [], []
    for block in labels.blocks:
        kind, codes = Kind(labels.kind), list(block.ours)
        there = Index([Named(kind=kind, id="", title=text) for text, _ in block.theirs])
        ours = [Named(kind=kind, id="", title=n[0], names=tuple(n[1:])) for n in block.ours.values()]
        here = Index(ours, beside=there)
        backdrop = measure_backdrop(here, Bounds(ours))
        spread = max(backdrop.high - backdrop.median, LEAST_SPREAD)
        for thing, wordings, asked in zip(there.things, there.list_wordings(), block.theirs, strict=True):
            odds = {number: each.odds for number, each in compare_with_all(thing, wordings, here).items()}
            if not odds:
                continue
            best, top = max(odds.items(), key=lambda item: item[1])
            beyond.append(min((top - backdrop.high) / spread, HIGHEST))
            shares.append(1 / sum(math.exp(value - top) for value in odds.values()))
            right.append(codes[best] == asked[1])
    return np.array(beyond), np.array(shares), np.array(right, float)


def main() -> None:
    """Print the constants."""
    ensure_packages()
    sets = [s for s in several_sets.make_several_sets() if s.name not in LEFT_OUT]
    cases = [measure(labels) for labels in sets]

    def find_loss(point: np.ndarray) -> float:
        loss = 0.0
        for beyond, share, right in cases:
            odds = point[0] + point[1] * np.minimum(beyond, 0) + point[2] * np.maximum(beyond, 0)
            chance = np.clip(share / (1 + np.exp(-odds)), 1e-6, 1 - 1e-6)
            likely = right * np.log(chance) + (1 - right) * np.log(1 - chance)
            loss -= likely.sum() / math.sqrt(len(right))
        return loss

    found = minimize(find_loss, [2, 1, 1], method="Nelder-Mead").x
    for name, value in zip(("AT_CHANCE", "SHORT_OF", "BEYOND"), found, strict=True):
        print(f"{name:>10} {value:5.2f}")


if __name__ == "__main__":
    main()
