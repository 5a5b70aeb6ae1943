"""Corpora, texts and labels made up for the benchmarks, the same at every run."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

PLEA = (
    "the alliance must keep its talks open and build trust before it adds members arms or bases in "
    "states that border on others and say plainly what it will not do"
)
WORDS = tuple(PLEA.split(" "))
LETTERS = "etaoinshrdlucmfwypvbgk"
SOURCES = 50


def make_positions(count: int) -> list[dict[str, object]]:
    """So many coded positions, none twice."""
    chance = random.Random(count)
    actors, issues = measure_codebook(count)
    seen: set[tuple[int, int, int]] = set()
    while len(seen) < count:
        seen.add((chance.randrange(actors), chance.randrange(issues), chance.randrange(SOURCES)))
    return [
        {
            "actor": f"actor-{actor}",
            "issue": f"issue-{issue}",
            "stance": chance.randint(-2, 2),
            "source": f"source-{source}",
            "attribution": chance.choice(["stated", "reported", "implied"]),
            "summary": " ".join(chance.choices(WORDS, k=14)),
            "date": f"2021-{chance.randint(1, 12):02}",
            "paragraph": chance.randint(1, 90),
            "first": " ".join(chance.choices(WORDS, k=5)),
            "last": " ".join(chance.choices(WORDS, k=5)),
        }
        for actor, issue, source in mix_rows(chance, seen)
    ]


def mix_rows(chance: random.Random, rows: set[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The rows in an order that is none, as in a corpus that grew."""
    mixed = sorted(rows)
    chance.shuffle(mixed)
    return mixed


def measure_codebook(count: int) -> tuple[int, int]:
    """How many actors and issues a corpus of so many positions has."""
    actors = min(200, max(20, count // 50))
    return actors, max(10, min(1_000, 2 * count // actors))


def write_corpus(folder: Path, count: int) -> None:
    """The corpus in YAML, and its positions alone as JSON Lines."""
    actors, issues = measure_codebook(count)
    lines = ["policycmp: 1", "topics:", "- {id: topic, title: Topic}", "issues:"]
    for n in range(issues):
        lines += [f"- id: issue-{n}", f"  title: Issue {n}", f"  statement: It should {n}", "  topic: topic"]
    lines += ["actors:", *(f"- {{id: actor-{n}, name: Actor {n}}}" for n in range(actors)), "sources:"]
    for n in range(SOURCES):
        lines += [f"- id: source-{n}", f"  title: Source {n}", f"  published: 2022-01-{n % 28 + 1:02}"]
    lines.append("positions:")
    positions = make_positions(count)
    for position in positions:
        lead = "- "
        for key, value in position.items():
            lines.append(f"{lead}{key}: {value}")
            lead = "  "
    (folder / f"{count}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / f"{count}.jsonl").write_text(
        "".join(json.dumps(position) + "\n" for position in positions), encoding="utf-8"
    )


def write_grid(path: Path, actors: int, issues: int, coders: int) -> None:
    """One position a cell, two in five cells silent; with several coders one each, and none silent."""
    chance = random.Random(actors)
    lines = ["policycmp: 1", "issues:", *(f"- {{id: issue-{n}, title: Issue {n}}}" for n in range(issues))]
    lines += ["actors:", *(f"- {{id: actor-{n}, name: Actor {n}}}" for n in range(actors))]
    lines += ["sources:", "- {id: source, title: Source}", "positions:"]
    for actor in range(actors):
        for issue in range(issues):
            for coder in range(coders):
                if coders > 1 or chance.random() < 0.6:
                    told = f"actor: actor-{actor}, issue: issue-{issue}, stance: {chance.randint(-2, 2)}"
                    told += ", source: source, attribution: stated"
                    lines.append(f"- {{{told}, coder: coder-{coder}}}" if coders > 1 else f"- {{{told}}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_codes(actors: int, issues: int) -> list[list[int | None]]:
    """Five levels, two in five missing."""
    chance = random.Random(actors)
    return [
        [chance.randrange(5) if chance.random() < 0.6 else None for _ in range(issues)] for _ in range(actors)
    ]


def make_labels(count: int) -> tuple[list[str], list[str]]:
    """Names of issues, and the same names as another codebook might put them."""
    chance = random.Random(count)
    words = make_words(chance, 3_000)
    ours, theirs = [], []
    for _ in range(count):
        label = chance.choices(words, k=chance.randint(2, 6))
        ours.append(" ".join(label).capitalize())
        other = [_misspell(chance, word) if chance.random() < 0.1 else word for word in label]
        if chance.random() < 0.3:
            chance.shuffle(other)
        if chance.random() < 0.2:
            other.append(chance.choice(words))
        theirs.append(" ".join(other))
    chance.shuffle(theirs)
    return ours, theirs


def make_words(chance: random.Random, count: int) -> list[str]:
    """Words of two to ten letters."""
    return ["".join(chance.choices(LETTERS, k=chance.randint(2, 10))) for _ in range(count)]


def make_text(size: int, anchors: int) -> tuple[str, list[dict[str, object]]]:
    """A text of so many characters in paragraphs and lines, and anchors that stand in it: by turns a
    quotation, and the first and last words of a range in a paragraph."""
    chance = random.Random(size)
    words = make_words(chance, 20_000)
    weights = [1 / (rank + 5) for rank in range(len(words))]
    paragraphs: list[list[str]] = []
    text: list[str] = []
    length = 0
    while length < size:
        taken = chance.choices(words, weights, k=chance.randint(40, 160))
        taken = [word + (".” " if n % 13 == 12 else "").strip() for n, word in enumerate(taken)]
        lines = [" ".join(taken[n : n + 12]) for n in range(0, len(taken), 12)]
        paragraphs.append(taken)
        text.append("\n".join(lines))
        length += len(text[-1]) + 2
    made = []
    for number in range(anchors):
        place = chance.randrange(len(paragraphs))
        taken = paragraphs[place]
        start = chance.randrange(len(taken) - 25)
        if number % 2:
            made.append({"quote": " ".join(taken[start : start + 12])})
        else:
            first, last = taken[start : start + 5], taken[start + 15 : start + 20]
            made.append({"paragraph": place + 1, "first": " ".join(first), "last": " ".join(last)})
    return "\n\n".join(text), made


def _misspell(chance: random.Random, word: str) -> str:
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(LETTERS) + word[place + 1 :]


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        write_grid(Path(sys.argv[1]), *map(int, sys.argv[2:]))
