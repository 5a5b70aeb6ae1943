"""How large a thing may be that comes from elsewhere, each by its name; the environment can set another.

They lie far beyond what people write, and below what fills a machine's memory or buries a table. What is
larger is refused, with its place and the variable that allows more.
"""

from __future__ import annotations

import os

from policycmp.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The most there may be of something."""

    usual: int
    variable: str
    """The environment variable that sets another."""
    of: str
    """What is counted."""

    @property
    def most(self) -> int:
        """The limit in force; the usual one where the variable holds no whole number above 0."""
        given = os.environ.get(self.variable, "")
        return (
            int(given)
            if given.isascii() and given.isdecimal() and 0 < len(given) < 16 and int(given)
            else self.usual
        )

    def describe(self, found: str) -> tuple[str, str]:
        """What is wrong with something larger, and what to do."""
        return f"{found} than {self.most:,} {self.of}", f"shorten it, or set {self.variable} to allow more"


FILE = Limit(usual=256 << 20, variable="POLICYCMP_MAX_FILE", of="bytes")
"""A file that is read, or standard input."""
TEXT = Limit(usual=1_000_000, variable="POLICYCMP_MAX_TEXT", of="characters")
"""A text, such as a quote, a summary or a note."""
NAME = Limit(usual=1_000, variable="POLICYCMP_MAX_NAME", of="characters")
"""A title, a name, an alias or a label, which become the heads of tables."""
ID = Limit(usual=200, variable="POLICYCMP_MAX_ID", of="characters")
"""An id."""
DEPTH = Limit(usual=32, variable="POLICYCMP_MAX_DEPTH", of="levels")
"""Lists and mappings in one another."""
