"""No text and no selector, however long or hostile, makes verification quadratic."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest

from policycmp.evidence.verify import verify_positions
from policycmp.model.source import Evidence
from policycmp.model.verification import Outcome
from townhall import TOWN, make_coded, make_text


def _measure(text: str, evidence: list[Evidence]) -> tuple[float, list[Outcome]]:
    corpus = make_coded(*evidence)
    source_text = make_text(text)
    start = time.process_time()
    outcomes = [v.located.outcome for v in verify_positions(corpus, corpus.positions, lambda _: source_text)]
    return time.process_time() - start, outcomes


def make_novel(size: int) -> str:
    """A text of so many characters in sentences and paragraphs, every word its own kind of rare."""
    chance = random.Random(size)
    words = [f"{chance.choice('bdfglmnprst')}{chance.choice('aeiou')}{n:x}" for n in range(5_000)]
    parts = []
    while size > 0:
        sentence = " ".join(chance.choice(words) for _ in range(16)) + chance.choice([". ", ".\n", ".\n\n"])
        parts.append(sentence)
        size -= len(sentence)
    return "".join(parts)


def pick_quotes(text: str, number: int) -> list[Evidence]:
    step = len(text) // number
    return [Evidence(quote=" ".join(text[n * step : n * step + 300].split()[1:25])) for n in range(number)]


def test_time_and_memory_grow_with_the_text():
    small, large = make_novel(100_000), make_novel(800_000)
    _measure(small, pick_quotes(small, 20))
    short, first = _measure(small, pick_quotes(small, 20))
    long, second = _measure(large, pick_quotes(large, 160))
    assert set(first + second) == {Outcome.FOUND}
    assert long < 8 * 8 * short + 0.5
    tracemalloc.start()
    _measure(large, pick_quotes(large, 160))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(large)


HOSTILE = [
    ("a " * 100_000, "a " * 50_000 + "b"),
    ("a" * 200_000, "a" * 100_000 + "b"),
    ("ab" * 100_000, "ba" * 40_000 + "c"),
    ("the of " * 30_000, "the of " * 500 + "end"),
    ("-" * 200_000, "- " * 50_000 + "x"),
    (" " * 200_000 + "x", "x" + " " * 100_000 + "y"),
    ("a\n\n" * 60_000, "a b"),
    ("a-" * 100_000, "a" * 1_000),
    ("\u00ad" * 200_000, "\u00ad" * 1_000 + "z"),
    ("a\u0301" * 100_000, "a\u0301\u0302" * 10_000),
]


@pytest.mark.parametrize(("text", "words"), HOSTILE)
def test_hostile_words_end_soon(text, words):
    evidence = [
        Evidence(quote=words),
        Evidence(quote=words, prefix="a", suffix="a"),
        Evidence(first=words, last=words),
        Evidence(paragraph=1, first="a", last="a"),
        Evidence(quote="a", prefix="b"),
    ]
    seconds, _ = _measure(text, evidence)
    assert seconds < 5


def test_a_selector_longer_than_the_text_is_no_match():
    _, outcomes = _measure(TOWN, [Evidence(quote=TOWN * 50), Evidence(first=TOWN, last=TOWN)])
    assert Outcome.FOUND not in outcomes
