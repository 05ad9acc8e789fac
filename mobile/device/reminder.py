"""Reminders that the system shows at a given time, also while the app is not running: rounds that are due."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Reminder:
    """One notification to come: when (UTC), its two lines, and the key by which it is replaced or cleared."""

    at: datetime
    title: str
    text: str
    key: str


class Reminders(Protocol):
    """Keeps at most one reminder per key. They survive a restart of the tablet; the time is kept within minutes."""

    @property
    def may_show(self) -> bool:
        """Tell whether the person allows notifications; if not, reminders are kept and not seen."""

    def ask(self) -> None:
        """Ask the person to allow notifications, once; nothing happens where that is settled."""

    def set(self, at: datetime, title: str, text: str, key: str) -> None:
        """Remind at ``at``; what was set for ``key`` before is replaced. A time that has passed reminds at once."""

    def clear(self, key: str) -> None:
        """Forget the reminder of ``key`` and take its notification away, if there is one."""

    def kept(self) -> tuple[Reminder, ...]:
        """List what is set and not yet shown, earliest first."""


class KeptReminders:
    """The desktop's twin: keeps what is set while the app runs and shows nothing; ``kept`` tells it."""

    may_show = True

    def __init__(self) -> None:
        self._kept: dict[str, Reminder] = {}

    def ask(self) -> None:
        """Nothing is to be allowed here."""

    def set(self, at: datetime, title: str, text: str, key: str) -> None:
        self._kept[key] = Reminder(at, title, text, key)

    def clear(self, key: str) -> None:
        self._kept.pop(key, None)

    def kept(self) -> tuple[Reminder, ...]:
        return tuple(sorted(self._kept.values(), key=lambda one: (one.at, one.key)))


def kept_in(document: str) -> tuple[Reminder, ...]:
    """Read the list that the Java half keeps, earliest first; what cannot be read is left out."""
    reminders = []
    for one in json.loads(document or "[]"):
        try:
            at = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(one["at_ms"]))
            reminders.append(Reminder(at, str(one["title"]), str(one["text"]), str(one["key"])))
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
    return tuple(sorted(reminders, key=lambda one: (one.at, one.key)))
