"""The doubtful matches of a crosswalk, decided by a person one after the other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from policycmp.cli.interactive.keys import read_key
from policycmp.cli.messages import say
from policycmp.model.crosswalk import Crosswalk, Match, Verdict
from policycmp.model.names import Kind
from policycmp.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policycmp.model.corpus import Corpus

KEYS = "y the same, r the reverse, n neither, s later, q stop"


def review_crosswalk(crosswalk: Crosswalk, ours: Corpus, theirs: Corpus) -> Iterator[Crosswalk]:
    """The crosswalk after each decision; what was put off or not reached stays doubtful."""
    matches = list(crosswalk.matches)
    doubtful = [n for n, match in enumerate(matches) if match.verdict is Verdict.DOUBTFUL]
    for done, n in enumerate(doubtful, 1):
        say(*_describe(matches[n], ours, theirs, f"{done}/{len(doubtful)}"))
        key = _ask()
        if key == "q":
            return
        if key != "s":
            matches[n] = decide(matches[n], key)
            yield Crosswalk(matches=tuple(matches))


def decide(match: Match, key: str) -> Match:
    """The match as the key has it: y the same, r the reverse, n neither."""
    if key == "n":
        return replace(match, ours=None, is_reversed=False, verdict=Verdict.NONE, why="decided by a person")
    return replace(
        match, is_reversed=key == "r", verdict=Verdict.SURE, why=f"decided by a person; {match.why}"
    )


def _ask() -> str:
    """The key that decides: Enter puts off, the end of the input stops."""
    while True:
        say(f"  [{KEYS}] ", end="")
        typed = read_key()
        key = "q" if typed is None else typed.strip().casefold()[:1] or "s"
        if sys.stdin is not None and sys.stdin.isatty():
            say(key)  # a pressed key shows nothing by itself
        if key in "yrnsq":
            return key


def _describe(match: Match, ours: Corpus, theirs: Corpus, progress: str) -> tuple[str, ...]:
    here, there = _name(ours, match.kind, match.ours), _name(theirs, match.kind, match.theirs)
    turned = " the other way round" if match.is_reversed else ""
    return f"{progress} {match.kind} there: {there}", f"  here{turned}: {here}", f"  {match.why}"


def _name(corpus: Corpus, kind: Kind, key: str | None) -> str:
    if key is None:
        return "-"
    if kind is Kind.ISSUE and key in corpus.issue_by_id:
        issue = corpus.issue_by_id[key]
        return f"{issue.title} ({issue.statement or issue.id})"
    if key in corpus.actor_by_id:
        return f"{corpus.actor_by_id[key].name} ({key})"
    return key
