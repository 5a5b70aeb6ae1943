"""Files that are being written, beside the ones that they will replace, and those that a killed run left."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

PREFIX, SUFFIX = ".policycmp-", ".tmp"
"""How each is named, so that it is known for ours."""
OLD = 24 * 60 * 60
"""Seconds after which nobody is still writing one."""
_TRIES = 100


def open_scratch(folder: Path, mode: int) -> tuple[BinaryIO, Path]:
    """A new file in the folder, open for writing, with these permissions less the user's mask.

    What was left in the folder long ago is swept up on the way. Raises OSError.
    """
    sweep_scratch(folder)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for attempt in range(_TRIES):
        path = folder / f"{PREFIX}{os.getpid():x}-{time.time_ns():x}-{attempt}{SUFFIX}"
        with contextlib.suppress(FileExistsError):
            return os.fdopen(os.open(path, flags, mode), "wb"), path
    raise FileExistsError(f"no name for a new file is free in {folder}")


def sweep_scratch(folder: Path) -> None:
    """Delete what runs of ours that were killed left in the folder, if it is older than a day."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX) and _is_left(entry):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def is_own(state: os.stat_result) -> bool:
    """Whether the file or folder is this user's; always, where the system does not say."""
    return not hasattr(os, "geteuid") or state.st_uid == os.geteuid()


def _is_left(entry: os.DirEntry[str]) -> bool:
    state = entry.stat(follow_symlinks=False)
    return stat.S_ISREG(state.st_mode) and is_own(state) and state.st_mtime < time.time() - OLD
