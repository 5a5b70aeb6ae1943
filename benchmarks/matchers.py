"""Matchers that policycmp is measured against: each scores every pair, or links two lists."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from label_sets import LabelSet

    Scores = np.ndarray

PACKAGES = ("rapidfuzz", "numpy", "scipy", "recordlinkage", "splink")


def score_difflib(texts: list[str], others: list[str]) -> Scores:
    """Ratcliff and Obershelp's ratio."""
    return np.array([[difflib.SequenceMatcher(None, a, b).ratio() for b in others] for a in texts])


def score_wratio(texts: list[str], others: list[str]) -> Scores:
    """RapidFuzz's WRatio."""
    from rapidfuzz import fuzz, process

    return process.cdist(texts, others, scorer=fuzz.WRatio)


def score_token_set(texts: list[str], others: list[str]) -> Scores:
    """RapidFuzz's token_set_ratio."""
    from rapidfuzz import fuzz, process

    return process.cdist(texts, others, scorer=fuzz.token_set_ratio)


def score_trigrams(texts: list[str], others: list[str]) -> Scores:
    """The cosine of character trigrams by rarity."""
    both = [_list_trigrams(text) for text in (*texts, *others)]
    held = Counter(gram for grams in both for gram in set(grams))
    numbers = {gram: number for number, gram in enumerate(held)}
    vectors = np.zeros((len(both), len(numbers)), dtype=np.float32)
    for row, grams in enumerate(both):
        for gram, n in Counter(grams).items():
            vectors[row, numbers[gram]] = n * math.log(1 + len(both) / held[gram])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return vectors[: len(texts)] @ vectors[len(texts) :].T


def _list_trigrams(text: str) -> list[str]:
    padded = f"  {text}  "
    return [padded[n : n + 3] for n in range(len(padded) - 2)]


def score_soft_tfidf(texts: list[str], others: list[str]) -> Scores:
    """Soft-TFIDF with Jaro-Winkler from 0.9 (Cohen, Ravikumar and Fienberg 2003)."""
    from rapidfuzz.distance import JaroWinkler

    words = [text.split() for text in (*texts, *others)]
    held = Counter(word for each in words for word in set(each))

    def weigh(each: list[str]) -> dict[str, float]:
        raw = {word: math.log(1 + len(words) / held[word]) for word in each}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        return {word: v / length for word, v in raw.items()}

    weights = [weigh(each) for each in words]
    alike: dict[tuple[str, str], float] = {}

    def compare(one: dict[str, float], other: dict[str, float]) -> float:
        total = 0.0
        for word, weight in one.items():
            best, near = 0.0, ""
            for candidate in other:
                pair = (word, candidate)
                if pair not in alike:
                    alike[pair] = JaroWinkler.similarity(word, candidate)
                if alike[pair] > best:
                    best, near = alike[pair], candidate
            total += weight * other[near] * best if best >= 0.9 else 0.0
        return total

    return np.array([[compare(a, b) for b in weights[len(texts) :]] for a in weights[: len(texts)]])


SCORERS: dict[str, Callable[[list[str], list[str]], Scores]] = {
    "difflib": score_difflib,
    "WRatio": score_wratio,
    "token_set_ratio": score_token_set,
    "Soft-TFIDF": score_soft_tfidf,
    "trigram TF-IDF": score_trigrams,
}


def link_with_recordlinkage(labels: LabelSet) -> list[tuple[str, str, float]]:
    """Fellegi and Sunter's probabilities by ECM from three likenesses, then the best for each label."""
    import pandas
    import recordlinkage

    theirs = pandas.DataFrame({"name": {k: v.casefold() for k, v in labels.theirs.items()}})
    ours = pandas.DataFrame({"name": {k: v.casefold() for k, v in labels.ours.items()}})
    pairs = recordlinkage.index.Full().index(theirs, ours)
    compare = recordlinkage.Compare()
    for method, threshold in (("jarowinkler", 0.85), ("qgram", 0.5), ("cosine", 0.6)):
        compare.string("name", "name", method=method, threshold=threshold, label=method)
    binary = compare.compute(pairs, theirs, ours)
    exact = recordlinkage.Compare()
    for method in ("jarowinkler", "qgram", "cosine"):
        exact.string("name", "name", method=method, label=method)
    graded = exact.compute(pairs, theirs, ours).mean(axis=1)
    classifier = recordlinkage.ECMClassifier(binarize=None)
    classifier.fit(binary)
    score = classifier.prob(binary) + graded  # the probabilities alone have eight values
    best = score.groupby(level=0).idxmax()
    return [(code, other, float(score[code, other])) for code, other in best]


def link_with_splink(labels: LabelSet) -> list[tuple[str, str, float]]:
    """Splink's link of two tables: Jaro-Winkler and Jaccard levels, trained without answers, best each."""
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    sides = [
        pandas.DataFrame({"unique_id": [f"{side}{code}" for code in each], "name": list(each.values())})
        for side, each in (("a", labels.theirs), ("b", labels.ours))
    ]
    for frame in sides:
        frame["name"] = frame["name"].str.casefold()
        frame["letters"] = frame["name"]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8, 0.7]),
            cl.JaccardAtThresholds("letters", [0.95, 0.85, 0.75, 0.6]),
        ],
        blocking_rules_to_generate_predictions=["1=1"],
        probability_two_random_records_match=1 / max(map(len, sides)),
    )
    database = DuckDBAPI()
    frames = [database.register(side, table_name=name) for name, side in zip("ab", sides, strict=True)]
    linker = Linker(frames, settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("substr(name, 1, 3)"))
    found = linker.inference.predict().as_pandas_dataframe()
    best: dict[str, tuple[float, str]] = {}
    for one, other, weight in zip(
        found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True
    ):
        theirs, ours = sorted((one, other))
        best[theirs[1:]] = max(best.get(theirs[1:], (-math.inf, "")), (weight, ours[1:]))
    return [(code, other, weight) for code, (weight, other) in best.items()]


LINKERS = {"recordlinkage": link_with_recordlinkage, "splink": link_with_splink}
