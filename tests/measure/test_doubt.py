"""Cells in doubt: counted, left out, and the range that taking sides allows, against trying all of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import policycmp
from makers import QUARREL, make_corpus, make_position
from policycmp.errors import UsageError
from policycmp.model.choices import Missing, Rule
from policycmp.model.codebook import Issue
from policycmp.model.corpus import Attribution, Corpus

if TYPE_CHECKING:
    from policycmp.model.agreement import Pair

SUMMED = ("city-block", "euclidean", "identical", "same-side", "directional")
OTHERS = ("kappa", "correlation")
POSITIONS = st.lists(
    st.builds(
        make_position,
        st.sampled_from(["mayor", "shops"]),
        st.sampled_from(["bus-lane", "bike-lane", "parking-fee"]),
        st.sampled_from([-2, -1, 0, 1, 2]),
        st.sampled_from(["paper", "blog"]),
        attribution=st.sampled_from(Attribution),
        condition=st.sampled_from([None, None, "trams run"]),
    ),
    min_size=2,
    max_size=9,
)


def measure(corpus: Corpus, **options: Any) -> Pair:
    [pair] = policycmp.agree(corpus, actor=["mayor", "shops"], floor=1, **options).value.pairs
    return pair


def list_readings(corpus: Corpus) -> list[Corpus]:
    """The corpus by every choice of a side for each contested cell: what lies on the other side, and in
    the middle, is struck out."""
    cells: dict[tuple[str, str], set[bool]] = {}
    for p in corpus.positions:
        cells.setdefault((p.actor, p.issue), set()).update({p.placement > 0} if p.placement else ())
    contested = [cell for cell, sides in cells.items() if len(sides) == 2]
    readings = []
    for chosen in product([True, False], repeat=len(contested)):
        side = dict(zip(contested, chosen, strict=True))
        kept = [
            p
            for p in corpus.positions
            if (p.actor, p.issue) not in side or (p.placement and (p.placement > 0) == side[p.actor, p.issue])
        ]
        readings.append(replace(corpus, positions=tuple(kept)))
    return readings


@pytest.mark.parametrize("metric", SUMMED + OTHERS)
@settings(max_examples=60)
@given(positions=POSITIONS, missing=st.sampled_from(Missing), rule=st.sampled_from(Rule))
def test_the_range_is_what_trying_all_sides_gives(metric, positions, missing, rule) -> None:
    corpus = make_corpus(*positions)
    options = {"metric": metric, "missing": missing, "rule": rule}
    pair = measure(corpus, contested="range", **options)
    assert pair.value == measure(corpus, **options).value
    assume(pair.value is not None)
    readings = list_readings(corpus)
    values = [value for one in readings if (value := measure(one, **options).value) is not None]
    if pair.lowest is None:
        assert len(set(values) - {pair.value}) == 0 or not values
        return
    assert (pair.lowest, pair.highest) == pytest.approx((min(values), max(values)), abs=1e-9)


@given(positions=POSITIONS, contested=st.booleans(), conditional=st.booleans())
def test_leaving_out_is_striking_the_cells_out(positions, contested, conditional) -> None:
    corpus = make_corpus(*positions)
    cells = {(r["actor"], r["issue"]): r for r in policycmp.compare(corpus).records}
    struck = {
        cell
        for cell, r in cells.items()
        if (contested and r["state"] == "contested") or (conditional and r["conditional"])
    }
    rest = replace(corpus, positions=tuple(p for p in positions if (p.actor, p.issue) not in struck))
    rules = {
        "contested": "leave-out" if contested else "mean",
        "conditional": "leave-out" if conditional else "count",
    }
    for metric in ("city-block", "congruence"):
        assert measure(corpus, metric=metric, **rules).value == measure(rest, metric=metric).value
    found = policycmp.agree(corpus, **rules).value.profiles.doubts
    assert found.left_out == len(struck)
    assert found.cells == sum(r["state"] != "silent" for r in cells.values()) - len(struck)


def test_doubtful_cells_are_counted_pair_by_pair_and_in_all() -> None:
    records = policycmp.agree(make_corpus(*QUARREL), floor=1).records
    told = {
        (r["first"], r["second"]): (r["contested"], r["conditional"], r["unstated"], r["shared"])
        for r in records
    }
    # The mayor's bus lane is contested, the council's is implied, its parking fee conditional.
    assert told == {
        ("shops", "council"): (0, 1, 1, 2),
        ("shops", "mayor"): (1, 0, 0, 1),
        ("council", "mayor"): (1, 0, 1, 1),
    }
    totals = {
        (r["cells"], r["cells_contested"], r["cells_conditional"], r["cells_unstated"]) for r in records
    }
    assert totals == {(6, 1, 1, 1)}
    silent_count = policycmp.agree(make_corpus(*QUARREL), floor=1, missing="neutral").records
    assert [r["conditional"] for r in silent_count if r["second"] == "mayor"] == [0, 1]


@pytest.mark.parametrize("command", ["agree", "camps", "issues", "diff", "match", "explain"])
def test_every_measuring_command_says_how_much_is_in_doubt(command: str) -> None:
    corpus = make_corpus(*QUARREL, make_position("mayor", "parking-fee", 1))
    results = {
        "agree": lambda **o: policycmp.agree(corpus, **o),
        "camps": lambda **o: policycmp.camps(corpus, missing="neutral", samples=0, floor=1, **o),
        "issues": lambda **o: policycmp.issues(corpus, floor=2, **o),
        "diff": lambda **o: policycmp.diff(corpus, "shops", "mayor", **o),
        "match": lambda **o: policycmp.match(corpus, {"bus-lane": 2, "parking-fee": 1}, floor=1, **o),
        "explain": lambda **o: policycmp.explain(corpus, "shops", "mayor", **o),
    }
    counted = 5 if command in ("diff", "explain") else 7
    conditional = 0 if command in ("diff", "explain") else 1
    report = results[command]().report
    told = f"In doubt: of {counted} cells used 1 contested, {conditional} conditional"
    assert told in report.provenance
    assert report.about["doubt"]["contested"] == 1
    assert {r["cells_contested"] for r in results[command]().records} == {1}
    left = results[command](contested="leave-out").report
    assert left.about["doubt"] | {"unstated": 0} == {
        "cells": counted - 1,
        "contested": 0,
        "conditional": conditional,
        "unstated": 0,
        "left_out": 1,
        "contested_rule": "leave-out",
        "conditional_rule": "count",
    }
    assert "Left out as contested: 1 cell." in left.provenance


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html", "csv", "tsv", "json", "jsonl"])
def test_a_range_shows_in_every_format(format_name: str) -> None:
    text = policycmp.agree(make_corpus(*QUARREL), floor=1, contested="range").render(format_name)
    # The mayor at +1, or by his other side at −0.5, against the shops at −1 and the council at +0.5.
    parts = ("0.00 to 0.75", "0.50 to 0.75") if format_name in ("terminal", "markdown", "html") else ("0.75",)
    for part in parts:
        assert part in text
    told = policycmp.explain(make_corpus(*QUARREL), "shops", "mayor", floor=1, contested="range").render()
    assert "By the sides that contested cells are taken for: 0.00 to 0.75. Contested: Bus lane." in told


def test_an_order_that_hangs_on_contested_cells_is_marked() -> None:
    corpus = make_corpus(
        make_position("mayor", "bus-lane", 2),
        make_position("council", "bus-lane", 1),
        make_position("shops", "bus-lane", 2),
        make_position("shops", "bus-lane", -2, "blog"),
    )
    told = "The order hangs on contested cells for Council and Shops; see --contested range."
    assert told in policycmp.agree(corpus, "mayor", floor=1).report.notes
    assert told in policycmp.match(corpus, {"bus-lane": 2}, floor=1, actor=["council", "shops"]).report.notes
    settled = policycmp.agree(corpus, "mayor", floor=1, contested="leave-out").report.notes
    assert not any("hangs" in note for note in settled)


def test_what_has_no_range() -> None:
    corpus = make_corpus(*QUARREL)
    with pytest.raises(UsageError, match="congruence counts the positions of both sides"):
        policycmp.agree(corpus, metric="congruence", contested="range")
    for ask in (policycmp.issues, policycmp.camps):
        with pytest.raises(UsageError, match="has no range over the sides"):
            ask(corpus, contested="range")
    with pytest.raises(UsageError, match="has no range over the sides"):
        policycmp.diff(corpus, "shops", "mayor", contested="range")


def test_too_many_contested_cells_for_a_metric_that_is_no_sum() -> None:
    names = [f"i{n}" for n in range(13)]
    positions = [
        make_position(actor, name, stance, source)
        for name in names
        for actor, stance, source in (
            ("mayor", 2, "paper"),
            ("mayor", -1, "blog"),
            ("shops", 1, "paper"),
        )
    ]
    corpus = make_corpus(*positions, issues=tuple(Issue(id=n, title=n) for n in names))
    assert measure(corpus, contested="range").lowest is not None
    with pytest.raises(UsageError, match="share too many contested cells for a range of kappa"):
        measure(corpus, metric="kappa", contested="range")
