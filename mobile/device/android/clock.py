"""The platform's clocks: time since the start of the tablet, sleep included, and which start it was."""

from __future__ import annotations

from datetime import UTC, datetime

from mobile.device.android.java import GlobalSettings, SystemClock, context
from mobile.device.clock import SystemClock as FileClock
from shared.clock import Reading


class AndroidClock:
    """Counts the starts by the system's own counter; where a vendor keeps none, as the desktop's clock does."""

    def __init__(self) -> None:
        count = int(GlobalSettings.getInt(context().getContentResolver(), GlobalSettings.BOOT_COUNT, -1))
        self._boot = f"boot-{count}" if count >= 0 else FileClock().read().boot

    def read(self) -> Reading:
        """Read wall and boot clock at once."""
        return Reading(datetime.now(UTC), self._boot, int(SystemClock.elapsedRealtime()))
