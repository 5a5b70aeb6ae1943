"""Corpora read: by policycmp with every check and place, and by parsers that do nothing else."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def load_yaml(path: str) -> Callable[[], object]:
    """policycmp on a whole corpus in YAML."""
    from policycmp.load.corpus import load_corpus

    load_corpus([])  # imports the reader, as that of the reference is
    return partial(load_corpus, [path])


def recall_yaml(path: str) -> Callable[[], object]:
    """The same from the cache."""
    from policycmp.load.cache import recall_corpus
    from policycmp.load.corpus import load_corpus

    environ = {"XDG_CACHE_HOME": str(Path(path).parent)}
    recall = partial(recall_corpus, path, environ, lambda name: load_corpus([name]))
    recall()
    return recall


def check_yaml(path: str) -> Callable[[], object]:
    """The same with everything doubtful told."""
    from policycmp.load.corpus import check_corpus

    check_corpus([])
    return partial(check_corpus, [path])


def load_lines(whole: str, bare: str) -> Callable[[], object]:
    """policycmp on positions in JSON Lines, their codebook known."""
    from policycmp.load.corpus import load_corpus

    return partial(load_corpus, [bare], codebook=load_corpus([whole]))


def parse_yaml(path: str) -> Callable[[], object]:
    """PyYAML's C parser alone, without a check or a place."""
    import yaml

    text = Path(path).read_text(encoding="utf-8")
    return partial(yaml.load, text, yaml.CSafeLoader)


def parse_lines(path: str) -> Callable[[], object]:
    """`json.loads` a line."""

    def parse() -> None:
        with Path(path).open(encoding="utf-8") as file:
            held = [json.loads(line) for line in file]
        held.clear()

    return parse


JOBS = {
    "load-yaml": load_yaml,
    "recall-yaml": recall_yaml,
    "check-yaml": check_yaml,
    "load-lines": load_lines,
    "parse-yaml": parse_yaml,
    "parse-lines": parse_lines,
}
