"""One hazard, and the way to its recheck."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.screens.photo import show_kept
from mobile.screens.screen import Screen
from mobile.views.hazard import HazardView, hazard_view
from mobile.views.parts import PhotoView
from mobile.widgets import kv
from shared.errors import RoundsError
from shared.ids import HazardId, NoticeId


class HazardScreen(Screen):
    """Shows one HazardView."""

    view: HazardView = ObjectProperty(HazardView(), rebind=True)
    is_wide = BooleanProperty(True)

    def __init__(self, **kwargs: object) -> None:
        self._hazard = HazardId("")
        super().__init__(**kwargs)

    def show(self, record: str, item: str) -> None:
        self._hazard = HazardId(record)
        self.desk.remember("hazard", record)
        self.refresh()

    def refresh(self) -> None:
        view = hazard_view(self.desk.setting(), self._hazard) if self._hazard else None
        if view is None:
            self.desk.router.go("hazards")
            return
        self.view = view

    def show_photo(self, key: str) -> None:
        photo: PhotoView | None = next((p for p in (*self.view.before, *self.view.after) if p.key == key), None)
        if photo is not None:
            show_kept(self.desk, photo)

    def act(self) -> None:
        """Do what the button says: recheck, recheck all of its notice, or write its notice; what was begun is gone on with."""
        tablet = self.desk.tablet
        try:
            if self.view.act == "issue":
                self.desk.router.go("notice", actions.start_notice(tablet, [self._hazard]))
            elif self.view.act == "rechecks":
                notice = NoticeId(self.view.notice)
                actions.start_rechecks(tablet, notice)
                self.desk.router.go("rechecks", notice)
            else:
                self.desk.router.go("recheck", actions.start_recheck(tablet, self._hazard))
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")


kv.load(__file__)
