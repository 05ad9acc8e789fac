"""Puts the twins of an Android tablet together, and follows the app to the background and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mobile.device.android.answers import Answers
from mobile.device.android.camera import AndroidCamera
from mobile.device.android.feel import AndroidFeel
from mobile.device.android.java import Build, context, warm
from mobile.device.android.location import AndroidLocator
from mobile.device.android.permission import Permissions
from mobile.device.android.power import AndroidPower
from mobile.device.android.recorder import AndroidRecorder
from mobile.device.android.reminder import AndroidReminders
from mobile.device.android.scanner import AndroidScanner
from mobile.device.android.share import AndroidShare
from mobile.device.android.sync import AndroidSync
from mobile.device.android.text_entry import AndroidTextEntry
from mobile.device.files import PhotoFiles
from mobile.device.kit import Kit
from mobile.text.device import DeviceTexts

WAITS_AFTER_S = 15 * 60
"""If the app does not come back from the camera, sending begins after so long."""


class AndroidDevice:
    """All twins of the app's own process, made once on its first thread.

    `texts` gives the words of the language that the app shows, `is_quiet` whether signs are switched off.
    """

    def __init__(
        self,
        home: Path,
        files: PhotoFiles,
        texts: Callable[[], DeviceTexts],
        is_quiet: Callable[[], bool],
        now: Callable[[], datetime],
    ) -> None:
        warm()
        self.name = f"{Build.MANUFACTURER} {Build.MODEL}"[:100]
        answers, permissions = Answers(), Permissions(texts)
        self._answers = answers
        self.camera = AndroidCamera(files, answers, permissions)
        self.text_entry = AndroidTextEntry(texts)
        self.sync = AndroidSync(texts)
        self.power = AndroidPower(home)
        self._scanner = AndroidScanner(answers, permissions, texts)
        self._locator = AndroidLocator(permissions, now)
        self._recorder = AndroidRecorder(permissions)
        self._feel = AndroidFeel(is_quiet)
        self.kit = Kit(
            scanner=self._scanner,
            feel=self._feel,
            locator=self._locator,
            share=AndroidShare(Path(str(context().getCacheDir().getPath())) / "shared"),
            power=self.power,
            reminders=AndroidReminders(permissions, texts),
            recorder=self._recorder,
        )

    def pause(self, *, has_unsent: bool) -> None:
        """Go to the background: give back what costs battery, and let the service send what waits."""
        self._scanner.pause()
        self._locator.rest()
        self._recorder.pause()
        self._recorder.quiet()
        self._feel.close()
        if not has_unsent:
            self.sync.settled()
        elif self._answers.is_waiting:  # a second Python beside the camera would cost the memory that it wants
            self.sync.later(WAITS_AFTER_S)
        else:
            self.sync.start()

    def resume(self) -> None:
        """Come to the front: from here on the app itself sends."""
        self.sync.stop()
        self._scanner.resume()
