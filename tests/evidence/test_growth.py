"""No text and no selector, however long or hostile, makes verification quadratic."""

from __future__ import annotations

import random
import re
import tracemalloc

import pytest

from policycmp.evidence import folding, layout, near_matches, sentences
from policycmp.evidence.verify import verify_positions
from policycmp.model.source import Evidence
from policycmp.model.verification import Outcome
from steps import TooManySteps, count_lines, count_looks
from townhall import TOWN, make_coded, make_text

LINES = 200
"""Lines of Python run per character of a hostile text; squares go far beyond."""
LOOKS = 40
"""Looks that a pattern takes at each character."""


def _verify(text: str, evidence: list[Evidence]) -> list[Outcome]:
    corpus, source_text = make_coded(*evidence), make_text(text)
    return [v.located.outcome for v in verify_positions(corpus, corpus.positions, lambda _: source_text)]


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


def test_work_and_memory_grow_with_the_text():
    small, large = make_novel(20_000), make_novel(160_000)
    few, many = pick_quotes(small, 10), pick_quotes(large, 80)
    assert set(_verify(small, few) + _verify(large, many)) == {Outcome.FOUND}
    steps = count_lines(lambda: _verify(small, few))
    assert count_lines(lambda: _verify(large, many)) < 8 * 1.25 * steps
    tracemalloc.start()
    _verify(large, many)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(large)


HOSTILE = [
    ("a " * 10_000, "a " * 5_000 + "b"),
    ("a" * 20_000, "a" * 10_000 + "b"),
    ("ab" * 10_000, "ba" * 4_000 + "c"),
    ("the of " * 3_000, "the of " * 500 + "end"),
    ("-" * 20_000, "- " * 5_000 + "x"),
    (" " * 20_000 + "x", "x" + " " * 10_000 + "y"),
    ("a\n\n" * 6_000, "a b"),
    ("a-" * 10_000, "a" * 100),
    ("\u00ad" * 20_000, "\u00ad" * 100 + "z"),
    ("a\u0301" * 10_000, "a\u0301\u0302" * 1_000),
]


@pytest.mark.parametrize(("text", "words"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_end_soon(text, words):
    evidence = [
        Evidence(quote=words),
        Evidence(quote=words, prefix="a", suffix="a"),
        Evidence(first=words, last=words),
        Evidence(paragraph=1, first="a", last="a"),
        Evidence(quote="a", prefix="b"),
    ]
    assert count_lines(lambda: _verify(text, evidence), LINES * len(text))


PIECES = [
    *(
        " ",
        " \n",
        "\n \n",
        "-",
        "a-",
        "-\n",
        "- ",
        "--\n",
        "—",
        "— ",
        "a\u0301",
        "\u0301",
        "a\u00ad",
        "\u00ad \n",
    ),
    *("''", "a'", "a\n\n", "a ", "ab", "1 ", ". ", ".\n", "...", '.")', "A. "),
]
PATTERNS = {
    "typography": folding._SPECIAL,
    "words": near_matches._WORD,
    "tokens": near_matches._TOKEN,
    "paragraphs": layout._PARAGRAPH,
    "terms": sentences.WORD,
    "sentences": sentences._END,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_makes_a_pattern_quadratic(name):
    for piece in PIECES:
        text = piece * (2_000 // len(piece))
        assert count_looks(PATTERNS[name], text, LOOKS * len(text))


def test_what_is_quadratic_is_seen():
    with pytest.raises(TooManySteps):
        count_looks(re.compile(r"\s+x"), " " * 2_000, LOOKS * 2_000)
    with pytest.raises(TooManySteps):
        count_lines(lambda: [_count_to(n) for n in range(2_000)], LINES * 2_000)


def _count_to(end: int) -> None:
    for _ in range(end):
        pass


def test_a_selector_longer_than_the_text_is_no_match():
    outcomes = _verify(TOWN, [Evidence(quote=TOWN * 50), Evidence(first=TOWN, last=TOWN)])
    assert len(outcomes) == 2
    assert Outcome.FOUND not in outcomes
