"""The classes of characters, and the laws between those who refuse and those who show them."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycmp.corpusfile.characters import clean_text as load_text
from policycmp.corpusfile.diagnostics import Findings
from policycmp.model.fault import Fault, Place, Severity
from policycmp.render.fault_formats import github, sarif, text
from policycmp.render.fault_formats import json as fault_json
from policycmp.render.json_text import write_json
from policycmp.render.sanitize import clean_text
from policycmp.text.unsafe import (
    BIDI,
    CONTROLS,
    INVISIBLE,
    SEPARATORS,
    SURROGATES,
    TAGS,
    UNSAFE,
    drop_unsafe,
    replace_halves,
    show_unsafe,
)

CLASSES = {
    "controls": CONTROLS,
    "bidi": BIDI,
    "tags": TAGS,
    "separators": SEPARATORS,
    "surrogates": SURROGATES,
    "invisible": INVISIBLE,
}
EVERY = [chr(n) for n in range(0x110000)]
ODD = st.text(
    st.characters(exclude_categories=[]) | st.sampled_from("\x1b\x9b\u061c\u202e\u2028\ud800\u200b")
)


def list_members(name: str) -> set[str]:
    return set(re.findall(f"[{CLASSES[name]}]", "".join(EVERY)))


def test_no_character_is_in_two_classes() -> None:
    members = [list_members(name) for name in CLASSES]
    assert all(members)
    assert sum(map(len, members)) == len(set().union(*members))


def test_what_is_unsafe_is_all_classes_but_the_invisible() -> None:
    wanted = set().union(*(list_members(name) for name in CLASSES if name != "invisible"))
    assert set(re.findall(UNSAFE, "".join(EVERY))) == wanted


@pytest.mark.parametrize("name", [name for name in CLASSES if name != "invisible"])
def test_whatever_the_loader_refuses_no_renderer_prints(name: str) -> None:
    for character in sorted(list_members(name)):
        findings = Findings("x.yaml")
        assert load_text(f"a{character}b", findings) == "a\ufffdb"
        assert [fault.code for fault in findings.faults] == ["E108"]
        assert character not in clean_text(f"a{character}b")
        assert character not in show_unsafe(f"a{character}b")
        assert character not in write_json(f"a{character}b")


@pytest.mark.parametrize("character", sorted(list_members("invisible")), ids=lambda c: f"{ord(c):04X}")
def test_what_scripts_need_is_read_and_shown_as_it_is(character: str) -> None:
    findings = Findings("x.yaml")
    assert load_text(f"a{character}b", findings) == f"a{character}b"
    assert not findings.faults
    assert clean_text(f"a{character}b") == f"a{character}b"
    assert json.loads(write_json(f"a{character}b")) == f"a{character}b"


@given(ODD)
def test_what_the_loader_lets_through_every_format_of_text_shows(words: str) -> None:
    passed = load_text(words, Findings("x.yaml"))
    assert not re.search(UNSAFE, passed)
    assert show_unsafe(passed) == passed
    assert json.loads(write_json(passed)) == passed


@given(ODD)
def test_nothing_unsafe_is_left(words: str) -> None:
    assert not re.search(UNSAFE, show_unsafe(words))
    assert not re.search(UNSAFE, drop_unsafe(words))
    replace_halves(words).encode()


@pytest.mark.parametrize("write", [m.FAULT_FORMAT.write for m in (github, fault_json, sarif, text)])
def test_no_form_of_faults_prints_what_is_unsafe(write) -> None:
    hostile = "a\x1b[2J\u202eb\u2028\ud800\x85"
    fault = Fault(
        code="E101",
        severity=Severity.FAULT,
        message=hostile,
        remedy=hostile,
        place=Place(file=f"{hostile}.yaml", line=1, column=1),
        line=hostile,
        length=1,
    )
    assert not re.search(UNSAFE, write([fault]))
