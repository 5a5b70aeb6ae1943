"""Whole processes, timed in turn: user and system time, wall time and peak memory of each."""

from __future__ import annotations

import contextlib
import json
import math
import os
import pty
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

SLOWEST = 240.0
"""Seconds after which a run is ended and its command is not run again."""
LAST = 4096
"""Bytes of a run's output that are kept. The runner stays small, for the system counts its memory at
the moment of forking as the child's."""
SLOW = 15.0
"""Seconds from which on the first run is the only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One command at one size."""

    name: str
    argv: tuple[str, ...]
    size: int = 0
    label: str = ""
    """The size in words."""
    environ: dict[str, str] = field(default_factory=dict)
    is_ours: bool = False
    is_job: bool = False
    """Whether the command tells as JSON, in its last line, what a part of it took."""
    against: str = ""
    """The case of ours that this one is a peer of; the first where it is empty."""
    is_terminal: bool = False
    """Whether it writes to a terminal instead of a pipe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Medians over the runs of a case; None where it failed or took too long."""

    case: Case
    runs: int
    wall: float | None
    cpu: float | None
    memory: float | None
    """Megabytes at the peak, of the whole process."""


def time_cases(cases: list[Case], runs: int) -> list[Figures]:
    """Every case once to warm up, then all of them in turn, again and again; what is slow but once."""
    warm = [run_once(case) for case in cases]
    taken = [[figures] if figures and figures[0] > SLOW else [] for figures in warm]
    quick = [n for n, figures in enumerate(warm) if figures and not taken[n]]
    for _ in range(runs):
        for number in quick:
            if figures := run_once(cases[number]):
                taken[number].append(figures)
    return [_take_medians(case, own) for case, own in zip(cases, taken, strict=True)]


def run_once(case: Case) -> tuple[float, float, float] | None:
    """Wall and processor seconds and peak megabytes of one run; None where it fails or is too slow."""
    begun = time.monotonic()
    reading, writing = pty.openpty() if case.is_terminal else os.pipe()
    with subprocess.Popen(  # noqa: S603  our own list of commands
        case.argv,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.DEVNULL,
        env={**_clean_environ(), **case.environ},
    ) as process:
        os.close(writing)
        said = _read_all(reading, process, begun + SLOWEST)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begun
    if process.returncode != 0:
        return None
    memory = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    if case.is_job:
        told = json.loads(said.splitlines()[-1])
        return told["wall"], told["cpu"], memory
    return wall, usage.ru_utime + usage.ru_stime, memory


def measure_growth(figures: list[Figures]) -> float | None:
    """The exponent by which processor time grows with the size: 1 is linear; None below two sizes."""
    points = [(math.log(f.case.size), math.log(f.cpu)) for f in figures if f.case.size and f.cpu]
    if len({x for x, _ in points}) < 2:
        return None
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def _read_all(reading: int, process: subprocess.Popen[bytes], until: float) -> bytes:
    said = b""
    with os.fdopen(reading, "rb", buffering=0) as stream, contextlib.suppress(OSError):
        os.set_blocking(reading, False)
        while process.returncode is None:
            piece = stream.read(1 << 16)
            if piece == b"":
                break
            if piece is None:
                if time.monotonic() > until:
                    process.kill()
                    break
                time.sleep(0.0005)
            else:
                said = (said + piece)[-LAST:]
    return said


def _clean_environ() -> dict[str, str]:
    """One thread for linear algebra, a wide terminal, and nothing that changes how Python starts."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "POLICYCMP"))}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**kept, **threads, "TERM": "xterm-256color", "COLUMNS": "120"}


def _take_medians(case: Case, taken: list[tuple[float, float, float]]) -> Figures:
    if not taken:
        return Figures(case=case, runs=0, wall=None, cpu=None, memory=None)
    wall, cpu, memory = (statistics.median(column) for column in zip(*taken, strict=True))
    return Figures(case=case, runs=len(taken), wall=wall, cpu=cpu, memory=memory)
