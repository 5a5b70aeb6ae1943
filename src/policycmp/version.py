"""The version, and that of what is written, kept alone so that asking for them imports nothing else."""

__version__ = "0.1.0"

SCHEMA = "policycmp/1"
"""What JSON documents written by policycmp say they are: the promise that their shape keeps. A change
that breaks a reader raises it."""
