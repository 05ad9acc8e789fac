"""Sending goes on behind the screen: a foreground service while there is something to send, an alarm to try again."""

from __future__ import annotations

from collections.abc import Callable

from mobile.device.android.java import SyncStarter, context, tolerated
from mobile.text.device import DeviceTexts


class AndroidSync:
    """Starts and ends the sync service (``mobile/background.py``, a process of its own)."""

    def __init__(self, texts: Callable[[], DeviceTexts]) -> None:
        self.texts = texts

    def start(self) -> None:
        """Let the service send what waits; where the system forbids it now, a notification says that work waits."""
        texts = self.texts()
        with tolerated("starting the sync service"):
            SyncStarter.start(
                context(), texts.channel_sync, texts.sync_running, texts.sync_waits_title, texts.sync_waits
            )

    def stop(self) -> None:
        """End the service: the app itself sends again."""
        with tolerated("stopping the sync service"):
            SyncStarter.stop(context())

    def later(self, wait_s: int) -> None:
        """Start the service in about `wait_s` seconds, whether the app runs then or not."""
        texts = self.texts()
        with tolerated("setting the alarm of the sync service"):
            SyncStarter.later(
                context(),
                str(wait_s),
                texts.channel_sync,
                texts.sync_running,
                texts.sync_waits_title,
                texts.sync_waits,
            )

    def settled(self) -> None:
        """Forget the alarm: everything is sent."""
        with tolerated("clearing the alarm of the sync service"):
            SyncStarter.settled(context())
