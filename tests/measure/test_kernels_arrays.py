"""NumPy has one thread unless somebody says otherwise, and nothing of that stays in the environment."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from processes import ROOT, clean_environ

SOURCES = ROOT / "src" / "policycmp"
TELL = """
import os
from policycmp.measure.kernels.arrays import THREADS, np
np.ones((400, 400)) @ np.ones((400, 400))
print(len(os.listdir("/proc/self/task")), [name for name in THREADS if name in os.environ])
"""


def count_threads(**environ: str) -> str:
    kept = {name: value for name, value in clean_environ().items() if not name.endswith("_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", TELL],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": str(ROOT / "src"), **environ},
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads cannot be counted here")
def test_one_thread_unless_said_otherwise() -> None:
    pytest.importorskip("numpy")
    assert count_threads() == "1 []"
    if len(os.sched_getaffinity(0)) > 1:
        assert count_threads(OPENBLAS_NUM_THREADS="2") == "2 ['OPENBLAS_NUM_THREADS']"
        assert count_threads(OMP_NUM_THREADS="2") == "2 ['OMP_NUM_THREADS']"


def test_numpy_is_brought_in_at_one_place() -> None:
    found = []
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        hints = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom) and node not in hints:
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
                found += [path.name for name in names if name.partition(".")[0] == "numpy"]
    assert found == ["arrays.py"]
