"""Matchers side by side on label sets with known answers.

    python benchmarks/alignment.py

makes an environment of its own for the packages the labels come from, and prints the tables of
docs/alignment.md. Each set has labels of one package (theirs) and names of another (ours) for the
same codes; labels whose code is not among ours are to find nothing.
"""

from __future__ import annotations

import difflib
import importlib.util
import math
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Labels = dict[str, str]
Found = dict[str, tuple[str | None, float, bool]]

ROOT = Path(__file__).parent.parent


def ensure_packages() -> None:
    """Run again inside an environment with the packages, where they are missing here."""
    if all(importlib.util.find_spec(name) for name in ("pycountry", "babel", "rapidfuzz", "yaml")):
        sys.path.insert(0, str(ROOT / "src"))
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)  # noqa: S603
        python = str(Path(folder) / "bin" / "python")
        needed = ["pycountry", "babel", str(ROOT)]
        subprocess.run([python, "-m", "pip", "install", "-q", *needed], check=True)  # noqa: S603
        sys.exit(subprocess.run([python, __file__], check=False).returncode)  # noqa: S603


def make_sets() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """By name: our labels by code, and theirs."""
    import pycountry
    from babel import Locale

    english = Locale("en")
    territories = {k: v for k, v in english.territories.items() if len(k) == 2 and k.isalpha()}
    countries = {c.alpha_2: c.name for c in pycountry.countries}
    official = {c.alpha_2: c.official_name for c in pycountry.countries if hasattr(c, "official_name")}
    languages = {getattr(x, "alpha_2", x.alpha_3): x.name for x in pycountry.languages}
    spoken = {k: v for k, v in english.languages.items() if "_" not in k}
    money = {c.alpha_3: c.name for c in pycountry.currencies}
    portuguese = {k: v for k, v in Locale("pt").territories.items() if k in territories}
    spanish = {k: v for k, v in Locale("es").territories.items() if k in territories}
    return {
        "countries": (countries, territories),
        "official names": (countries, official),
        "languages": ({k: v for k, v in languages.items() if k in spoken or len(k) == 2}, spoken),
        "currencies": (money, dict(english.currencies)),
        "Spanish, Portuguese": (spanish, portuguese),
    } | make_rewordings()


def make_rewordings() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Titles of the issues of the corpus that ships against one alias of each, and back."""
    from policycmp.load.corpus import load_corpus

    issues = load_corpus([str(ROOT / "data" / "positions.yaml")]).issues
    return {
        "issues reworded": (
            {i.id: i.statement or i.title for i in issues},
            {i.id: i.aliases[0] for i in issues if i.aliases},
        )
    }


def rank_with(score: Callable[[str, str], float], ours: Labels, theirs: Labels) -> Found:
    """For each label the best code with its score."""
    found = {}
    for code, label in theirs.items():
        best = max(ours, key=lambda other: score(label.casefold(), ours[other].casefold()))
        found[code] = (best, score(label.casefold(), ours[best].casefold()), False)
    return found


def make_grams_score(ours: Labels, theirs: Labels) -> Callable[[str, str], float]:
    """Plain cosine of character trigrams by rarity."""
    texts = [text.casefold() for text in (*ours.values(), *theirs.values())]
    held = Counter(gram for text in texts for gram in set(list_trigrams(text)))

    def vector(text: str) -> dict[str, float]:
        raw = {g: n * math.log(1 + len(texts) / held[g]) for g, n in Counter(list_trigrams(text)).items()}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        return {g: v / length for g, v in raw.items()}

    vectors = {text: vector(text) for text in texts}
    return lambda a, b: sum(v * vectors[b].get(g, 0.0) for g, v in vectors[a].items())


def list_trigrams(text: str) -> list[str]:
    """Runs of three characters."""
    padded = f"  {text}  "
    return [padded[n : n + 3] for n in range(len(padded) - 2)]


def make_soft_score(ours: Labels, theirs: Labels) -> Callable[[str, str], float]:
    """Soft-TFIDF with Jaro-Winkler from 0.9."""
    from rapidfuzz.distance import JaroWinkler

    texts = [text.casefold().split() for text in (*ours.values(), *theirs.values())]
    held = Counter(word for words in texts for word in set(words))

    def weigh(words: list[str]) -> dict[str, float]:
        raw = {w: math.log(1 + len(texts) / held[w]) for w in words}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        return {w: v / length for w, v in raw.items()}

    def score(a: str, b: str) -> float:
        left, right = weigh(a.split()), weigh(b.split())
        total = 0.0
        for word, weight in left.items():
            near = max(right, key=lambda other: JaroWinkler.similarity(word, other), default="")
            alike = JaroWinkler.similarity(word, near)
            total += weight * right.get(near, 0.0) * alike if alike >= 0.9 else 0.0
        return total

    return score


def rank_ours(ours: Labels, theirs: Labels, *, many: bool = False) -> Found:
    """Our matcher: the best code, its score less doubt, and whether it is sure."""
    from policycmp.align.vocabulary import align_names
    from policycmp.model.alignment import Kind, Named

    codes = list(ours)
    here = [Named(kind=Kind.ACTOR, id=f"#{n}", title=ours[code]) for n, code in enumerate(codes)]
    there = [Named(kind=Kind.ACTOR, id=f"#{code}", title=label) for code, label in theirs.items()]
    return {
        match.theirs[1:]: (
            codes[int(match.ours[1:])] if match.ours else None,
            match.score,
            match.verdict == "sure",
        )
        for match in align_names(here, there, many=many)
    }


def measure(found: Found, ours: Labels, theirs: Labels) -> tuple[float, float, float]:
    """Best F1, and coverage at 95 and 99 percent precision, over all cut-offs."""
    possible = sum(code in ours for code in theirs)
    ranked = sorted(((row[1], code == row[0]) for code, row in found.items() if row[0]), reverse=True)
    best, at = 0.0, {0.95: 0.0, 0.99: 0.0}
    right = 0
    for taken, (score, is_right) in enumerate(ranked, 1):
        right += is_right
        if taken < len(ranked) and ranked[taken][0] == score:
            continue
        best = max(best, 2 * right / (taken + possible))
        for wanted in at:
            if right / taken >= wanted:
                at[wanted] = max(at[wanted], right / possible)
    return best, at[0.95], at[0.99]


def main() -> None:
    """Print the tables."""
    ensure_packages()
    from rapidfuzz import fuzz

    print("| labels | matcher | best F1 | found at 95 % | at 99 % | ms a label |\n|---|---|---|---|---|---|")
    sure_rows = []
    for name, (ours, theirs) in make_sets().items():
        scores = {
            "difflib": lambda a, b: difflib.SequenceMatcher(None, a, b).ratio(),
            "WRatio": fuzz.WRatio,
            "token_set_ratio": fuzz.token_set_ratio,
            "Soft-TFIDF": make_soft_score(ours, theirs),
            "trigram TF-IDF": make_grams_score(ours, theirs),
        }
        if len(ours) * len(theirs) > 100_000:
            scores.pop("difflib")  # minutes, and never best on the smaller sets
        for matcher, score in scores.items():
            print_row(name, matcher, ours, theirs, partial(rank_with, score, ours, theirs))
        possible = sum(code in ours for code in theirs)
        for matcher, many in (("policycmp --many", True), ("policycmp", False)):
            found = print_row(name, matcher, ours, theirs, partial(rank_ours, ours, theirs, many=many))
            sure = [code == row[0] for code, row in found.items() if row[2]]
            sure_rows.append(
                f"| {name} | {matcher} | {len(ours)} | {len(theirs)} | {len(sure)} "
                f"| {sum(sure) / (len(sure) or 1):.1%} | {sum(sure) / possible:.1%} |"
            )
    print(
        "\n| labels | mode | ours | theirs | called sure | of them right | found |\n"
        "|---|---|---|---|---|---|---|"
    )
    print("\n".join(sure_rows))


def print_row(name: str, matcher: str, ours: Labels, theirs: Labels, rank: Callable[[], Found]) -> Found:
    """Measure one matcher on one set, print its row, and return what it found."""
    start = time.perf_counter()
    found = rank()
    took = (time.perf_counter() - start) * 1000 / len(theirs)
    best, at95, at99 = measure(found, ours, theirs)
    print(f"| {name} | {matcher} | {best:.3f} | {at95:.1%} | {at99:.1%} | {took:.1f} |", flush=True)
    return found


if __name__ == "__main__":
    main()
