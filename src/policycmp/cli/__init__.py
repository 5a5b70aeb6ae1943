"""The command line: the order of the stages, the options, the writing."""

from __future__ import annotations

import sys


def run() -> None:
    """The console script."""
    from policycmp.cli.main import main

    sys.exit(main(sys.argv[1:]))
