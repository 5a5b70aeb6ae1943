"""The oldest versions that are tested are those that the lower bounds allow."""

from __future__ import annotations

import re
import tomllib

from processes import ROOT


def read_bounds() -> set[tuple[str, str]]:
    """Every lower bound in pyproject.toml, of the extras and the build too."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = declared["project"]
    wanted = [*declared["build-system"]["requires"], *project["dependencies"]]
    wanted += [item for extra in project["optional-dependencies"].values() for item in extra]
    found = [re.match(r"([\w.-]+)>=([\d.]+)", item) for item in wanted]
    return {(match[1], match[2]) for match in found if match}


def read_pins() -> dict[str, str]:
    lines = (ROOT / "constraints-oldest.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def test_every_bound_is_tested_at_its_lowest() -> None:
    bounds, pins = read_bounds(), read_pins()
    assert len(bounds) > 15
    assert sorted(name for name, _ in bounds) == list(pins)  # each once, with one bound only
    for name, bound in bounds:
        assert re.fullmatch(rf"{re.escape(bound)}(\.0)*", pins[name]), name
