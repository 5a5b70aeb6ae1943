"""SHA-256 of bytes, without loading more than the digest costs.

`hashlib` loads OpenSSL, which takes as long as drawing a command's table does, and is some five
times as fast then. For small data Python's own code does, as for the standard library's `random`.
"""

from __future__ import annotations

try:
    from _sha2 import sha256  # type: ignore[import-not-found]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256

__all__ = ["digest_bytes"]

LARGE = 1 << 20
"""Bytes from which OpenSSL is worth loading."""


def digest_bytes(data: bytes) -> str:
    """The digest in 64 hexadecimal digits."""
    if len(data) < LARGE:
        return str(sha256(data).hexdigest())
    import hashlib

    return hashlib.sha256(data).hexdigest()
