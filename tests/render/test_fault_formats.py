"""What `check` found, in each of its forms."""

from __future__ import annotations

import json

import pytest

from policycmp.model.fault import Fault, Place, Severity
from policycmp.render.faults import FAULT_FORMATS

FAULT = Fault(
    code="E201",
    severity=Severity.FAULT,
    message="100% wrong: a, b",
    remedy="write 'c'",
    place=Place(file="town hall.yaml", line=7, column=5),
    line="    staнce: 9\x1b[31m",
    length=6,
)
WARNING = Fault(
    code="W401",
    severity=Severity.WARNING,
    message="doubtful",
    remedy="look again",
    place=Place(file="other.yaml", line=1, column=1),
)


def write(name, *faults):
    return FAULT_FORMATS.load(name).write(faults)


def test_text_shows_place_line_and_caret():
    lines = write("text", FAULT, WARNING).splitlines()
    assert lines == [
        "town hall.yaml:7:5: fault E201: 100% wrong: a, b; write 'c'",
        "     7 |     staнce: 9<U+001B>[31m",
        "       |     ^^^^^^",
        "other.yaml:1:1: warning W401: doubtful; look again",
        "1 fault and 1 warning in 2 files",
    ]


def test_text_shows_the_part_of_a_long_line_that_matters():
    far = Fault(
        code="E1",
        severity=Severity.FAULT,
        message="m",
        remedy="r",
        place=Place(file="f", line=1, column=1001),
        line="x" * 1000 + "HERE" + "y" * 1000,
        length=4,
    )
    shown, caret = write("text", far).splitlines()[1:3]
    assert len(shown) < 120
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_github_escapes_what_its_commands_need():
    assert write("github", FAULT) == (
        "::error file=town hall.yaml,line=7,col=5,endColumn=11,title=policycmp E201::"
        "100%25 wrong: a, b; write 'c'\n"
    )
    assert write("github") == ""


def test_json_is_one_document():
    document = json.loads(write("json", FAULT, WARNING))
    assert document["schema"] == "policycmp/1"
    assert [(r["code"], r["severity"], r["line"]) for r in document["records"]] == [
        ("E201", "fault", 7),
        ("W401", "warning", 1),
    ]


def test_sarif_has_relative_places_and_a_column_kind():
    run = json.loads(write("sarif", FAULT, WARNING))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "town%20hall.yaml"
    assert location["region"] == {"startLine": 7, "startColumn": 5, "endColumn": 11}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E201", "W401"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]


@pytest.mark.parametrize("name", ["github", "json", "sarif", "text"])
def test_no_faults_is_no_error(name):
    assert isinstance(write(name), str)
