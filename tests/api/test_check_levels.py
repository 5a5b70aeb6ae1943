"""`check` with three levels: errors, warnings, and advice that has to be asked for."""

from __future__ import annotations

import json

import pytest

import policycmp
from policycmp.model.fault import Severity

ROWS = "".join(
    f"  - {{actor: a, issue: i{n}, stance: 1, source: s, attribution: reported}}\n" for n in range(9)
)
CORPUS = (
    "issues:\n"
    + "".join(f"  - {{id: i{n}, title: Issue {n}}}\n" for n in range(10))
    + "actors: [{id: a, name: Ann}]\nsources: [{id: s, title: S}]\npositions:\n"
    + ROWS
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "corpus.yaml"
    path.write_text(CORPUS, encoding="utf-8")
    return path


def list_codes(path, **options):
    return [fault.code for fault in policycmp.check(path, **options).value]


def test_advice_has_to_be_asked_for(path):
    assert list_codes(path) == ["W401"]
    assert list_codes(path, advice=True) == ["W401", "W405", "W501"]
    assert {f.severity for f in policycmp.check(path, select="W405,W5").value} == {Severity.ADVICE}


def test_advice_is_given_once_a_source_with_a_count(path):
    (advice,) = policycmp.check(path, select=["w405"]).value
    assert advice.message == "9 positions from s have no evidence"


def test_codes_are_selected_and_left_out_by_how_they_begin(path):
    assert list_codes(path, advice=True, ignore="W5,W401") == ["W405"]
    assert list_codes(path, select="W") == ["W401", "W405", "W501"]
    with pytest.raises(policycmp.UsageError, match="--ignore: no fault code named 'W9'"):
        policycmp.check(path, ignore="W9")


def test_strict_counts_warnings_and_never_advice(path):
    assert not policycmp.check(path, strict=True).is_clean
    assert policycmp.check(path, strict=True, advice=True, ignore="W401").is_clean


def test_each_format_has_its_word_for_advice(path):
    found = policycmp.check(path, select="W405")
    assert "advice W405" in found.render("text")
    assert found.render("text").endswith("0 faults and 0 warnings, and 1 piece of advice, in 1 file\n")
    assert found.render("github").startswith("::notice ")
    (result,) = json.loads(found.render("sarif"))["runs"][0]["results"]
    assert result["level"] == "note"


def test_the_bundled_corpus_is_clean():
    assert policycmp.check(strict=True).value == ()
