"""A recheck: how it looked before, what is found now, the photo from the same angle, the signature."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.screens.note import write
from mobile.screens.photo import compare, shoot_like, show_kept, show_photo
from mobile.screens.screen import Screen
from mobile.screens.signing import names_of, on_signer
from mobile.screens.voice import record_voice
from mobile.views.parts import PhotoView
from mobile.views.recheck import RecheckView, recheck_view
from mobile.widgets import kv
from mobile.widgets.signature import Stroke
from shared.ids import HazardId, PhotoId, RecheckId
from shared.model.hazard import RecheckResult


class RecheckScreen(Screen):
    """Shows one RecheckView."""

    view: RecheckView = ObjectProperty(RecheckView(), rebind=True)
    is_wide = BooleanProperty(True)
    is_short = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self._recheck = RecheckId("")
        super().__init__(**kwargs)
        self._side = self.ids.side.__self__  # an id alone does not keep what is taken out
        self.fbind("is_short", self._place_signers)
        self._place_signers()

    def _place_signers(self, *_: object) -> None:
        """Put who signs beside the form or under it; at its end where there is no room for both."""
        wanted = (self.ids.pile if self.is_short else self.ids.middle).__self__
        if self._side.parent is not wanted:
            self._side.parent.remove_widget(self._side)
            wanted.add_widget(self._side)

    def show(self, record: str, item: str) -> None:
        self._recheck = RecheckId(record)
        self.desk.do(lambda: actions.go_on_with(self.desk.tablet, record))
        self.desk.remember("recheck", record)
        self.refresh()

    def refresh(self) -> None:
        signatures, names = self.desk.tablet.store.signatures_of(self._recheck), names_of(self.desk, self._recheck)
        view = recheck_view(self.desk.setting(), self._recheck, signatures, names) if self._recheck else None
        if view is None:
            self.desk.router.go("rounds")
            return
        self.view = view

    def set_result(self, key: str) -> None:
        self._do(lambda: actions.set_recheck(self.desk.tablet, self._recheck, result=RecheckResult(key)))

    def set_deadline(self, key: str) -> None:
        day = date.fromisoformat(key)
        self._do(lambda: actions.set_recheck(self.desk.tablet, self._recheck, new_deadline_on=day))

    def _set_note(self, text: str) -> None:
        self._do(lambda: actions.set_recheck(self.desk.tablet, self._recheck, note=text))

    def _do(self, act: Callable[[], object]) -> None:
        self.desk.do(act)
        self.refresh()

    def write_note(self) -> None:
        speak = partial(record_voice, self.desk, self._recheck)
        write(self.desk, self.view.note_title, self.view.note, "", self.view.phrases, self._set_note, voice=speak)

    def take_photo(self) -> None:
        """Show where the photo from before was taken, if it is here; then open the camera."""
        before = next((photo for photo in self.view.before if photo.thumb), None)
        if before is None:
            self.desk.take_photo(self._recheck)
        else:
            shoot_like(self.desk, before, lambda: self.desk.take_photo(self._recheck))

    def show_old(self, key: str) -> None:
        photo: PhotoView | None = next((p for p in (*self.view.before, *self.view.after) if p.key == key), None)
        if photo is not None:
            show_kept(self.desk, photo)

    def compare(self) -> None:
        """Lay the photo from before over the newest one of now."""
        before = next((photo for photo in self.view.before if photo.thumb), None)
        now = next((photo for photo in reversed(self.view.photos) if photo.thumb), None)
        if before is not None and now is not None:
            compare(self.desk, before, PhotoId(now.key))

    def show_new(self, key: str) -> None:
        show_photo(self.desk, PhotoId(key), self.refresh, may_drop=True)

    def on_signer(self, event: str, signer: str, strokes: tuple[Stroke, ...] = ()) -> None:
        """Take a signature, wipe it off, or ask for the name of who signs for the unit."""
        view = next(one for one in self.view.signers if one.signer == signer)
        on_signer(self.desk, self._recheck, view, event, self.refresh, strokes)

    def raise_another(self) -> None:
        """Report another hazard that is seen at the recheck."""
        hazard = self.desk.tablet.store.hazard(HazardId(self.view.hazard))
        point, unit = (hazard.point, hazard.unit) if hazard is not None else (None, None)
        tablet = self.desk.tablet
        self.desk.router.go("report", actions.start_hazard(tablet, point, unit, "recheck"))

    def submit(self) -> None:
        """Finish the recheck, or say what is missing."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        if not self.desk.do(lambda: actions.finish_recheck(self.desk.tablet, self._recheck)):
            return
        hazard = self.view.hazard
        self._recheck = RecheckId("")
        self.desk.wake()
        self.desk.router.back()
        self.desk.router.replace("hazard", hazard)
        self.desk.shell.say(self.desk.texts.recheck_done, "check-circle")


kv.load(__file__)
