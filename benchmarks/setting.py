"""Where the cases find things, and how they are put together."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from peers import ROOT, run
from timing import Case

JOBS = Path(__file__).parent / "jobs.py"
BUNDLED = ROOT / "data" / "positions.yaml"
COLD = {"POLICYCMP_CACHE": "off"}
"""No kept corpus is looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cases that are timed in turn and shown in one table."""

    title: str
    note: str
    cases: tuple[Case, ...]
    runs: int


class Setting:
    """Where things are for the cases: the environment's programs and a folder to write in."""

    def __init__(self, programs: Path, folder: Path, *, quick: bool) -> None:
        self.folder = folder
        self.quick = quick
        self._programs = programs

    def find(self, name: str) -> str:
        """A program of the environment, else of the machine; empty where there is none."""
        own = self._programs / name
        return str(own) if own.exists() else shutil.which(name) or ""

    def make_corpus(self, count: int) -> tuple[Path, Path]:
        """A corpus of so many positions in YAML, and the positions alone as JSON Lines."""
        whole, bare = self.folder / f"{count}.yaml", self.folder / f"{count}.jsonl"
        if not whole.exists():
            run(self.find("python"), str(JOBS.parent / "made.py"), str(self.folder), str(count))
        return whole, bare

    def make_grid(self, actors: int, issues: int, coders: int = 1) -> Path:
        """A corpus of actors by issues in YAML, two in five cells silent; by several coders none is."""
        whole = self.folder / f"{actors}-{issues}-{coders}.yaml"
        if not whole.exists():
            run(self.find("python"), str(JOBS.parent / "made.py"), *map(str, (whole, actors, issues, coders)))
        return whole

    def job(self, title: str, job: str, *given: object, size: int, label: str, ours: bool = False) -> Case:
        """A case that is timed inside its process."""
        argv = (self.find("python"), str(JOBS), job, *map(str, given))
        return Case(name=title, argv=argv, size=size, label=label, is_ours=ours, is_job=True)
