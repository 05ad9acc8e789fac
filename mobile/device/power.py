"""Battery and free space, for the office's list of tablets."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

BATTERY = Path("/sys/class/power_supply/BAT0/capacity")


class Power(Protocol):
    """What the device says about itself; None where it does not say."""

    def battery_percent(self) -> int | None: ...
    def free_bytes(self) -> int | None: ...


class SystemPower:
    """The twin for Linux, Windows and macOS, and for Android as far as its files can be read."""

    def __init__(self, folder: Path, battery: Path = BATTERY) -> None:
        self.folder = folder
        self.battery = battery

    def battery_percent(self) -> int | None:
        """Read the battery's charge, 0..100."""
        try:
            return max(0, min(100, int(self.battery.read_text(encoding="ascii"))))
        except (OSError, ValueError):
            return None

    def free_bytes(self) -> int | None:
        """Return the space left where this tablet keeps its work."""
        try:
            return shutil.disk_usage(self.folder).free
        except OSError:
            return None
