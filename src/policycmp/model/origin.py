"""The files a corpus was read from."""

from __future__ import annotations

from policycmp.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file a corpus was read from, and the SHA-256 of its bytes in hexadecimal."""

    name: str
    digest: str
