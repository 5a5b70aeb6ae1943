"""Where the system lacks what POSIX has, as Windows does, everything still works."""

from __future__ import annotations

import subprocess
import sys

import pytest

from processes import PATIENCE, ROOT, clean_environ

HIDE = """
import os, sys
for module in ("termios", "tty", "fcntl", "resource", "pwd", "grp"):
    sys.modules[module] = None
for name in ("umask", "geteuid", "getuid", "fork", "O_NOFOLLOW", "O_CLOEXEC", "getpgid"):
    if hasattr(os, name):
        delattr(os, name)
from policycmp.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def run_hidden(*args, cwd, stdin="", **environ):
    return subprocess.run(
        [sys.executable, "-c", HIDE, *args],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=clean_environ(PYTHONPATH=str(ROOT / "src"), **environ),
        timeout=PATIENCE,
        check=False,
    )


def test_the_names_are_hidden(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", HIDE.partition("from policycmp")[0] + "import termios"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "ModuleNotFoundError" in done.stderr or "ImportError" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        "compare nato",
        "agree -f csv -o agree.csv",
        "init town.yaml",
        "convert kept.yaml kept.json",
        "match mine.csv",
        "align kept.yaml -o crosswalk.yaml --review",
        "check kept.yaml -f sarif",
        "show bandow -f html -o page.html",
    ],
)
def test_commands_work_without_what_posix_has(args, tmp_path):
    (tmp_path / "kept.yaml").write_bytes((ROOT / "data" / "positions.yaml").read_bytes())
    cached = {"POLICYCMP_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in "12":  # the second time with what was kept
        for made in ("town.yaml", "kept.json", "crosswalk.yaml", "mine.csv"):
            (tmp_path / made).unlink(missing_ok=True)
        done = run_hidden(*args.split(), cwd=tmp_path, stdin="1\n2\n3\nq\n", **cached)
        assert done.returncode == 0, done.stderr
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".policycmp")]
