"""Lists in which several names stand for one thing, matched one by one and as a list.

    python benchmarks/several.py [--lists] [--folder DIR] [--only NAME …]

prints for each set, in both ways, how often the answer is right (top-1), F1 as it is and at the best
cut-off, how many answers are sure, and how many of those are right; then how often scores of each
tenth are right. `--folder` adds sets kept elsewhere, as `targets.tsv` and `queries.tsv`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import several_sets

from alignment import ensure_packages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from several_sets import Block, SeveralSet

    Answer = tuple[float, str | None, str, bool]
    """Score, code found, right code or NIL, whether it is sure."""

WAYS = ("one by one", "--many")
BOUND = ("with affiliations", "within affiliation")
"""Further ways of sets that have affiliations."""
MOST_ALONE = 100
"""Of a longer list so many names are matched one by one, evenly spread over it."""
TENTHS = [n / 10 for n in range(10)] + [1.01]


def answer(block: Block, kind: str, way: str) -> Iterator[Answer]:
    """What each name of theirs is matched with, in one of the ways."""
    from policycmp.alignment.name_lists import align_names
    from policycmp.model.choices import Bound
    from policycmp.model.names import Kind, Named

    def bound(value: str | None) -> tuple[tuple[Bound, str], ...]:
        return ((Bound.AFFILIATION, value),) if value and way in BOUND else ()

    codes = list(block.ours)
    ours = [
        Named(
            kind=Kind(kind),
            id=f"#{n}",
            title=names[0],
            names=tuple(names[1:]),
            bounds=bound(block.affiliations.get(code)),
        )
        for n, (code, names) in enumerate(block.ours.items())
    ]
    asked = block.asked or [""] * len(block.theirs)
    theirs = [
        Named(kind=Kind(kind), id=f"~{n}", title=text, bounds=bound(affiliation))
        for n, ((text, _), affiliation) in enumerate(zip(block.theirs, asked, strict=True))
    ]
    rows = list(range(len(theirs)))
    if way == WAYS[0]:
        rows = rows[:: -(-len(rows) // MOST_ALONE) or 1]
    runs = [[theirs[n]] for n in rows] if way == WAYS[0] else [theirs]
    within = Bound.AFFILIATION if way == "within affiliation" else None
    matches = [match for run in runs for match in align_names(ours, run, many=True, within=within)]
    for match, row in zip(matches, rows, strict=True):
        found = codes[int(match.ours[1:])] if match.ours else None
        yield match.score, found, block.theirs[row][1], match.verdict == "sure"


def measure(answers: Sequence[Answer]) -> tuple[float, float, float, int, float, float]:
    """Top-1, F1 as it is, F1 at the best cut-off, sure answers, their precision and their recall."""
    possible = sum(code != several_sets.NIL for _, _, code, _ in answers)
    made = sorted(((score, found == code) for score, found, code, _ in answers if found), reverse=True)
    best, right = 0.0, 0
    for taken, (score, is_right) in enumerate(made, 1):
        right += is_right
        if taken == len(made) or made[taken][0] != score:
            best = max(best, 2 * right / (taken + possible))
    sure = [found == code for _, found, code, is_sure in answers if is_sure]
    return (
        right / possible,
        2 * right / (len(made) + possible),
        best,
        len(sure),
        sum(sure) / len(sure) if sure else 1.0,
        sum(sure) / possible,
    )


def print_tenths(name: str, answers: Sequence[Answer]) -> None:
    """How many scores of each tenth there are, and how many of them are right."""
    cells = []
    for low, high in pairwise(TENTHS):
        inside = [found == code for score, found, code, _ in answers if found and low <= score < high]
        cells.append(f"{sum(inside) / len(inside):.2f} ({len(inside)})" if inside else "-")
    print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--lists", action="store_true", help="not one by one, which takes long")
    asked = parser.parse_args()
    ensure_packages()
    sets: list[SeveralSet] = several_sets.make_several_sets()
    sets += several_sets.read_folder(asked.folder) if asked.folder else []
    print(
        "| labels | matched | names | answers | top-1 | F1 | best F1 | sure | right | recall |\n"
        + "|---" * 10
        + "|"
    )
    kept: dict[str, list[Answer]] = defaultdict(list)
    for each in sets:
        if asked.only and each.name not in asked.only:
            continue
        for way in (*WAYS, *(BOUND if each.blocks[0].affiliations else ())):
            if asked.lists and way == WAYS[0]:
                continue
            found = [a for block in each.blocks for a in answer(block, each.kind, way)]
            top, plain, best, sure, right, recall = measure(found)
            possible = sum(code != several_sets.NIL for _, _, code, _ in found)
            kept[f"{each.name}, {way}"] = found
            print(
                f"| {each.name} | {way} | {len(found)} | {possible} | {top:.3f} | {plain:.3f} "
                f"| {best:.3f} | {sure} | {right:.3f} | {recall:.3f} |",
                flush=True,
            )
    print(f"\n| labels | {' | '.join(f'{low:.1f} to {low + 0.1:.1f}' for low in TENTHS[:-1])} |")
    print("|---" * 11 + "|")
    for name, found in kept.items():
        print_tenths(name, found)


if __name__ == "__main__":
    main()
