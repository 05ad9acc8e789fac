"""Battery, its saver and free space: for the office's list of tablets and for the check at the start of a shift."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

BATTERY = Path("/sys/class/power_supply/BAT0")


class Power(Protocol):
    """What the device says about itself; None where it does not say."""

    def battery_percent(self) -> int | None: ...

    def is_charging(self) -> bool | None: ...

    def is_saver_on(self) -> bool | None:
        """Tell whether the system saves battery, and so delays what runs in the background."""

    def is_exempt(self) -> bool | None:
        """Tell whether the system lets this app send in the background although it saves battery."""

    def ask_exemption(self) -> None:
        """Show the system's own question whether this app may; nothing happens where there is none."""

    def free_bytes(self) -> int | None: ...

    def is_encrypted(self) -> bool | None:
        """Tell whether the system encrypts what this app stores."""

    def has_screen_lock(self) -> bool | None:
        """Tell whether a PIN, a pattern or a password locks the tablet; without one, encryption keeps nobody out."""


class SystemPower:
    """The twin for Linux, Windows and macOS, as far as the system's files can be read."""

    def __init__(self, folder: Path, battery: Path = BATTERY) -> None:
        self.folder = folder
        self.battery = battery

    def battery_percent(self) -> int | None:
        """Read the battery's charge, 0..100."""
        try:
            return max(0, min(100, int(self._read("capacity"))))
        except (OSError, ValueError):
            return None

    def is_charging(self) -> bool | None:
        try:
            return self._read("status").strip() in {"Charging", "Full", "Not charging"}
        except (OSError, ValueError):
            return None

    def is_saver_on(self) -> bool | None:
        return None

    def is_exempt(self) -> bool | None:
        return None

    def ask_exemption(self) -> None:
        """Nobody would answer here."""

    def free_bytes(self) -> int | None:
        """Return the space left where this tablet keeps its work."""
        try:
            return shutil.disk_usage(self.folder).free
        except OSError:
            return None

    def is_encrypted(self) -> bool | None:
        return None

    def has_screen_lock(self) -> bool | None:
        return None

    def _read(self, name: str) -> str:
        return (self.battery / name).read_text(encoding="ascii")


class GivenPower:
    """A twin whose gauges are set by hand; for the demo and for tests."""

    def __init__(
        self,
        battery: int | None = 80,
        *,
        charging: bool | None = False,
        saver: bool | None = False,
        exempt: bool | None = True,
        free: int | None = 8 << 30,
        encrypted: bool | None = True,
        locked: bool | None = True,
    ) -> None:
        self.battery, self.charging, self.saver, self.exempt, self.free = battery, charging, saver, exempt, free
        self.encrypted, self.locked = encrypted, locked

    def battery_percent(self) -> int | None:
        return self.battery

    def is_charging(self) -> bool | None:
        return self.charging

    def is_saver_on(self) -> bool | None:
        return self.saver

    def is_exempt(self) -> bool | None:
        return self.exempt

    def ask_exemption(self) -> None:
        """Answer as a person who allows it."""
        self.exempt = True

    def free_bytes(self) -> int | None:
        return self.free

    def is_encrypted(self) -> bool | None:
        return self.encrypted

    def has_screen_lock(self) -> bool | None:
        return self.locked
