"""Asking to excuse a round that cannot be done."""

from __future__ import annotations

from mobile import actions
from mobile.screens.form import FormScreen
from mobile.views.excuse import excuse_view, reasons
from mobile.views.form import FormView
from shared.ids import ExcuseId


class ExcuseScreen(FormScreen):
    """Shows an excuse that is being written."""

    name = "excuse"

    def make(self) -> FormView | None:
        return excuse_view(self.desk.setting(), ExcuseId(self.record))

    def on_field(self, key: str) -> None:
        texts, draft = self.desk.texts, self.desk.tablet.store.excuse_draft(ExcuseId(self.record))
        if draft is None:
            return
        if key == "note":
            self.write(texts.rounds.excuse_note, draft.note, (), lambda words: self._change(note=words))
        elif key == "own":
            ready = draft.reason if draft.reason not in reasons(texts) else ""
            self.write(texts.rounds.excuse_reason, ready, (), lambda words: self._change(reason=words))

    def on_option(self, key: str, choice: str) -> None:
        if key == "reason":
            self._change(reason=choice)

    def _change(self, reason: str | None = None, note: str | None = None) -> None:
        tablet, excuse = self.desk.tablet, ExcuseId(self.record)
        self.desk.do(lambda: actions.change_excuse(tablet, excuse, reason=reason, note=note))

    def submit(self) -> None:
        """Send the request to the office, or say what is missing."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        if not self.desk.do(lambda: actions.ask_excuse(self.desk.tablet, ExcuseId(self.record))):
            self.refresh()
            return
        self.record = ""
        self.desk.feel.saved()
        self.desk.wake()
        self.desk.router.go("rounds")
        self.desk.shell.say(self.desk.texts.rounds.excuse_sent, "check-circle")
