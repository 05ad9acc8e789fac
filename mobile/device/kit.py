"""The ports of a device, together: what the app is given once, and every screen may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mobile.device.feel import Feel, KeptFeel
from mobile.device.location import Locator, NoLocator
from mobile.device.power import GivenPower, Power
from mobile.device.recorder import NoRecorder, Recorder
from mobile.device.reminder import KeptReminders, Reminders
from mobile.device.scanner import NoScanner, Scanner
from mobile.device.share import FolderShare, Share


@dataclass(slots=True)
class Kit:
    """A device that can do little, unless it is given more: tests and the demo set what they need."""

    scanner: Scanner = field(default_factory=NoScanner)
    feel: Feel = field(default_factory=KeptFeel)
    locator: Locator = field(default_factory=NoLocator)
    share: Share = field(default_factory=lambda: FolderShare(Path.home() / "Downloads"))
    power: Power = field(default_factory=GivenPower)
    reminders: Reminders = field(default_factory=KeptReminders)
    recorder: Recorder = field(default_factory=NoRecorder)
