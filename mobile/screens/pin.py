"""Choose another PIN: the present one, the new one, the new one once more; on the same big pad."""

from __future__ import annotations

from kivy.clock import mainthread
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.who import PinView, pin_view
from mobile.widgets import keypad, kv
from mobile.widgets.keypad import pin_after
from shared.errors import NotPermittedError
from shared.shift import is_too_easy

__all__ = ["PinScreen", "keypad"]

OLD, NEW, AGAIN = "old", "new", "again"


class PinScreen(Screen):
    """Shows one PinView. The digits are nowhere but here, and only until the screen is left."""

    view: PinView = ObjectProperty(PinView(), rebind=True)
    step = StringProperty(OLD)
    digits = StringProperty("")
    said = StringProperty("")
    is_checking = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self._kept = {OLD: "", NEW: ""}
        super().__init__(**kwargs)

    def show(self, record: str, item: str) -> None:
        self._begin("")
        self.refresh()

    def leave(self) -> None:
        self._begin("")

    def _begin(self, said: str) -> None:
        setting = self.desk.setting()
        person = setting.person_id()
        pin = setting.source.pin(person) if person is not None else None
        self._kept = {OLD: "", NEW: ""}
        self.digits, self.said = "", said
        self.step = OLD if pin is not None and pin.is_set else NEW

    def refresh(self) -> None:
        self.view = pin_view(self.desk.setting(), self.step, self.digits, self.said, is_checking=self.is_checking)

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        if self.is_checking:
            return
        self.digits, self.said = pin_after(self.digits, key), ""
        self.refresh()

    def enter(self) -> None:
        """Go on to the next step; after the last one change the PIN, off the UI thread."""
        texts, digits = self.desk.texts.shift, self.digits
        if not self.view.can_enter:
            return
        if self.step == NEW and is_too_easy(digits):
            self.digits, self.said = "", texts.pin_easy
        elif self.step in self._kept:
            self._kept[self.step] = digits
            self.step, self.digits, self.said = (NEW if self.step == OLD else AGAIN), "", ""
        elif digits != self._kept[NEW]:
            self.step, self.digits, self.said = NEW, "", texts.pin_differs
        else:
            self._change(digits)
        self.refresh()

    def _change(self, digits: str) -> None:
        old = self._kept[OLD]
        self.is_checking = True
        self.desk.errands.run(lambda: actions.choose_pin(self.desk.tablet, digits, old), self._changed)

    def _changed(self, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            self.is_checking = False
            if not isinstance(outcome, BaseException):
                self._begin("")
                self.desk.feel.saved()
                self.desk.router.go("settings")
                self.desk.shell.say(self.desk.texts.shift.pin_saved, "check-circle-outline")
                return
            is_wrong = isinstance(outcome, NotPermittedError)
            self._begin(self.desk.texts.shift.pin_wrong_old if is_wrong else self.desk.trouble(outcome))
            self.refresh()

        show()


kv.load(__file__)
