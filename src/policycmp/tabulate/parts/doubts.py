"""Which cells are in doubt and which issues do not count: in sentences and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policycmp.model.choices import Contested
from policycmp.text.grammar import count, join_words

if TYPE_CHECKING:
    from policycmp.model.doubt import Doubts
    from policycmp.model.report import Json
    from policycmp.model.skips import Skipped


def describe_doubts(doubts: Doubts) -> str:
    """How many of the cells used are in doubt, and what became of them."""
    contested, conditional, unstated = (
        len(d) for d in (doubts.contested, doubts.conditional, doubts.unstated)
    )
    told = (
        f"In doubt: of {count(doubts.cells, 'cell')} used {contested} contested, {conditional} conditional, "
        f"{unstated} reported or implied only."
    )
    if doubts.contested_rule is Contested.RANGE:
        told += " Contested range: from the least to the greatest value that taking one side of each allows."
    left = [
        name
        for name, rule in (("contested", doubts.contested_rule), ("conditional", doubts.conditional_rule))
        if rule.value == "leave-out"
    ]
    return f"{told} Left out as {join_words(left, 'or')}: {count(doubts.left_out, 'cell')}." if left else told


def name_doubts(doubts: Doubts) -> str:
    """The same in few words: `9 of 82 cells contested, 4 conditional, 3 left out`."""
    told = (
        f"{len(doubts.contested)} of {count(doubts.cells, 'cell')} contested, "
        f"{len(doubts.conditional)} conditional"
    )
    return f"{told}, {doubts.left_out} left out" if doubts.left_out else told


def record_doubts(doubts: Doubts) -> dict[str, Json]:
    """The same as data."""
    return {
        "cells": doubts.cells,
        "contested": len(doubts.contested),
        "conditional": len(doubts.conditional),
        "unstated": len(doubts.unstated),
        "left_out": doubts.left_out,
        "contested_rule": doubts.contested_rule.value,
        "conditional_rule": doubts.conditional_rule.value,
    }


def describe_skipped(skipped: Skipped) -> str:
    """Which issues do not count, and how many these are."""
    skips = skipped.skips
    parts = []
    if skips.min_actors is not None:
        parts.append(f"{skipped.too_few} on which fewer than {skips.min_actors} speak")
    if skips.unanimous:
        parts.append(f"{skipped.unanimous} unanimous")
    if skips.lopsided is not None:
        parts.append(f"{skipped.lopsided} with fewer than {skips.lopsided:g}% on the lesser side")
    return f"Issues skipped: {join_words(parts)}."


def name_skipped(skipped: Skipped) -> str:
    """The same in few words: `12 issues skipped`."""
    numbers = (skipped.too_few, skipped.unanimous, skipped.lopsided)
    return f"{count(sum(numbers), 'issue')} skipped"


def record_skipped(skipped: Skipped) -> dict[str, Json]:
    """The same as data."""
    skips = skipped.skips
    words = ["unanimous"] if skips.unanimous else []
    words += [] if skips.lopsided is None else [f"lopsided={skips.lopsided:g}%"]
    return {
        "skip": ",".join(words),
        "min_actors": skips.min_actors,
        "skipped_unanimous": skipped.unanimous,
        "skipped_lopsided": skipped.lopsided,
        "skipped_too_few": skipped.too_few,
    }
