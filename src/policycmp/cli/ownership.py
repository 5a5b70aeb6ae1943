"""Which files policycmp wrote itself, so that a second run may replace the first one's output.

The cache directory holds one JSON file: path → SHA-256 of what was last written there. A file
that has changed since is no longer ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from typing import TYPE_CHECKING

from policycmp.load.cache import find_cache

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 500
"""How many files are remembered, the latest ones."""


def is_own(path: Path) -> bool:
    """Whether the file is exactly as policycmp last wrote it."""
    return _read_register().get(str(path.absolute())) == _digest(path)


def remember(path: Path) -> None:
    """Note that policycmp wrote the file; silently not, where no cache can be kept."""
    register = _read_register()
    register.pop(str(path.absolute()), None)
    register[str(path.absolute())] = _digest(path)
    latest = dict(list(register.items())[-KEPT:])
    with contextlib.suppress(OSError):
        place = _find_register()
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(".new")
        draft.write_text(json.dumps(latest, indent=1), encoding="utf-8")
        draft.replace(place)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _find_register() -> Path:
    return find_cache(os.environ) / "written.json"


def _read_register() -> dict[str, str]:
    try:
        register = json.loads(_find_register().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return register if isinstance(register, dict) else {}
