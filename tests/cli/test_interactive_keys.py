"""Keys pressed on a real terminal, faster than anybody types."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from policycmp.corpusfile.crosswalks import load_crosswalk
from processes import PATIENCE, ROOT, clean_environ

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty")
HERE = ROOT / "tests" / "cli"


def press(keys: bytes, *args: str, folder: Path) -> tuple[str, str]:
    """What the command prints and says while these keys are pressed on its terminal."""
    keyboard, terminal = pty.openpty()
    environ = clean_environ(
        POLICYCMP_CORPUS=str(HERE / "quarrel.yaml"),
        PYTHONPATH=str(ROOT / "src"),
        XDG_CACHE_HOME=str(folder / "cache"),
    )
    with subprocess.Popen(
        [sys.executable, "-m", "policycmp", *args],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as process:
        os.write(keyboard, keys)
        try:
            printed, said = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    os.close(terminal)
    os.close(keyboard)
    assert process.returncode == 0, said
    return printed.decode(), said.decode()


def test_keys_typed_ahead_are_not_lost(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    printed, _ = press(b"i1b5s44q", "match", str(mine), "-f", "csv", folder=tmp_path)
    assert mine.read_text(encoding="utf-8").splitlines()[1:] == [
        "bus-lane,2,yes,",
        "bike-lane,,,",
        "speed-limit,1,,",
        "parking-fee,1,,",
    ]
    assert printed.startswith("rank,actor,value")


CROSSWALK = """\
issues:
  - {from: lane, to: bus-lane, verdict: doubtful}
  - {from: limit, to: speed-limit, verdict: doubtful}
  - {from: no-fee, to: parking-fee, verdict: doubtful}
  - {from: zinc, to: tourist-tax, verdict: doubtful}
actors:
  - {from: mayor, to: mayor, verdict: sure}
  - {from: chamber, to: shops, verdict: doubtful}
  - {from: monks, verdict: none}
"""


def test_a_review_takes_one_key_each_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(CROSSWALK, encoding="utf-8")
    args = ("align", str(HERE / "next-town.yaml"), "-o", str(path), "--review")
    _, said = press(b"\x1byNrq", *args, folder=tmp_path)
    assert "4/5 issue there: Quarrying of zinc" in said
    assert "5/5" not in said
    assert said.endswith(f"{path}: 3 sure, 2 doubtful, 2 none\n")
    _, said = press(b"\nn", *args, folder=tmp_path)
    assert "1/2 issue there: Quarrying of zinc" in said
    assert "2/2 actor there: Shops' Chamber" in said
    decided = load_crosswalk(str(path))
    assert [(m.theirs, m.ours, m.is_reversed, m.verdict) for m in decided.matches if m.verdict != "none"] == [
        ("lane", "bus-lane", False, "sure"),
        ("no-fee", "parking-fee", True, "sure"),
        ("zinc", "tourist-tax", False, "doubtful"),
        ("mayor", "mayor", False, "sure"),
    ]


def test_a_review_ends_with_the_input(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(CROSSWALK, encoding="utf-8")
    args = ("align", str(HERE / "next-town.yaml"), "-o", str(path), "--review")
    _, said = press(b"y\x04", *args, folder=tmp_path)
    assert said.endswith(f"{path}: 2 sure, 4 doubtful, 1 none\n")
