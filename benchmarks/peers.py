"""The environment that the benchmarks run in: policycmp as it stands here, and what it is held against."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACE = Path(tempfile.gettempdir()) / "policycmp-benchmarks"
PACKAGES = (
    *("check-jsonschema", "csvkit", "duckdb", "frictionless", "numpy", "pandas", "polars", "rapidfuzz"),
    *("krippendorff", "recordlinkage", "rich", "scipy", "sqlite-utils", "yamllint", "yq"),
)
PROGRAMS = ("jq", "mlr")
"""What is used where the machine has it; no package brings it."""


def build_environment() -> Path:
    """The environment's `bin`, with policycmp installed anew and everything compiled."""
    python = PLACE / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", str(PLACE))
    run(str(python), "-m", "pip", "install", "-q", str(ROOT), *PACKAGES)
    run(str(python), "-m", "pip", "install", "-q", "--force-reinstall", "--no-deps", str(ROOT))
    shutil.copy(Path(__file__).parent / "idle_app.py", find_packages() / "policycmp_idle_app.py")
    run(str(python), "-m", "compileall", "-q", str(PLACE / "lib"), check=False)
    return PLACE / "bin"


def find_packages() -> Path:
    """The directory that holds the environment's packages."""
    return next((PLACE / "lib").glob("python*/site-packages"))


def list_versions() -> str:
    """Every peer with its version, in one line; programs that are missing are named."""
    python = str(PLACE / "bin" / "python")
    done = run(python, "-m", "pip", "list", "--format=freeze")
    versions = dict(line.split("==") for line in done.splitlines() if "==" in line)
    told = [f"{name} {versions[name]}" for name in (*PACKAGES, "typer", "PyYAML") if name in versions]
    told += [name if shutil.which(name) else f"no {name}" for name in (*PROGRAMS, "Rscript")]
    return ", ".join(told)


def run(*argv: str, check: bool = True) -> str:
    """What a command prints."""
    return subprocess.run(argv, check=check, capture_output=True, text=True).stdout  # noqa: S603
