"""Commands on a terminal of their own."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import sys
import termios

from processes import ROOT, clean_environ


def run_on_terminal(*args: str, columns: int = 80, lines: int = 24, **environ: str) -> tuple[int, str]:
    """The exit code of `policycmp ARGS` on a terminal of that size, and all that it shows there."""
    set_for_it = clean_environ(**{"PAGER": "", **environ})
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "policycmp", *args],
        {**set_for_it, "PYTHONPATH": str(ROOT / "src")},
        file_actions=[(os.POSIX_SPAWN_DUP2, slave, number) for number in (0, 1, 2)],
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            read = os.read(master, 1 << 16)
        except OSError:  # the last writer has gone
            break
        if not read:
            break
        shown += read
    os.close(master)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")
