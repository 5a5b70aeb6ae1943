"""What a fault code means."""

from __future__ import annotations

from policycmp.record import dataclass

BASE = """\
topics: [{id: traffic, title: Traffic}]
issues: [{id: lane, title: Bus lane, topic: traffic}]
actors: [{id: council, name: Town Council}]
sources: [{id: gazette, title: Gazette}]
"""
"""What the examples that need a codebook begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of fault or warning, with a bad and a good example."""

    code: str
    title: str
    explanation: str
    bad: str
    good: str
    encoding: str = "utf-8"
    """How the bad example is written to a file."""
    suffix: str = ".yaml"
    missing: bool = False
    """Whether the bad example is a file that is not there."""


def show_position(changes: str = "") -> str:
    """A corpus with one position; changes are lines of it, after those that are always there."""
    rows = "".join(f"    {line}\n" for line in changes.splitlines())
    return (
        f"{BASE}positions:\n  - actor: council\n    issue: lane\n    source: gazette\n"
        f"    attribution: stated\n{rows}"
    )
