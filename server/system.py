"""The real clock and the real source of ids; everything else gets them passed in."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from shared.clock import Reading
from shared.ids import uuid7

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """This machine's clocks. Without a boot clock (macOS, Windows) the monotonic one stands in."""

    def __init__(self) -> None:
        self._boot = _BOOT_ID.read_text().strip() if _BOOT_ID.exists() else f"process-{os.getpid()}"
        self._clock_id = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

    def read(self) -> Reading:
        """Read wall and boot clock at once."""
        elapsed_s = time.clock_gettime(self._clock_id)
        return Reading(datetime.now(UTC), self._boot, int(elapsed_s * 1000))


class SystemIds:
    """UUIDv7 from the time and the system's randomness."""

    def new(self) -> str:
        """Return a new id."""
        return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
