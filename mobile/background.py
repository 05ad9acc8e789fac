"""The sync service of Android: a process of its own that sends what waits while the app is behind other apps or gone.

It opens the same database as the app; the lock on ``sync.lock`` lets one of the two hold a session at a time, and a
session may be cut off after any step. It ends when everything is sent, or when trying again soon is of no use: then an
alarm starts it later. Kivy is never loaded here.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mobile import VERSION
from mobile.text import texts_for
from mobile.text.device import DeviceTexts
from shared.errors import RoundsError
from shared.sync.request import Outcome, SyncReport

if TYPE_CHECKING:
    from mobile.store.sqlite import SqliteTabletStore

log = logging.getLogger(__name__)
TRIES = 3
BETWEEN_TRIES_S = 20.0
SESSIONS = 100
"""More in one go would be a mistake of ours, and Android ends a service that sends for hours."""
SOONEST_S = 15 * 60
LATEST_S = 4 * 3600


class Sending(Protocol):
    """What the loop drives: one session, and how much waits afterwards."""

    def run_once(self) -> SyncReport | None:
        """Run one session; None if the app itself is in one."""

    def waiting(self) -> int:
        """Count the operations and photos that wait."""

    def failures(self) -> int:
        """Return how many sessions in a row have failed."""


def send_all(sending: Sending, rest: Callable[[float], object]) -> int | None:
    """Send until nothing waits; return None then, else in how many seconds it is worth trying again.

    `rest` waits for so many seconds.
    """
    fruitless = 0
    for _ in range(SESSIONS):
        before = sending.waiting()
        if not before:
            return None
        report = sending.run_once()
        has_moved = report is not None and report.outcome is Outcome.DONE and sending.waiting() < before
        fruitless = 0 if has_moved else fruitless + 1
        if fruitless >= TRIES:
            break
        if not has_moved:
            rest(BETWEEN_TRIES_S)
    return next_try_s(sending.failures()) if sending.waiting() else None


def next_try_s(failures: int) -> int:
    """Return when to start again after so many failed sessions in a row: a quarter of an hour, doubling to four hours."""
    return min(LATEST_S, SOONEST_S << min(max(failures // TRIES - 1, 0), 8))


class Tablet:
    """The tablet's own database and worker, as ``send_all`` drives them."""

    def __init__(self, home: Path) -> None:
        from mobile.device.android.clock import AndroidClock
        from mobile.device.android.power import AndroidPower
        from mobile.store.sqlite import SqliteTabletStore
        from mobile.worker import Worker
        from shared.sync.session import Gauges

        power = AndroidPower(home)
        self.store: SqliteTabletStore = SqliteTabletStore(home / "tablet.db", home / "photos")
        self.worker = Worker(
            self.store, AndroidClock(), VERSION, gauges=lambda: Gauges(power.battery_percent(), power.free_bytes())
        )

    def run_once(self) -> SyncReport | None:
        return self.worker.run_once()

    def waiting(self) -> int:
        return unsent(self.store)

    def failures(self) -> int:
        return self.store.failures()

    def texts(self) -> DeviceTexts:
        return texts_for(self.store.setting("language", "zh")).device


def unsent(store: SqliteTabletStore) -> int:
    """Count what a session could still send: operations, and photos of finished records."""
    state = store.sync_state()
    return state.waiting + state.photos_total - state.photos_sent - state.photos_damaged


def main() -> None:
    """Run the service; python-for-android starts this file in the service's process."""
    from android.storage import app_storage_path

    from mobile.device.android.sync import AndroidSync

    try:
        tablet = Tablet(Path(app_storage_path()))
    except RoundsError:  # the app mends its database when it is opened; nothing is to be done here
        log.exception("the service cannot open the store")
        return
    sync = AndroidSync(tablet.texts)
    pause = threading.Event()
    try:
        again_s = send_all(tablet, pause.wait)
    except RoundsError:
        log.exception("the service could not send")
        again_s = SOONEST_S
    if again_s is None:
        sync.settled()
    else:
        sync.later(again_s)


if __name__ == "__main__":
    main()
