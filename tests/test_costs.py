"""What a command costs, by counts that are the same on every machine: timings decide no test.

The reference figures are what stood when they were last looked at. A test that fails because a
command does more for good reason is put right by the new figure.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from processes import PATIENCE, ROOT, clean_environ

COUNT = """
import json, sys
own, calls = sys.argv.pop(1), 0
def note(frame, event, _argument):
    global calls
    if event == "call" and own in frame.f_code.co_filename:
        calls += 1
from policycmp.cli.main import main
sys.setprofile(note)
code = main(sys.argv[1:])
sys.setprofile(None)
modules = sorted(name for name in sys.modules if name.startswith("policycmp"))
print(json.dumps({"code": code, "calls": calls, "modules": modules}), file=sys.stderr)
"""
BAND = 1.15


def measure(*args: str, **environ: str) -> tuple[int, list[str]]:
    """The calls of our own functions, and our own modules that were imported."""
    done = subprocess.run(
        [sys.executable, "-c", COUNT, str(ROOT / "src" / "policycmp"), *args],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=clean_environ(PYTHONPATH=str(ROOT / "src"), **environ),
        timeout=PATIENCE,
        check=True,
    )
    found = json.loads(done.stderr.splitlines()[-1])
    assert found["code"] == 0
    return found["calls"], found["modules"]


@pytest.mark.parametrize(
    ("args", "calls", "modules"),
    [
        (("compare",), 26_000, 94),
        (("compare", "-f", "csv"), 18_300, 90),
        (("list", "issues"), 9_700, 84),
        (("check",), 9_000, 73),
        (("--help",), 25, 7),
    ],
    ids=["compare", "compare-csv", "list", "check", "help"],
)
def test_a_command_does_no_more_than_it_did(args: tuple[str, ...], calls: int, modules: int) -> None:
    made, imported = measure(*args)
    assert made <= calls * BAND
    assert len(imported) <= modules


def test_a_kept_corpus_is_read_without_what_reads_yaml(tmp_path) -> None:
    cold, imported = measure("compare", POLICYCMP_CACHE="", XDG_CACHE_HOME=str(tmp_path))
    warm, left = measure("compare", POLICYCMP_CACHE="", XDG_CACHE_HOME=str(tmp_path))
    assert warm < cold
    assert {"policycmp.load.corpus", "policycmp.corpusfile.reader", "policycmp.corpusfile.document"} <= set(
        imported
    )
    assert not {
        "policycmp.load.corpus",
        "policycmp.corpusfile.reader",
        "policycmp.corpusfile.document",
    } & set(left)
