"""Real processes: what a person or a script gets, through the console script's own way in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def clean_environ(**more: str) -> dict[str, str]:
    """The environment without what would change the output."""
    dropped = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "POLICYCMP_CORPUS", "GITHUB_ACTIONS", "LINES")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    set_for_tests = {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", "POLICYCMP_CACHE": "off"}
    return {**kept, **set_for_tests, **more}


def run(*args: str, stdin: str = "", cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    """`policycmp ARGS` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policycmp", *args],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=clean_environ(**environ),
        timeout=60,
        check=False,
    )
