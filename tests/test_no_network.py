"""policycmp opens no connection: every command runs where the system would refuse one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from policycmp.cli.app import COMMANDS
from processes import PATIENCE, ROOT, clean_environ

DENY = """
import sys
def deny(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client", "ftplib.", "smtplib.", "imaplib.")):
        raise PermissionError(f"a connection was tried: {event}")
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"):
        raise PermissionError(f"a program was started: {event}")
sys.addaudithook(deny)
"""
RUN = "from policycmp.cli.main import main; sys.exit(main(sys.argv[1:]))"
TOWN = str(ROOT / "data" / "positions.yaml")
LINES = {
    "compare": "nato -f html",
    "show": "bandow -f markdown",
    "agree": "--robust",
    "diff": "bandow heritage",
    "conflicts": "",
    "changes": "--from 2021-12-31 --to 2022-01-10",
    "issues": "-f csv",
    "camps": "-f json",
    "match": "mine.csv --floor 1",
    "list": "sources -f jsonl",
    "check": "-f sarif",
    "verify": "--texts texts",
    "reliability": "",
    "find": "new.html",
    "init": "-",
    "align": TOWN,
    "merge": f"{TOWN} {TOWN} -o both.yaml",
    "convert": f"{TOWN} out.json",
    "schema": "",
}


def run_denied(code, *args, cwd):
    return subprocess.run(
        [sys.executable, "-c", f"{DENY}{code}", *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=clean_environ(PYTHONPATH=str(ROOT / "src")),
        timeout=PATIENCE,
        check=False,
    )


def test_the_denial_denies(tmp_path):
    done = run_denied("import socket; socket.create_connection(('127.0.0.1', 9))", cwd=tmp_path)
    assert "a connection was tried" in done.stderr
    assert (
        "a connection was tried"
        in run_denied("import socket; socket.getaddrinfo('a', 1)", cwd=tmp_path).stderr
    )
    assert "a program was started" in run_denied("import os; os.system('true')", cwd=tmp_path).stderr


def test_every_command_is_tried():
    assert set(COMMANDS) <= set(LINES), "add a line for the new command"


@pytest.mark.parametrize("command", LINES)
def test_no_command_opens_a_connection_or_starts_a_program(command, tmp_path):
    (tmp_path / "mine.csv").write_text("issue,answer\nnato-open-door,2\n", encoding="utf-8")
    (tmp_path / "new.html").write_text("<p>NATO <img src='http://x.example/'>", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    done = run_denied(RUN, command, *LINES[command].split(), cwd=tmp_path)
    assert "was tried" not in done.stderr
    assert "was started" not in done.stderr
    assert done.returncode in {"verify": (0, 1), "reliability": (2,)}.get(command, (0,)), done.stderr
