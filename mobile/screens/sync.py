"""Sync: whether everything is safe, and if not, what waits and why."""

from __future__ import annotations

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.sync import SyncView, sync_view
from mobile.widgets import kv

REFRESH_S = 15.0


class SyncScreen(Screen):
    """Shows one SyncView; its times ("3 分钟前") move on while it is shown."""

    view: SyncView = ObjectProperty(SyncView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._again = Clock.create_trigger(lambda _: self._tick(), REFRESH_S)

    def show(self, record: str, item: str) -> None:
        self._tick()

    def _tick(self) -> None:
        self.refresh()
        self._again()

    def leave(self) -> None:
        self._again.cancel()

    def refresh(self) -> None:
        self.view = sync_view(self.desk.setting())
        self.ids.parked.views = list(self.view.parked)

    def allow_deletions(self) -> None:
        """Let the server delete as much as it wants to, once the office was asked."""
        self.desk.do(lambda: actions.allow_deletions(self.desk.tablet))
        self.refresh()

    def dismiss(self) -> None:
        """Take what the server could not apply off the list; it keeps it for the office."""
        tablet = self.desk.tablet

        def understood() -> None:
            for parked in tablet.store.sync_state().parked:
                actions.dismiss(tablet, parked.op_id)

        if self.desk.do(understood):
            self.desk.shell.say(self.desk.texts.parked_dismissed, "check")
        self.refresh()

    def sync_now(self) -> None:
        if not self.view.is_running:
            self.desk.wake()
            self.desk.shell.say(self.desk.texts.sync_started, "cloud-sync-outline")


kv.load(__file__)
