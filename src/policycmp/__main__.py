"""`python -m policycmp`."""

from policycmp.cli import run

run()
