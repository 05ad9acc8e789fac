"""Reminders through the platform's AlarmManager; the Java half shows them and sets them again after a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from mobile.device.android.java import Alarms, Context, NotificationManager, context, system
from mobile.device.android.permission import Permissions
from mobile.device.permission import Wanted
from mobile.device.reminder import Reminder, kept_in
from mobile.text.device import DeviceTexts


class AndroidReminders:
    """Implements ``Reminders``. Inexact alarms: within minutes, also while the tablet dozes, without a permission."""

    def __init__(self, permissions: Permissions, texts: Callable[[], DeviceTexts]) -> None:
        self.permissions = permissions
        self.texts = texts
        self._has_asked = False

    @property
    def may_show(self) -> bool:
        return bool(system(NotificationManager, Context.NOTIFICATION_SERVICE).areNotificationsEnabled())

    def ask(self) -> None:
        self.permissions.ask(Wanted.NOTICE, lambda _may: None)

    def set(self, at: datetime, title: str, text: str, key: str) -> None:
        if not self._has_asked and not self.may_show and not self.permissions.was_asked(Wanted.NOTICE):
            self._has_asked = True  # with the first reminder, and never twice in a run of the app
            self.ask()
        at_ms = str(int(at.astimezone(UTC).timestamp() * 1000))
        Alarms.set(context(), key, at_ms, title, text, self.texts().channel_due)

    def clear(self, key: str) -> None:
        Alarms.clear(context(), key)

    def kept(self) -> tuple[Reminder, ...]:
        return kept_in(str(Alarms.kept(context())))
