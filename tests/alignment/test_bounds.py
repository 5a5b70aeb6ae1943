"""Affiliation, kind and topic as evidence beside names, and as blocks."""

from __future__ import annotations

import pytest

from policycmp.alignment.name_lists import align_names
from policycmp.model.choices import Bound
from policycmp.model.crosswalk import Verdict
from policycmp.model.names import Kind, Named


def make_party(
    key: str, title: str, country: str = "", *, kind: str = "", names: tuple[str, ...] = ()
) -> Named:
    bounds = [(Bound.AFFILIATION, country), (Bound.KIND, kind)]
    return Named(kind=Kind.ACTOR, id=key, title=title, bounds=tuple((b, v) for b, v in bounds if v))


OURS = [
    make_party("a1", "Labour Party", "Norway"),
    make_party("a2", "Labour Party", "Ireland"),
    make_party("a3", "Centre Party", "Norway"),
    make_party("a4", "Green Party", "Ireland"),
]


def align_one(thing: Named, ours: list[Named] = OURS, **options):
    return align_names(ours, [thing], **options)[0]


def test_an_equal_affiliation_decides_among_equal_names() -> None:
    assert align_one(make_party("b", "Labour Party", "Ireland")).ours == "a2"
    assert align_one(make_party("b", "Labour Party", "norway")).ours == "a1"
    assert align_one(make_party("b", "Labour Party")).verdict is not Verdict.SURE


@pytest.mark.parametrize("many", [False, True])
def test_another_affiliation_makes_equal_names_doubtful(many: bool) -> None:
    assert align_one(make_party("b", "Green Party", "Ireland"), many=many).verdict is Verdict.SURE
    assert align_one(make_party("b", "Green Party", "Norway"), many=many).verdict is not Verdict.SURE


def test_another_kind_makes_equal_names_doubtful() -> None:
    ours = [make_party("a1", "Solidarity", kind="party"), make_party("a2", "Teachers' League", kind="union")]
    assert align_one(make_party("b", "Solidarity", kind="party"), ours).verdict is Verdict.SURE
    assert align_one(make_party("b", "Solidarity", kind="union"), ours).verdict is not Verdict.SURE


def test_an_affiliation_that_our_codebook_does_not_know_says_nothing() -> None:
    for country in ("IRL", "Republic of X", ""):
        assert align_one(make_party("b", "Green Party", country)).verdict is Verdict.SURE


def test_initials_of_an_affiliation_are_the_same() -> None:
    ours = [make_party("a1", "Green Party", "United Kingdom"), make_party("a2", "Green Party", "Ireland")]
    assert align_one(make_party("b", "Green Party", "UK"), ours).ours == "a1"


def test_within_a_bound_nothing_else_is_compared() -> None:
    within = {"within": Bound.AFFILIATION, "many": True}
    assert align_one(make_party("b", "Green Party", "Norway"), **within).ours != "a4"
    assert align_one(make_party("b", "Centre Party", "Norway"), **within).verdict is Verdict.SURE
    assert align_one(make_party("b", "Centre Party", "Sweden"), **within).ours is None
    assert align_one(make_party("b", "Centre Party"), **within).ours == "a3"


def test_blocks_change_no_order_and_report_all() -> None:
    theirs = [make_party(f"b{n}", t.title, dict(t.bounds)[Bound.AFFILIATION]) for n, t in enumerate(OURS)]
    told: list[tuple[int, int]] = []
    matches = align_names(
        OURS, theirs, within=Bound.AFFILIATION, report=lambda number, of: told.append((number, of))
    )
    assert [match.theirs for match in matches] == [thing.id for thing in theirs]
    assert [match.ours for match in matches] == [thing.id for thing in OURS]
    assert told == [(n, 4) for n in range(1, 5)]


def test_the_right_one_is_found_among_many_that_crowd_it_out() -> None:
    ours = [make_party(f"a{n}", "Socialist Party", f"Land {n}") for n in range(40)]
    for number in (0, 17, 39):
        assert align_one(make_party("b", "The Socialist Party", f"Land {number}"), ours).ours == f"a{number}"
