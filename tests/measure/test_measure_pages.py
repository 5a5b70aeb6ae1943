"""Every metric has its page, and the example worked by hand on it is right."""

from __future__ import annotations

import re

import pytest

from policycmp.measure.metric import METRICS, measure_pairing
from policycmp.measure.profiles import pair_profiles
from processes import ROOT
from profile_makers import make_profiles

PAGES = ROOT / "docs" / "measures"


def read_number(text: str) -> float:
    return float(text.replace("−", "-"))


@pytest.mark.parametrize("name", METRICS.names())
def test_the_worked_example(name: str) -> None:
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    metric = METRICS.load(name)
    assert f"> {metric.measure.formula}\n" in text
    rows = re.findall(r"^\| [a-z]+-[a-z]+ \| (\S+) \| (.+) \| (.+) \| (\S+) \|$", text, re.MULTILINE)
    assert len(rows) == 3
    weights = [read_number(row[0]) for row in rows]
    sides = [tuple(tuple(map(read_number, row[n].split(", "))) for row in rows) for n in (1, 2)]
    profiles = make_profiles(
        [[cell[0] for cell in side] for side in sides], weights, statements=(sides[0], sides[1])
    )
    pairing = pair_profiles(profiles, 0, 1, counted=metric.measure.is_counted)
    assert metric.parts(pairing) == pytest.approx([read_number(row[3]) for row in rows])
    shown = re.search(r"^= \*\*(\S+)\*\*$", text, re.MULTILINE)
    assert shown
    assert measure_pairing(metric, pairing) == pytest.approx(read_number(shown[1]), abs=5e-6)
