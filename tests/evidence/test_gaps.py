"""Warnings of thin evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from makers import make_corpus, make_position
from policycmp.corpusfile.codes.w500_evidence import EVIDENCE_CODES
from policycmp.evidence.gaps import find_thin_spots
from policycmp.load.corpus import check_corpus
from policycmp.model.corpus import Attribution
from policycmp.model.fault import Place, Severity
from policycmp.model.source import Evidence

HERE = Place(file="a.yaml", line=3, column=5)


def _place(*positions):
    return [replace(p, place=Place(file="a.yaml", line=n, column=1)) for n, p in enumerate(positions, 1)]


def _codes(*positions, passages=None):
    warnings = find_thin_spots(make_corpus(*_place(*positions)), passages)
    assert {w.severity for w in warnings} <= {Severity.WARNING}
    return [(w.code, w.place.line) for w in warnings]


@pytest.mark.parametrize("code", EVIDENCE_CODES, ids=lambda code: code.code)
def test_the_bad_example_shows_its_code_and_the_good_one_does_not(code, tmp_path):
    for text, expected in ((code.bad, True), (code.good, False)):
        path = tmp_path / "corpus.yaml"
        path.write_text(text, encoding="utf-8")
        corpus, faults = check_corpus([str(path)])
        assert all(fault.severity is Severity.WARNING for fault in faults)
        assert (code.code in {w.code for w in find_thin_spots(corpus)}) is expected


def test_one_stated_position_is_enough_for_a_cell():
    reported = make_position("shops", "bus-lane", 1, "leaflet", attribution=Attribution.REPORTED)
    implied = make_position("shops", "bus-lane", 1, "leaflet", attribution=Attribution.IMPLIED)
    stated = make_position("shops", "bus-lane", -1, "leaflet")
    assert _codes(reported, implied) == [("W501", 1)]
    assert _codes(reported, implied, stated) == []
    assert _codes(replace(reported, stance=None, placement=None)) == []


def test_words_of_a_reporter_are_not_the_actors_own():
    def state(first):
        return make_position("shops", "bus-lane", 1, "blog", evidence=Evidence(first=first, last="so"))

    assert _codes(state("They say")) == [("W502", 1)]
    assert _codes(state("The shops’ owners say")) == [("W502", 1)]
    assert _codes(state("“They say")) == []
    [placed] = _place(state("They say"))
    assert _codes(state("They say"), passages={placed: "They say “no”, and mean it so"}) == []
    assert _codes(state("“They say"), passages={_place(state("“They say"))[0]: "They say so"}) == [
        ("W502", 1)
    ]


def test_a_source_is_missed_only_where_all_others_speak():
    def say(source, issue):
        return make_position("shops", issue, 1, source)

    three = [say("paper", "bus-lane"), say("blog", "bus-lane"), say("leaflet", "fountain")]
    assert ("W503", 3) in _codes(*three)
    assert _codes(say("paper", "bus-lane"), say("leaflet", "fountain")) == []
    assert _codes(*three, say("leaflet", "bus-lane")) == []
