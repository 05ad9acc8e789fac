"""The device's clocks: the wall clock, which may be wrong, and the boot clock, which only counts (also while asleep)."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from shared.clock import Reading

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Reads ``CLOCK_BOOTTIME`` where there is one. Where the system names no boot, each run counts as one."""

    def __init__(self, boot_id: Path = BOOT_ID) -> None:
        has_boottime = hasattr(time, "CLOCK_BOOTTIME")
        self._boot = _boot(boot_id) if has_boottime else _this_run()

    def read(self) -> Reading:
        """Read wall and boot clock at once."""
        return Reading(datetime.now(UTC), self._boot, _boottime_ms())


def _boot(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip() or _this_run()
    except OSError:
        return _this_run()


def _this_run() -> str:
    import uuid  # loaded only where the system names no boot

    return f"run-{uuid.uuid4()}"


def _boottime_ms() -> int:
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.monotonic_ns() if clock is None else time.clock_gettime_ns(clock)) // 1_000_000
