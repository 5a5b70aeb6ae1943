"""Sessions in the README, the docs and `transcripts/`, replayed: the output stands as written.

A block fenced as `console` holds commands after `$ ` and what they print; `…` alone on a line
stands for any number of lines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from processes import PATIENCE, ROOT, clean_environ

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def find_sessions() -> list[tuple[str, str]]:
    pages = [
        ROOT / "README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / "tests/transcripts").glob("*.md")),
    ]
    return [
        (f"{page.relative_to(ROOT)}:{text[: block.start()].count(chr(10)) + 1}", block[1])
        for page in pages
        if page.exists()
        for text in [page.read_text(encoding="utf-8")]
        for block in BLOCK.finditer(text)
    ]


def split_commands(session: str) -> list[tuple[str, str]]:
    steps = re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]
    return [tuple(step.split("\n", 1)) for step in steps]  # type: ignore[misc]


def matches(expected: str, got: str) -> bool:
    parts = [re.escape(part) for part in re.split(r"^…\n", expected, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), got) is not None


NEEDED = ("jq", "sed")
SESSIONS = find_sessions()


def find_missing(session: str, path: str | None = None) -> list[str]:
    """The tools that the session calls and that are not on the path."""
    return [
        tool for tool in NEEDED if re.search(rf"\b{tool}\b", session) and not shutil.which(tool, path=path)
    ]


def test_what_a_session_needs_is_looked_for(tmp_path):
    assert find_missing("$ echo {} | jq -c .", str(tmp_path)) == ["jq"]
    assert find_missing("$ sed -n 1p x; jq . x", str(tmp_path)) == ["jq", "sed"]
    assert find_missing("$ echo used", str(tmp_path)) == []


def test_the_readme_has_a_session():
    assert any(place.startswith("README.md") for place, _ in SESSIONS)


@pytest.mark.parametrize(("place", "session"), SESSIONS, ids=[place for place, _ in SESSIONS])
def test_session(place, session, tmp_path):
    if missing := find_missing(session):
        pytest.skip(f"{missing[0]} is not on this machine")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    script = bin_folder / "policycmp"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policycmp "$@"\n')
    script.chmod(0o755)
    here = tmp_path / "here"
    here.mkdir()
    path = os.pathsep.join([str(bin_folder), os.environ.get("PATH", "")])
    source = os.pathsep.join(str(Path(p).resolve()) for p in sys.path if p)
    commands = split_commands(session)
    assert commands
    for command, expected in commands:
        done = subprocess.run(
            ["bash", "-c", command],
            capture_output=True,
            encoding="utf-8",
            cwd=here,
            env=clean_environ(PATH=path, PYTHONPATH=source, XDG_CACHE_HOME=str(tmp_path / "cache")),
            timeout=PATIENCE,
            check=False,
        )
        printed = done.stdout + done.stderr
        if not matches(expected, printed):
            assert printed == expected
