"""SHA-256 of bytes, by Python's own code where it has it.

`hashlib` loads OpenSSL, which costs every command as much as drawing its table does; the standard
library's `random` takes the same way round it.
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


def digest_bytes(data: bytes) -> str:
    """The digest in 64 hexadecimal digits."""
    return str(sha256(data).hexdigest())
