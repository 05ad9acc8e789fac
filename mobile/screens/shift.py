"""The check before work 开工自检: look, try, put right, begin."""

from __future__ import annotations

from pathlib import Path

from kivy.clock import mainthread
from kivy.properties import ObjectProperty

from mobile import actions
from mobile.device.picture import shrink
from mobile.screens.screen import Screen
from mobile.views.shift import ALLOW, LOCATE, SYNC, TRY, Gauged, ShiftView, check_tablet, shift_view
from mobile.widgets import kv
from mobile.widgets import shift as widgets
from mobile.widgets.sheet import PhotoSheet
from shared.errors import EvidenceMissingError
from shared.ids import PhotoId, ShiftId
from shared.model.shift import Check, Fitness

__all__ = ["ShiftScreen", "widgets"]


class ShiftScreen(Screen):
    """Shows one ShiftView. The shift's row is there before the first line is looked at."""

    view: ShiftView = ObjectProperty(ShiftView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._shift = ShiftId("")
        self._asked = ""
        super().__init__(**kwargs)

    def show(self, record: str, item: str) -> None:
        known = self.desk.tablet.store.shift(ShiftId(record)) if record else None
        if known is None or known.ended_at is not None:
            self.desk.do(self._begin)
        else:
            self._shift = known.id
        if self._shift:
            self.desk.remember("shift", self._shift)
            self.desk.locator.prepare()
        self.refresh()

    def leave(self) -> None:
        self.desk.locator.rest()

    def resume(self) -> None:
        self.desk.locator.prepare()

    def _begin(self) -> None:
        self._shift = actions.begin_shift(self.desk.tablet)

    def refresh(self) -> None:
        setting = self.desk.setting()
        shift = setting.source.shift(self._shift) if self._shift else None
        if shift is not None:
            self.view = shift_view(setting, shift, self._checks())

    def _checks(self) -> tuple[Check, ...]:
        desk = self.desk
        return check_tablet(desk.setting(), Gauged(desk.power, desk.scanner, desk.locator), self._shift)

    # ---------------------------------------------------------------- what can be done about a line
    def act(self, act: str) -> None:
        """Do what a line offers."""
        if act == SYNC:
            self.desk.do(lambda: actions.ask_everything(self.desk.tablet))
            self.desk.wake()
            self.desk.shell.say(self.desk.texts.sync_started, "cloud-sync-outline")
        elif act == TRY:
            self.try_camera()
        elif act == ALLOW:
            self.desk.power.ask_exemption()
        elif act == LOCATE:
            self.desk.locator.ask()
        self.refresh()

    def try_camera(self) -> None:
        """Take a photo that nobody keeps: it is looked at and thrown away."""
        self._asked = self.desk.tablet.ids.new()
        self.desk.camera.take(PhotoId(self._asked), self._taken)

    def _taken(self, path: Path | None) -> None:
        self.desk.errands.run(lambda: self._looked_at(path), lambda outcome: self._tried(path, outcome))

    def _looked_at(self, path: Path | None) -> Check:
        """Read the picture as a photo of a round would be read."""
        try:
            made = shrink(path) if path is not None else None
        except EvidenceMissingError:
            made = None
        if made is None:
            return Check("camera", Fitness.BAD, {})
        return Check("camera", Fitness.GOOD, {"width": made.width, "height": made.height})

    def _tried(self, path: Path | None, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            check = outcome if isinstance(outcome, Check) else Check("camera", Fitness.BAD, {})
            self.desk.do(lambda: actions.keep_check(self.desk.tablet, self._shift, check))
            if path is not None and check.fitness is Fitness.GOOD:
                self._show_photo(path)
            elif path is not None:
                self.desk.tablet.files.forget_capture(path)
            self.refresh()

        show()

    def _show_photo(self, path: Path) -> None:
        texts = self.desk.texts.shift
        sheet = PhotoSheet(source=str(path), caption=texts.camera_shown, close_words=texts.camera_drop)
        sheet.bind(on_close=lambda *_: self.desk.tablet.files.forget_capture(path))
        self.desk.shell.open_sheet(sheet)

    # ---------------------------------------------------------------- begin
    def start(self) -> None:
        """Begin work, whatever was found."""
        checks = self._checks()
        if self.desk.do(lambda: actions.start_work(self.desk.tablet, self._shift, checks)):
            self.desk.feel.saved()
            self.desk.wake()
            self.desk.router.go("rounds")
            self.desk.shell.say(self.desk.texts.shift.check_started, "check-circle-outline")

    def back(self) -> bool:
        """Go on without beginning; the line over the rounds says that the check is open."""
        if not self.desk.router.back():
            self.desk.router.go("rounds")
        return True


kv.load(__file__)
