"""Lists in which several names stand for one thing and some for nothing."""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from policycmp.alignment.name_lists import align_names
from policycmp.model.choices import Bound
from policycmp.model.names import Kind, Named
from processes import ROOT

if TYPE_CHECKING:
    from policycmp.model.crosswalk import Match

FOLDER = ROOT / "benchmarks" / "labels" / "several"
SETS = {path.stem: Kind.ACTOR if path.stem == "parties" else Kind.ISSUE for path in FOLDER.glob("*.csv")}


def read_set(name: str) -> tuple[list[Named], list[Named], list[str]]:
    """Ours, theirs, and the id of ours that each of theirs stands for, or nothing."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ours: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if row["role"] != "theirs":
            ours[row["code"]].append(row)
    asked = [row for row in rows if row["role"] == "theirs"]
    things = [
        make(SETS[name], key, [row["label"] for row in own], own[0].get("affiliation"))
        for key, own in ours.items()
    ]
    queries = [make(SETS[name], f"~{n}", [r["label"]], r.get("affiliation")) for n, r in enumerate(asked)]
    return things, queries, [row["code"] for row in asked]


def make(kind: Kind, key: str, names: list[str], affiliation: str | None) -> Named:
    bounds = ((Bound.AFFILIATION, affiliation),) if affiliation else ()
    return Named(kind=kind, id=key, title=names[0], names=tuple(names[1:]), bounds=bounds)


def is_right(matches: tuple[Match, ...], codes: list[str]) -> list[bool]:
    return [match.ours == code for match, code in zip(matches, codes, strict=True) if code]


def test_there_are_sets() -> None:
    assert set(SETS) == {"items", "parties", "policies", "theses-german"}


@pytest.mark.parametrize("name", SETS)
def test_a_list_is_matched_as_well_as_its_names_one_by_one(name: str) -> None:
    ours, theirs, codes = read_set(name)
    together = is_right(align_names(ours, theirs, many=True), codes)
    alone = is_right(tuple(align_names(ours, [t], many=True)[0] for t in theirs), codes)
    assert sum(together) >= 0.93 * sum(alone)
    assert sum(together) >= 0.75 * len(together)


@pytest.mark.parametrize("name", SETS)
def test_what_is_sure_is_right(name: str) -> None:
    ours, theirs, codes = read_set(name)
    sure = [
        match.ours == code
        for match, code in zip(align_names(ours, theirs, many=True), codes, strict=True)
        if match.verdict == "sure"
    ]
    assert len(sure) >= 5
    assert sum(sure) >= 0.92 * len(sure)


def test_a_name_loses_nothing_because_another_fits_better() -> None:
    ours = [
        Named(kind=Kind.ISSUE, id=key, title=title)
        for key, title in (("death", "The death penalty"), ("guns", "Gun control"), ("tax", "Income tax"))
    ]
    longer = Named(kind=Kind.ISSUE, id="x", title="Use of the death penalty for murder")
    equal = Named(kind=Kind.ISSUE, id="y", title="The death penalty")
    (alone,) = align_names(ours, [longer], many=True)
    together, _ = align_names(ours, [longer, equal], many=True)
    assert together.ours == alone.ours == "death"
    assert together.score >= alone.score - 0.05


def test_caution_is_learnt_from_how_alike_our_own_things_are() -> None:
    """The same two names, once among things that are all alike and once among others."""
    query = Named(kind=Kind.ISSUE, id="x", title="Treaty on the Port of Norland")
    alike = [
        "Treaty on the Ports of Norland",
        *(f"Treaty on the Port of {n}land" for n in ("Sud", "Ost", "West")),
    ]
    apart = ["Treaty on the Ports of Norland", "Vaccination of cattle", "School meals", "Wealth tax"]
    scores = []
    for titles in (alike, apart):
        ours = [Named(kind=Kind.ISSUE, id=str(n), title=title) for n, title in enumerate(titles)]
        scores.append(align_names(ours, [query], many=True)[0].score)
    assert scores[0] < scores[1]
