"""Keys pressed on a real terminal, faster than anybody types."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from processes import ROOT, clean_environ

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty")


def test_keys_typed_ahead_are_not_lost(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    keyboard, terminal = pty.openpty()
    environ = clean_environ(
        POLICYCMP_CORPUS=str(ROOT / "tests" / "cli" / "quarrel.yaml"),
        PYTHONPATH=str(ROOT / "src"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    with subprocess.Popen(
        [sys.executable, "-m", "policycmp", "match", str(mine), "-f", "csv"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as process:
        os.write(keyboard, b"i1b5s44q")
        printed, said = process.communicate(timeout=30)
    os.close(terminal)
    os.close(keyboard)
    assert process.returncode == 0, said
    assert mine.read_text(encoding="utf-8").splitlines()[1:] == [
        "bus-lane,2,yes,",
        "bike-lane,,,",
        "speed-limit,1,,",
        "parking-fee,1,,",
    ]
    assert printed.startswith(b"rank,actor,value")
