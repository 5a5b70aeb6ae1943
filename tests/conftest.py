"""What holds for every test: no timing decides one."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("timeless", deadline=None)
settings.load_profile("timeless")
