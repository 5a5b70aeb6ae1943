"""Digests are those of the standard library, without what it loads for them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from policycmp.digest import digest_bytes


@pytest.mark.parametrize("data", [b"", b"a bus lane", bytes(range(256)) * 1000, bytes(2 << 20)])
def test_the_digest_is_sha256(data):
    assert digest_bytes(data) == hashlib.sha256(data).hexdigest()


def test_hashlib_is_not_loaded():
    told = "import sys, policycmp.digest; print('hashlib' in sys.modules)"
    environ = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}  # which loads it
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, env=environ
    )
    assert done.stdout == "False\n"
