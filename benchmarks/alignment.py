"""Matchers side by side on label sets with known answers.

    python benchmarks/alignment.py [--only NAME …]

makes an environment of its own for the packages the labels and the other matchers come from, and
prints the tables of docs/alignment.md.
"""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys
import tempfile
import warnings
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import label_sets
import matchers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from label_sets import LabelSet

    Link = tuple[str, str, float]
    Figures = tuple[float, float, float]

SLOW = 100_000
"""Above so many pairs, difflib and recordlinkage take minutes and are left out."""
BANDS = (0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1.01)
MEASURES = ("Best F1", "Found at 95 % precision", "Found at 99 % precision")


def ensure_packages() -> None:
    """Run again inside an environment with the packages, where they are missing here."""
    packages = [*label_sets.PACKAGES, *matchers.PACKAGES]
    if all(importlib.util.find_spec(name) for name in (*packages, "policycmp")):
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603
        python = str(Path(folder) / "bin" / "python")
        needed = [*packages, str(label_sets.ROOT)]
        subprocess.run([python, "-m", "pip", "install", "-q", *needed], check=True)  # noqa: S603
        sys.exit(subprocess.run([python, *sys.argv], check=False).returncode)  # noqa: S603


def link_with_policycmp(labels: LabelSet, *, many: bool) -> tuple[list[Link], set[str]]:
    """Our links, and which of theirs are sure."""
    from policycmp.alignment.codebooks import align_names
    from policycmp.model.names import Kind, Named

    def name(each: dict[str, str], mark: str) -> list[Named]:
        return [Named(kind=Kind.ISSUE, id=f"{mark}{n}", title=title) for n, title in enumerate(each.values())]

    codes, others = list(labels.theirs), list(labels.ours)
    links, sure = [], set()
    for code, match in zip(
        codes, align_names(name(labels.ours, "#"), name(labels.theirs, "~"), many=many), strict=True
    ):
        if match.ours:
            links.append((code, others[int(match.ours[1:])], match.score))
        if match.verdict == "sure":
            sure.add(code)
    return links, sure


def link_by_score(labels: LabelSet, name: str) -> dict[str, list[Link]]:
    """What a score of pairs links: the best for each label, and one to one so that the scores sum to most."""
    from scipy.optimize import linear_sum_assignment

    scores = matchers.SCORERS[name](
        [text.casefold() for text in labels.theirs.values()],
        [text.casefold() for text in labels.ours.values()],
    )
    codes, others = list(labels.theirs), list(labels.ours)
    rows, columns = linear_sum_assignment(-scores)
    return {
        name: [(codes[n], others[m], float(scores[n, m])) for n, m in enumerate(scores.argmax(axis=1))],
        f"{name}, one to one": [
            (codes[n], others[m], float(scores[n, m])) for n, m in zip(rows, columns, strict=True)
        ],
    }


def measure(links: Iterable[Link], possible: int) -> Figures:
    """Best F1, and how many are found at 95 and at 99 percent precision, over all cut-offs."""
    ranked = sorted(((score, one == other) for one, other, score in links), reverse=True)
    best, at95, at99, right = 0.0, 0.0, 0.0, 0
    for taken, (score, is_right) in enumerate(ranked, 1):
        right += is_right
        if taken < len(ranked) and ranked[taken][0] == score:
            continue
        best = max(best, 2 * right / (taken + possible))
        at95 = max(at95, right / possible if right / taken >= 0.95 else 0.0)
        at99 = max(at99, right / possible if right / taken >= 0.99 else 0.0)
    return best, at95, at99


def compare_on(labels: LabelSet) -> dict[str, Figures]:
    """The figures of every matcher on the set."""
    figures = {}
    is_large = len(labels.ours) * len(labels.theirs) > SLOW
    for name in matchers.SCORERS:
        if not (is_large and name == "difflib"):
            for mode, links in link_by_score(labels, name).items():
                figures[mode] = measure(links, labels.possible)
    for name, link in matchers.LINKERS.items():
        if not (is_large and name == "recordlinkage"):
            figures[name] = measure(link(labels), labels.possible)
    return figures


def print_measure(
    number: int, rows: Sequence[tuple[LabelSet, dict[str, Figures], dict[str, Figures]]]
) -> None:
    """One table: a row a set, a column a matcher."""
    single = [*matchers.SCORERS, *matchers.LINKERS]
    heads = ["labels", *single, "best of them one to one", "--many", "policycmp"]
    print(f"\n{MEASURES[number]}:\n\n| {' | '.join(heads)} |")
    print("|---" * (len(single) + 4) + "|")
    for labels, others, ours in rows:
        cells = [f"{others[name][number]:.3f}" if name in others else "-" for name in single]
        paired = max(figures[number] for name, figures in others.items() if "one to one" in name)
        own = [ours["--many"][number], ours["policycmp"][number]]
        numbers = " | ".join([*cells, f"{paired:.3f}", *(f"{value:.3f}" for value in own)])
        print(f"| {labels.name} | {numbers} |")


def print_reliability(rows: Iterable[tuple[float, bool]]) -> None:
    """How often matches of each band of scores are right."""
    pairs = list(rows)
    print("\n| score | matches | mean score | right |\n|---|---|---|---|")
    for low, high in pairwise(BANDS):
        inside = [(score, right) for score, right in pairs if low <= score < high]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {share:.3f} |")


def main() -> None:
    """Print the tables."""
    ensure_packages()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    only = sys.argv[2:] if sys.argv[1:2] == ["--only"] else []
    sets = [labels for labels in label_sets.make_sets() if not only or labels.name in only]
    rows, sure_rows, held_out, other = [], [], [], []
    for labels in sets:
        ours = {}
        for mode in ("--many", "policycmp"):
            links, sure = link_with_policycmp(labels, many=mode == "--many")
            ours[mode] = measure(links, labels.possible)
            right = [code in sure and code == found for code, found, _ in links if code in sure]
            sure_rows.append(
                f"| {labels.name} | {mode} | {len(labels.theirs)} | {len(labels.ours)} | {labels.possible} "
                f"| {len(right)} | {f'{sum(right) / len(right):.1%}' if right else '-'} |"
            )
        scored = [(score, code == found) for code, found, score in links]
        (held_out if labels.is_held_out else other).extend(scored)
        rows.append((labels, compare_on(labels), ours))
        print(f"{labels.name}: done", file=sys.stderr, flush=True)
    for number in range(len(MEASURES)):
        print_measure(number, rows)
    print("\n| labels | mode | theirs | ours | in both | called sure | of them right |\n" + "|---" * 7 + "|")
    print("\n".join(sure_rows))
    print("\nSets that nothing was chosen with:")
    print_reliability(held_out)
    print("\nThe others:")
    print_reliability(other)


if __name__ == "__main__":
    main()
