"""Coders who each worked in a file of their own."""

from __future__ import annotations

import pytest

import policycmp

BOOK = """\
issues: [{id: quay, title: New quay}, {id: toll, title: Bridge toll}]
actors: [{id: rowers, name: Rowing Club}]
sources: [{id: s, title: S}]
positions:
"""
ROW = "  - {{actor: rowers, issue: {0}, stance: {1}, source: s, attribution: stated, page: 1{2}}}\n"


def write(tmp_path, name, *rows):
    path = tmp_path / name
    path.write_text(BOOK + "".join(ROW.format(*row) for row in rows), encoding="utf-8")
    return path


def test_each_file_is_a_coder_where_none_is_named(tmp_path):
    first = write(tmp_path, "eve.yaml", ("quay", 2, ""), ("toll", 1, ""))
    second = write(tmp_path, "max.yaml", ("quay", 2, ""), ("toll", -1, ""))
    found = policycmp.reliability([first, second], samples=0)
    assert found.value.coders == ("eve", "max")
    assert [(unit.issue, unit.values) for unit in found.value.units] == [("toll", (1, -1)), ("quay", (2, 2))]
    assert found.notes[0] == "no position names a coder, so each file is one: eve, max"


def test_coders_that_are_named_stay(tmp_path):
    first = write(tmp_path, "eve.yaml", ("quay", 2, ", coder: zoe"), ("toll", 1, ", coder: zoe"))
    second = write(tmp_path, "max.yaml", ("quay", 1, ", coder: ada"), ("toll", 1, ", coder: ada"))
    assert set(policycmp.reliability([first, second], samples=0).value.coders) == {"zoe", "ada"}


def test_one_file_without_coders_is_told_what_to_do(tmp_path):
    with pytest.raises(policycmp.UsageError) as caught:
        policycmp.reliability(write(tmp_path, "eve.yaml", ("quay", 2, "")))
    assert "a file for each coder" in (caught.value.hint or "")


def test_one_value_throughout_is_explained(tmp_path):
    first = write(tmp_path, "eve.yaml", ("quay", 2, ""), ("toll", 2, ""))
    second = write(tmp_path, "max.yaml", ("quay", 2, ""), ("toll", 2, ""))
    text = policycmp.reliability([first, second], samples=0).render("terminal")
    assert "Every value is the same, 2: agreement by chance is certain" in " ".join(text.split())
