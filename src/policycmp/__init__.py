"""Compare policy positions: who stands where, on what, since when, and where it says so."""

from __future__ import annotations
