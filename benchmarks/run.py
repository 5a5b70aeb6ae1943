"""What policycmp costs, side by side with what else one might use.

    python benchmarks/run.py [--quick] [--only NAME]

makes an environment of its own, installs policycmp as it stands here and the peers into it, runs
everything in turn and prints one table a group. A full run takes half an hour.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from commands import list_measurings, list_screens, list_sizes, list_starts
from libraries import (
    list_agreements,
    list_alignments,
    list_lines,
    list_loads,
    list_measures,
    list_outputs,
    list_verifications,
)
from peers import build_environment, list_versions
from setting import Setting
from table import write_group
from timing import time_cases

GROUPS = {
    "start": list_starts,
    "terminal": list_screens,
    "load": list_loads,
    "lines": list_lines,
    "sizes": list_sizes,
    "measuring": list_measurings,
    "agree": list_agreements,
    "measures": list_measures,
    "align": list_alignments,
    "verify": list_verifications,
    "output": list_outputs,
}
"""In the order of the report. The first case of a group is the reference of its table."""


def main() -> None:
    """Run what is asked for and print it as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small sizes and few runs")
    parser.add_argument("--only", choices=list(GROUPS), action="append", help="a group; repeatable")
    asked = parser.parse_args()
    programs = build_environment()
    print(describe_run(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # where no corpus is, so that the one that ships is in force
        setting = Setting(programs, Path(folder), quick=asked.quick)
        for name in asked.only or GROUPS:
            group = GROUPS[name](setting)
            figures = time_cases(list(group.cases), group.runs)
            print("".join(write_group(group.title, group.note, figures)), end="", flush=True)


def describe_run() -> str:
    """The day, the machine and the versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now().astimezone():%Y-%m-%d}: {platform.system()} on {platform.machine()}, "
        f"{os.cpu_count()} processors, {memory:.0f} GiB, Python {platform.python_version()}.\n"
        f"Peers: {list_versions()}.\n\n"
        "Medians of runs in turn; CPU is user and system time of the process, all threads. "
        "`× reference` and `ours ÷ this` compare CPU at the same size; `growth` is the exponent of CPU over "
        "the sizes, 1 being linear."
    )


if __name__ == "__main__":
    main()
