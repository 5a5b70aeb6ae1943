"""The command line: the order of the stages, the options, the writing."""

from __future__ import annotations

import contextlib
import gc
import os
import sys

FEW_COLLECTIONS = 200_000
"""New objects before the collector looks for cycles. A run is short and makes next to none, while
the usual 700 has it walk over all that was imported dozens of times."""


def run() -> None:
    """The console script."""
    gc.set_threshold(FEW_COLLECTIONS)
    from policycmp.cli.main import main

    code = main(sys.argv[1:])
    with contextlib.suppress(AttributeError, OSError, ValueError):  # there may be no standard error
        sys.stderr.flush()
    # All is written: the system frees the memory at once, the interpreter object by object.
    os._exit(code)
