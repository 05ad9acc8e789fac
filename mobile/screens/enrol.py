"""Enrolment: the server's address, the code on a big keypad, and a clear word when it fails."""

from __future__ import annotations

from collections.abc import Callable

from kivy.clock import mainthread
from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.screens.note import write
from mobile.screens.screen import Screen
from mobile.views.enrol import ALPHABET, CODE_LENGTH, EnrolView, enrol_view, tidy_address
from mobile.views.settings import LANGUAGE
from mobile.widgets import kv

ADDRESS, CODE = "enrol_address", "enrol_code"


class EnrolScreen(Screen):
    """Shows one EnrolView. What is typed is kept, so that a killed app shows it again."""

    view: EnrolView = ObjectProperty(EnrolView(), rebind=True)
    enrol: Callable[[str, str], object] = ObjectProperty(None)
    enrolled: Callable[[], None] = ObjectProperty(None)
    is_wide = BooleanProperty(True)
    is_small = BooleanProperty(False)
    is_cramped = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self._trouble = ""
        self._is_running = False
        super().__init__(**kwargs)

    def refresh(self) -> None:
        store = self.desk.tablet.store
        address, code = store.setting(ADDRESS), store.setting(CODE)
        self.view = enrol_view(self.desk.texts, address, code, self._trouble, is_running=self._is_running)

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        code = self.view.code
        if key == "backspace":
            code = code[:-1]
        elif key in ALPHABET and len(code) < CODE_LENGTH:
            code += key
        self._keep(CODE, code)

    def write_address(self) -> None:
        def keep(text: str) -> None:
            self._keep(ADDRESS, text)

        write(self.desk, self.desk.texts.enrol_address, self.view.address, self.view.address_hint, (), keep)

    def _keep(self, name: str, value: str) -> None:
        self._trouble = ""
        self.desk.do(lambda: actions.set_setting(self.desk.tablet, name, value))
        self.refresh()

    def switch_language(self) -> None:
        other = "en" if self.desk.texts.language == "zh" else "zh"
        if self.desk.do(lambda: actions.set_setting(self.desk.tablet, LANGUAGE, other)):
            self.desk.restyle()

    def start(self) -> None:
        """Enrol, off the UI thread."""
        address = tidy_address(self.view.address)
        if not address:
            self._trouble = self.desk.texts.err_address
            self.refresh()
            return
        if not self.view.can_enrol:
            return
        code = self.view.code
        self._trouble, self._is_running = "", True
        self.refresh()
        self.desk.errands.run(lambda: self.enrol(address, code), self._done)

    def _done(self, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            self._is_running = False
            if isinstance(outcome, BaseException):
                self._trouble = self.desk.trouble(outcome)
                self.refresh()
            else:
                self._keep(CODE, "")
                self.enrolled()

        show()


kv.load(__file__)
