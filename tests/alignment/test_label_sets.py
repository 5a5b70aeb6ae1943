"""Label sets with known answers that are kept with the benchmarks: what is sure is right."""

from __future__ import annotations

import csv

import pytest

from policycmp.alignment.codebooks import align_names
from policycmp.model.crosswalk import Verdict
from policycmp.model.names import Kind, Named
from processes import ROOT

FOLDER = ROOT / "benchmarks" / "labels"
SETS = sorted(path.stem for path in FOLDER.glob("*.csv"))


def read_rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def align(rows, *, many=False):
    """Each match with the row that theirs stands in and the row that ours stands in."""
    ours = [
        Named(kind=Kind.ISSUE, id=f"#{n}", title=row["ours"]) for n, row in enumerate(rows) if row["ours"]
    ]
    theirs = [
        Named(kind=Kind.ISSUE, id=f"~{n}", title=row["theirs"]) for n, row in enumerate(rows) if row["theirs"]
    ]
    return [
        (match, int(match.theirs[1:]), int(match.ours[1:]) if match.ours else None)
        for match in align_names(ours, theirs, many=many)
    ]


FLOORS = {
    "bodies": (0.15, 0.65),
    "held-bodies": (0.05, 0.45),
    "held-issues": (0.23, 0.43),
    "held-parties": (0.12, 0.75),
    "held-statements": (0.00, 0.10),
    "held-treaties": (0.00, 0.42),
    "issues-foreign": (0.19, 0.75),
    "issues-home": (0.23, 0.70),
    "issues-reversed": (0.00, 0.55),
    "statements": (0.00, 0.30),
    "theses-german": (0.00, 0.12),
    "treaties": (0.06, 0.40),
}
"""Of the pairs in a set at least this share is surely and rightly joined, and this share is joined
rightly at all. Names of treaties and bodies are so alike that few are sure; figures that rise may be
followed by the floors."""


def test_every_set_has_floors():
    assert sorted(FLOORS) == SETS


@pytest.mark.parametrize("many", [False, True], ids=["one to one", "many to one"])
@pytest.mark.parametrize("name", FLOORS)
def test_enough_is_sure_and_enough_is_found(name, many):
    rows = read_rows(name)
    pairs = sum(bool(row["ours"] and row["theirs"]) for row in rows)
    right = [match for match, row, other in align(rows, many=many) if row == other]
    sure, found = FLOORS[name]
    assert sum(match.verdict is Verdict.SURE for match in right) >= sure * pairs
    assert len(right) >= found * pairs


@pytest.mark.parametrize("many", [False, True], ids=["one to one", "many to one"])
@pytest.mark.parametrize("name", SETS)
def test_at_least_nineteen_in_twenty_sure_matches_are_right(name, many):
    sure = [
        row == other
        for match, row, other in align(read_rows(name), many=many)
        if match.verdict is Verdict.SURE
    ]
    assert sum(sure) >= 0.95 * len(sure)


def test_no_reversed_label_is_surely_joined():
    rows = read_rows("issues-reversed")
    joined = [match for match, row, other in align(rows) if row == other and rows[row]["reversed"] == "yes"]
    assert len(joined) > 20  # they are taken for each other often enough
    assert [match.why for match in joined if match.verdict is Verdict.SURE] == []


def test_scores_of_sets_that_nothing_was_chosen_with_are_shares_of_right_ones():
    """In each band of scores about as many are right as the scores say."""
    scored = [
        (match.score, row == other)
        for name in SETS
        if name.startswith("held-")
        for match, row, other in align(read_rows(name))
        if match.ours
    ]
    for low, high in ((0.6, 0.9), (0.9, 1.01)):
        band = [(score, right) for score, right in scored if low <= score < high]
        mean = sum(score for score, _ in band) / len(band)
        assert len(band) > 80
        assert sum(right for _, right in band) / len(band) == pytest.approx(mean, abs=0.05)
