"""Sync: whether everything is safe, and if not, what waits and why."""

from __future__ import annotations

from collections.abc import Iterable

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.frame import with_badge
from mobile.views.sync import SyncView, sync_view
from mobile.widgets import kv, trouble
from shared.ids import OpId

__all__ = ["SyncScreen", "trouble"]

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
        self.view = sync_view(self.desk.setting(), self.desk.free_bytes())
        self.ids.queue.views = list(self.view.queue)
        shell = self.desk.shell
        shell.destinations = with_badge(tuple(shell.destinations), "sync", len(self.view.parked))

    def allow_deletions(self) -> None:
        """Let the server delete as much as it wants to, once the office was asked."""
        self.desk.do(lambda: actions.allow_deletions(self.desk.tablet))
        self.refresh()

    def note_salvage(self) -> None:
        """Take note that this tablet's data was damaged and saved."""
        self.desk.do(lambda: actions.note_salvage(self.desk.tablet))
        self.refresh()

    def dismiss(self) -> None:
        """Take what the server could not apply off the list; it keeps it for the office."""
        if self._dismiss(one.op_id for one in self.desk.tablet.store.sync_state().parked if not one.is_here):
            self.desk.shell.say(self.desk.texts.parked_dismissed, "check")

    def take_note(self) -> None:
        """Take what the office has settled off the list."""
        self._dismiss(one.op_id for one in self.desk.tablet.store.sync_state().answered)

    def _dismiss(self, ops: Iterable[OpId]) -> bool:
        def understood() -> None:
            for op_id in ops:
                actions.dismiss(self.desk.tablet, op_id)

        is_done = self.desk.do(understood)
        self.refresh()
        return is_done

    def sync_now(self) -> None:
        """Synchronise at once; asked during a session, another one follows it."""
        self.desk.do(lambda: actions.ask_everything(self.desk.tablet))
        self.desk.wake()
        self.desk.shell.say(self.desk.texts.sync_started, "cloud-sync-outline")


kv.load(__file__)
