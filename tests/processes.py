"""Real processes: what a person or a script gets, through the console script's own way in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 600
"""Seconds after which a process counts as hanging, far beyond what any takes on any machine."""


def clean_environ(**more: str) -> dict[str, str]:
    """The environment without what would change the output."""
    colors = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM")
    dropped = (*colors, "COLUMNS", "LINES", "PAGER", "LESS", "GITHUB_ACTIONS")
    kept = {k: v for k, v in os.environ.items() if k not in dropped and not k.startswith("POLICYCMP_")}
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
        timeout=PATIENCE,
        check=False,
    )


def run_without_readers(
    *args: str, streams: tuple[str, ...] = ("stdout",), **environ: str
) -> tuple[int, str]:
    """The exit code of `policycmp ARGS` where nobody reads these streams, and what the others got."""
    reader, writer = os.pipe()
    os.close(reader)
    open_streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "policycmp", *args],
            stdin=subprocess.DEVNULL,
            **{name: writer if name in streams else pipe for name, pipe in open_streams.items()},
            encoding="utf-8",
            cwd=ROOT,
            env=clean_environ(),
            timeout=PATIENCE,
            check=False,
        )
    finally:
        os.close(writer)
    return done.returncode, (done.stdout or "") + (done.stderr or "")
