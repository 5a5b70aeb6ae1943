"""Corpora that were read before, kept in the user's cache directory.

A corpus that has not changed since is read back three to six times as fast, without the readers and
their checks being imported. What is kept goes by the state of the file (device, inode,
size, and when it and its entry last changed, which nobody can set), the version and the state of our own
modules; it is JSON behind the file's SHA-256 and a check sum. The folder and what is in it are this user's
alone. What cannot be read back as it was written, or what others may have written, is as if it were not
there. `POLICYCMP_CACHE=off` and `--no-cache` keep nothing and look nothing up.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from policycmp.model.origin import Origin
from policycmp.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policycmp.corpusfile.inputs import Input
    from policycmp.model.corpus import Corpus

VARIABLE = "POLICYCMP_CACHE"
"""The environment variable that switches it off."""
KEPT = 8
"""How many corpora are kept, the latest ones."""
LARGEST = 64 << 20
"""Bytes; a larger corpus is not kept."""
RACY = 1_000_000_000
"""Nanoseconds; a file that changed so lately may change again without its times telling."""


def recall_corpus(given: Input, environ: Mapping[str, str]) -> Corpus | None:
    """The corpus in the file as it was kept; None where it was not."""
    place = _find_place(given, environ)
    return _read_kept(place, given.name) if place else None


def keep_corpus(given: Input, environ: Mapping[str, str], corpus: Corpus) -> None:
    """Keep the corpus in the file, which nothing but the file must have gone into: whole or not at all,
    and silently not where nothing can be written."""
    place = _find_place(given, environ)
    if place and given.state and time.time_ns() - given.state.st_ctime_ns > RACY:
        _keep(place, corpus, given.digest)


def _find_place(given: Input, environ: Mapping[str, str]) -> Path | None:
    """Where the corpus in the file is kept; None for one that is not. The suffix is part of it, since
    it may be that which says how the bytes are to be read."""
    state = given.state
    if state is None or state.st_size > LARGEST or environ.get(VARIABLE) == "off":
        return None
    marks = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    suffix = "".join(filter(str.isalnum, given.suffix))[:8]
    name = f"{'-'.join(f'{mark:x}' for mark in marks)}-{suffix}-{__version__}-{_sign_modules()}.json"
    return find_cache(environ) / "corpora" / name


def find_cache(environ: Mapping[str, str]) -> Path:
    """Our directory for what can be made again; it need not exist."""
    if sys.platform == "linux":  # as platformdirs has it, without importing that
        base = environ.get("XDG_CACHE_HOME", "").strip()
        # A path that is not absolute is to be ignored, says the XDG Base Directory Specification.
        return (Path(base) if base.startswith("/") else Path("~/.cache").expanduser()) / "policycmp"
    from platformdirs import user_cache_path

    return user_cache_path("policycmp", appauthor=False)


def _sign_modules() -> str:
    """What changes when the modules do that make a corpus of a file, even within one version."""
    size = newest = 0
    package = Path(__file__).parent.parent
    for folder in ("load", "corpusfile", "corpusfile/readers", "model"):
        with contextlib.suppress(OSError), os.scandir(package / folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    size += state.st_size
                    newest = max(newest, state.st_mtime_ns)
    return f"{size:x}{newest:x}"


def _read_kept(kept: Path, name: str) -> Corpus | None:
    """What was kept there; None where nothing was, or it is not as it was written."""
    try:
        if not _is_private(kept):
            return None
        head, body = kept.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    import json
    from zlib import crc32

    from policycmp.load.cache_packing import unpack_corpus

    try:
        digest, check = head.decode("ascii").split(" ")
        origin = Origin(name=name, digest=digest)
        return unpack_corpus(json.loads(body), origin) if int(check) == crc32(body) else None
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError):
        return None


def _is_private(kept: Path) -> bool:
    """Whether nobody but this user can have written the file: it is theirs, and so is its folder, and
    others may write to neither."""
    from policycmp.scratch import is_own

    states = (kept.stat(), kept.parent.stat())
    return all(is_own(state) and not (os.name == "posix" and state.st_mode & 0o022) for state in states)


def _keep(kept: Path, corpus: Corpus, digest: str) -> None:
    import json
    from zlib import crc32

    from policycmp.load.cache_packing import pack_corpus
    from policycmp.scratch import open_scratch

    draft = None
    try:
        body = json.dumps(pack_corpus(corpus), ensure_ascii=False, separators=(",", ":")).encode()
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.parent.chmod(0o700)
        file, draft = open_scratch(kept.parent, 0o600)
        with file:
            file.write(b"%s %d\n%s" % (digest.encode(), crc32(body), body))
        draft.replace(kept)
        _forget_old(kept.parent)
    except (OSError, ValueError):
        if draft is not None:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
