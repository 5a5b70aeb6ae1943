"""NumPy, brought in once for all that is measured with it, on one thread.

A second thread of its linear algebra saves a twentieth of the time on an idle machine and takes nearly twice
as long on a busy one. Whoever has said how many threads there shall be gets them.
"""

from __future__ import annotations

import os

THREADS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
"""What the libraries that NumPy may be built with look at while they are loaded, and not again."""

_said = any(name in os.environ for name in THREADS)
if not _said:
    os.environ.update(dict.fromkeys(THREADS, "1"))
try:
    import numpy as np
finally:
    if not _said:
        for _name in THREADS:
            os.environ.pop(_name, None)

__all__ = ["np"]
