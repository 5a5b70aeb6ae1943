"""The tree of camps as lines."""

from __future__ import annotations

from makers import make_corpus
from policycmp.measure.clusters import grow_tree
from policycmp.model.actor import Actor
from policycmp.tabulate.camps import _draw_tree

NAMES = [f"a{n}" for n in range(1500)]


def test_a_tree_may_be_deeper_than_functions_may_call_one_another() -> None:
    """One after the other joins the same camp."""
    merges = [(0, 1, 0.5), *((n + 1, len(NAMES) + n - 1, 0.5) for n in range(1, len(NAMES) - 1))]
    corpus = make_corpus(actors=tuple(Actor(id=name, name=name) for name in NAMES))
    table = _draw_tree(corpus, grow_tree(merges, NAMES, lambda distance: distance))
    lines = [row[0].text for row in table.sections[0].rows]
    assert lines[:5] == ["┐", "├─ a1499", "└─┐", "\u00a0\u00a0├─ a1498", "\u00a0\u00a0└─┐"]
    assert sorted(line.split("─ ")[1] for line in lines if "a" in line) == sorted(NAMES)
    assert len(lines) == 2 * len(NAMES) - 1
