"""Pairs by the hundred thousand are written one after the other."""

from __future__ import annotations

import tracemalloc
from array import array
from typing import TYPE_CHECKING

import pytest

from makers import make_corpus
from policycmp.measure.agreement import set_terms
from policycmp.measure.metric import METRICS
from policycmp.model.agreement import Agreement, Pair
from policycmp.model.filters import Filters
from policycmp.model.pairs import PackedPairs
from policycmp.model.report import Surface
from policycmp.render.format import render
from policycmp.tabulate.agree import tabulate_agreement
from profile_makers import make_profiles

if TYPE_CHECKING:
    from policycmp.model.report import Report


def make_report(actors: int, *, packed: bool = True) -> Report:
    """Every seventh pair is without a number, and so is the last actor."""
    profiles, metric = make_profiles([[0.0]] * actors), METRICS.load("city-block")
    number = actors * (actors - 1) // 2
    values = array("d", [n % 10 / 10 if n % 7 else float("nan") for n in range(number)])
    at = 0
    for first in range(actors - 1):
        at += actors - first - 1
        values[at - 1] = float("nan")
    shared = array("i", range(number))
    pairs: PackedPairs | tuple[Pair, ...] = PackedPairs(
        actors=tuple(actor.id for actor in profiles.actors), values=values, shared=shared, counted=shared
    )
    if not packed:
        pairs = tuple(pairs)
    agreement = Agreement(terms=set_terms(metric, profiles), profiles=profiles, pairs=pairs)
    return tabulate_agreement(make_corpus(), Filters(), agreement)


@pytest.mark.parametrize("format_name", ["csv", "tsv", "jsonl", "json", "terminal", "markdown"])
def test_packed_pairs_read_like_others(format_name: str) -> None:
    one, other = ("".join(render(make_report(9, packed=p), format_name, Surface())) for p in (True, False))
    assert one == other
    assert "a8" in one or format_name not in ("csv", "tsv", "jsonl", "json")


def measure_peak(actors: int, format_name: str) -> int:
    """The most bytes held at once while the report is made and written, beside the numbers themselves."""
    make_report(3)
    tracemalloc.start()
    report = make_report(actors)
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    lines = sum(chunk.count("\n") for chunk in render(report, format_name, Surface()))
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert lines >= actors * (actors - 1) // 2
    return peak


@pytest.mark.parametrize("format_name", ["csv", "tsv", "jsonl"])
def test_what_is_held_does_not_grow_with_the_pairs(format_name: str) -> None:
    small, large = measure_peak(100, format_name), measure_peak(400, format_name)
    assert large < 6 * small
    assert large < 400_000
