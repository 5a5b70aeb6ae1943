"""What is timed inside a process: `python jobs.py NAME SIZE ...` does one thing and tells what it took.

Everything a job needs is made or imported before its clock starts, but for what it imports itself.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import jobs_agree
import jobs_align
import jobs_load
import jobs_measures
import jobs_output
import jobs_verify

if TYPE_CHECKING:
    from collections.abc import Callable

JOBS: dict[str, Callable[..., Callable[[], object]]] = {
    **jobs_load.JOBS,
    **jobs_agree.JOBS,
    **jobs_measures.JOBS,
    **jobs_align.JOBS,
    **jobs_verify.JOBS,
    **jobs_output.JOBS,
}


def main() -> None:
    """Do the job and print its wall and processor seconds as JSON."""
    name, *given = sys.argv[1:]
    work = JOBS[name](*given)
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}))


if __name__ == "__main__":
    main()
