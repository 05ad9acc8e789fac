"""The device of a desktop: twins that need no tablet, and no background to go to."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.device.camera import Camera
from mobile.device.kit import Kit
from mobile.device.power import Power
from mobile.device.text_entry import TextEntry


@dataclass
class DesktopDevice:
    """Has what an ``AndroidDevice`` has; Kivy's own text field works here, so there is no other."""

    name: str
    camera: Camera
    power: Power
    kit: Kit
    text_entry: TextEntry | None = None

    def pause(self, *, has_unsent: bool) -> None:
        """A desktop's window goes on behind others."""

    def resume(self) -> None:
        """Nothing was put aside."""
