"""The end of a round: what was found, what is missing, the signatures, submit."""

from __future__ import annotations

from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.draft import own_first
from mobile.screens.note import write
from mobile.screens.signed import Block, SignedScreen
from mobile.screens.signing import names_of, on_signer
from mobile.views import frame
from mobile.views.finish import FinishView, finish_view
from mobile.views.parts import ChipView
from mobile.widgets import kv
from mobile.widgets.signature import Stroke
from shared.ids import InspectionId


class FinishScreen(SignedScreen):
    """Shows one FinishView."""

    view: FinishView = ObjectProperty(FinishView(), rebind=True)
    chip = ObjectProperty(ChipView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._record = InspectionId("")
        super().__init__(**kwargs)

    def show(self, record: str, item: str) -> None:
        self._record = InspectionId(record)
        self.is_signing = False
        self.desk.remember("finish", record)
        self.refresh()
        self.is_signing = not self._has_list()

    def back(self) -> bool:
        """From the pad back to the list if there is one, else one screen back; what was signed stays."""
        return super().back() if self._has_list() else self.desk.router.back()

    def _has_list(self) -> bool:
        return any(rows for _, _, rows in self.blocks())

    def refresh(self) -> None:
        if not self._record:
            return
        setting = self.desk.setting()
        view = finish_view(setting, self._record, names_of(self.desk, self._record))
        if view is None:
            self.desk.router.go("rounds")
            return
        self.view = view
        self.chip = frame.record_chip(setting.source.sync_state(), setting.texts)
        self.fill()

    def blocks(self) -> tuple[Block, ...]:
        view = self.view
        return (
            (view.changed_title if view.changed else view.changed_none if view.changed_title else "", "", view.changed),
            (view.missing_title, "", view.missing),
            (view.failed_title, "", view.failed),
        )

    def on_row(self, _event: str, key: str, *_: object) -> None:
        """Go to the item that a row names."""
        self.desk.router.back()
        self.desk.router.replace("checklist", self._record, key)
        if not self.is_wide:
            self.desk.router.go("item", self._record, key)

    def on_signer(self, event: str, signer: str, strokes: tuple[Stroke, ...] = ()) -> None:
        """Take a signature, wipe it off, or ask for the signer's name or why he refuses."""
        view = next(one for one in self.view.signers if one.signer == signer)
        on_signer(self.desk, self._record, view, event, self.refresh, strokes)

    def write_late(self) -> None:
        def keep(text: str) -> None:
            self.desk.do(lambda: actions.set_late_reason(self.desk.tablet, self._record, text))
            self.refresh()

        write(self.desk, self.view.late_title, self.view.late_reason, "", self.view.late_phrases, keep)

    def submit(self) -> None:
        """Finish the round; one that a colleague began changes hands first, and waits for the new hand's signature."""
        own_first(self.desk, self._record, self._submit)

    def _submit(self) -> None:
        """Finish the round. What hinders is said in the bar; a tap on it leads there."""
        self.refresh()
        if not self.view.is_complete:
            if self.view.missing:
                self.on_row("open", self.view.missing[0].key)
            elif self.view.late_title and not self.view.late_reason:
                self.write_late()
            elif not self.must_turn():
                self.desk.shell.say(self.view.blocked, "draw")
            return
        hazards = len(self.view.failed)
        if not self.desk.do(lambda: actions.finish_round(self.desk.tablet, self._record)):
            self.refresh()
            return
        texts, record = self.desk.texts, self._record
        self._record = InspectionId("")
        self.desk.wake()
        self.desk.router.go("rounds")
        if self.view.has_summary:
            self.desk.router.go("record", record)
        words = texts.submitted_hazards.format(n=hazards) if hazards else texts.submitted
        self.desk.shell.say(words, "check-circle")


kv.load(__file__)
