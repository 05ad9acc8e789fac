"""The handover 交班归零: compare with the server, look at what differs, sign, hand the tablet over."""

from __future__ import annotations

from kivy.clock import Clock
from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.signed import Block, SignedScreen
from mobile.views.closing import ClosingView, closing_of, closing_view
from mobile.widgets import kv
from mobile.widgets.signature import Stroke
from shared.ids import HazardId, ShiftId

REFRESH_S = 2.0


class ClosingScreen(SignedScreen):
    """Shows one ClosingView; while the server is asked it follows how far that is."""

    view: ClosingView = ObjectProperty(ClosingView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._shift = ShiftId("")
        super().__init__(**kwargs)
        self._again = Clock.create_trigger(lambda _: self.refresh(), REFRESH_S)

    def show(self, record: str, item: str) -> None:
        self._shift = ShiftId(record)
        self.is_signing = False
        self.desk.remember("closing", record)
        self._ask_unless_known()
        self.refresh()

    def leave(self) -> None:
        self._again.cancel()

    def refresh(self) -> None:
        view = closing_view(self.desk.setting(), self._shift) if self._shift else None
        if view is None:
            self.desk.router.go("rounds")
            return
        self.view = view
        self.fill()
        if view.share >= 0:
            self._again()

    def blocks(self) -> tuple[Block, ...]:
        view = self.view
        return (
            (view.differences_title, str(len(view.differences)), view.differences),
            (view.unfinished_title, str(len(view.unfinished)), view.unfinished),
        )

    def _ask_unless_known(self) -> None:
        """Compare without being asked to, unless that was done and nothing was made since."""
        store = self.desk.tablet.store
        shift = store.shift(self._shift)
        if shift is None or shift.ended_at is not None or store.is_comparing(self._shift):
            return
        if shift.compared_at is None or any(one.is_new for one in store.made_in(self._shift)):
            self.compare()

    def compare(self) -> None:
        """Ask the server anew, now."""
        if self.desk.do(lambda: actions.ask_comparison(self.desk.tablet, self._shift)):
            self.desk.wake()
        self.refresh()

    def on_row(self, _event: str, key: str, *_args: object) -> None:
        """Open what a line is about."""
        kind, _, about = key.partition(":")
        store = self.desk.tablet.store
        unfinished = {row.key for row in self.view.unfinished}
        if key in unfinished:
            self.desk.router.go("checklist", about)
        elif kind == "inspection.put":
            self.desk.router.go("record", about)
        elif kind.startswith("hazard") and store.hazard(HazardId(about)) is not None:
            self.desk.router.go("hazard", about)
        else:
            self.desk.router.go("sync")

    # ---------------------------------------------------------------- sign and hand over
    def sign(self, strokes: tuple[Stroke, ...]) -> None:
        self.desk.do(lambda: actions.sign_shift(self.desk.tablet, self._shift, strokes))
        self.refresh()

    def paper(self) -> None:
        """Show the handover sheet, to be shared or printed."""
        self.desk.router.go("paper", f"shift:{self._shift}")

    def end(self) -> None:
        """Hand over; after that, let the next person say who he is."""
        if self.view.is_ended:
            self._next()
            return
        if self.view.blocked:
            if not self.must_turn():
                self.desk.shell.say(self.view.blocked, "draw")
            return
        closing = closing_of(self.desk.setting(), self._shift)
        if closing is None:
            return
        tablet, made = self.desk.tablet, len(closing.made)
        if self.desk.do(lambda: actions.end_shift(tablet, self._shift, closing.tally, closing.all_named, made)):
            self.is_signing = False
            self.desk.feel.saved()
            self.desk.wake()
            self.refresh()
            self.desk.shell.say(self.desk.texts.shift.closing_ended, "check-circle-outline")

    def _next(self) -> None:
        self.desk.router.go("rounds")  # where somebody must say who he is, that is asked first

    def back(self) -> bool:
        """Leave the handover for later; what was signed stays."""
        if not super().back():
            self.desk.router.go("rounds")
        return True


kv.load(__file__)
