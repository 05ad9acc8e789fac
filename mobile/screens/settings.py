"""Settings: language, text size, look; what this tablet is."""

from __future__ import annotations

from kivy.properties import ObjectProperty

from mobile import actions
from mobile.device.feel import QUIET
from mobile.screens.screen import Screen
from mobile.views.settings import LANGUAGE, LOOK, TEXT_SCALE, SettingsView, settings_view
from mobile.widgets import kv


class SettingsScreen(Screen):
    """Shows one SettingsView. A choice takes effect at once, on every screen."""

    view: SettingsView = ObjectProperty(SettingsView(), rebind=True)

    def refresh(self) -> None:
        self.view = settings_view(self.desk.setting(), self.desk.version)

    def _choose(self, name: str, value: str) -> None:
        if self.desk.do(lambda: actions.set_setting(self.desk.tablet, name, value)):
            self.desk.restyle()

    def choose_language(self, key: str) -> None:
        self._choose(LANGUAGE, key)

    def choose_scale(self, key: str) -> None:
        self._choose(TEXT_SCALE, key)

    def choose_look(self, key: str) -> None:
        self._choose(LOOK, key)

    def choose_signs(self, key: str) -> None:
        self._choose(QUIET, key)
        self.desk.feel.saved()


kv.load(__file__)
