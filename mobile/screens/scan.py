"""What a scanned tag answers, with what can be done about it; and the number typed where nothing can be scanned."""

from __future__ import annotations

from kivy.clock import mainthread
from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.device.scanner import Tag
from mobile.screens.begin import Starter
from mobile.screens.note import write
from mobile.screens.remind import remind_of_access
from mobile.screens.screen import Desk, Screen
from mobile.views.access import is_inside, may_go_in
from mobile.views.parts import Tone
from mobile.views.rounds import task_of
from mobile.views.scan import (
    ACCESS,
    BY_HAND,
    EXTRA,
    REPORT,
    Answer,
    ScanView,
    nothing_view,
    place_view,
    scan_view,
    waiting_view,
)
from mobile.widgets import kv
from mobile.widgets.sheet import OptionButton
from shared.ids import InspectionId, PointId, TemplateId
from shared.model.place import PointKind

WAITING, NOTHING_READ = "wait", "none"
"""Instead of what was read: nothing yet, and nothing at all."""
WARNED = frozenset({Answer.OTHER, Answer.UNKNOWN, Answer.RETIRED, Answer.DONE, Answer.NOT_DUE})


def open_scan(desk: Desk, starter: Starter, tag: Tag) -> None:
    """Go where a tag leads: to the one round that is meant, else to the answer."""
    text = tag.text or tag.uid
    view = scan_view(desk.setting(), text, tag.how)
    if view.answer in WARNED:
        desk.feel.warned()
    else:
        desk.feel.saved()
    if view.go:
        take_option(desk, starter, view, view.go, tag.how)
        offer_access(desk, view)
    else:
        starter.enter("scan", f"{tag.how}:{text}")


def when_read(desk: Desk, starter: Starter, tag: Tag | None) -> None:
    """Go where what was read leads, or say that nothing was; the answer may come on any thread."""

    @mainthread
    def take(*_: object) -> None:
        if tag is None:
            starter.enter("scan", NOTHING_READ)
        else:
            open_scan(desk, starter, tag)

    take()


def take_option(desk: Desk, starter: Starter, view: ScanView, key: str, how: str) -> None:
    """Do what an answer's option says that leads to a round."""
    kind, _, rest = key.partition(":")
    if kind == "task":
        task = task_of(desk.setting(), key)
        if task is not None:
            starter.open_task(task, how)
    elif kind == "record":
        starter.open_draft(InspectionId(rest), how)
    elif kind == "finished":
        starter.enter("record", rest)
    elif kind == "again":
        starter.start_extra(PointId(view.point), how, TemplateId(rest))
    elif kind == "point":
        starter.enter("scan", f"typed-point:{rest}")


def offer_access(desk: Desk, view: ScanView) -> None:
    """Offer to log the entry where somebody has just come to a machine room."""
    setting = desk.setting()
    point = setting.source.point(PointId(view.point)) if view.point else None
    if point is None or point.kind is not PointKind.MACHINE_ROOM:
        return
    if is_inside(setting, point.id) or not may_go_in(setting):
        return
    texts = desk.texts

    def go_in() -> None:
        if desk.do(lambda: actions.go_in(desk.tablet, point.id, texts.access.me_in_purpose)):
            desk.feel.saved()
            remind_of_access(desk)
            desk.wake()
            desk.shell.say(texts.access.entered, "door-open")

    desk.shell.say(f"{view.read} · {setting.say(point.name)}", "door-open", texts.access.offer, go_in, "login")


class ScanScreen(Screen):
    """Shows one ScanView. The record of its place is ``<how>:<text>``, so that a restart answers the same."""

    view: ScanView = ObjectProperty(ScanView(), rebind=True)
    is_wide = BooleanProperty(True)

    def __init__(self, **kwargs: object) -> None:
        self._record = WAITING
        super().__init__(**kwargs)
        self._starter = Starter(self.desk, self.desk.router.replace)

    def show(self, record: str, item: str) -> None:
        self._record = record or WAITING
        self.desk.remember("scan", self._record)
        self.ids.column.scroll_y = 1
        self.refresh()
        self.desk.scanner.listen(self._scanned)

    def leave(self) -> None:
        self.desk.scanner.listen(None)

    def resume(self) -> None:
        self.desk.scanner.listen(self._scanned)

    def refresh(self) -> None:
        self.view = self._made()
        box = self.ids.options
        box.clear_widgets()
        for nth, option in enumerate(self.view.options):
            kind = "solid" if nth == 0 and option.tone == Tone.INFO else "outline"  # the likeliest stands out
            button = OptionButton(words=option.words, icon=option.icon, tone=option.tone, kind=kind)
            button.bind(on_release=lambda _, key=option.key: self.choose(key))
            box.add_widget(button)

    def _made(self) -> ScanView:
        setting, scanner = self.desk.setting(), self.desk.scanner
        how, _, text = self._record.partition(":")
        can_scan = scanner.can_read_qr
        if how == WAITING:
            return waiting_view(setting, can_scan=can_scan, can_nfc=scanner.can_read_nfc)
        if how == NOTHING_READ:
            return nothing_view(setting, can_scan=can_scan)
        if how in {"manual", "typed-point"}:
            point = setting.source.point(PointId(text))
            if point is not None:
                return place_view(setting, point, how.partition("-")[0])
            return nothing_view(setting, can_scan=can_scan)
        return scan_view(setting, text, how, can_scan=can_scan)

    @property
    def how(self) -> str:
        """How presence was shown."""
        return self._record.partition(":")[0].partition("-")[0]

    # ---------------------------------------------------------------- what can be done
    def choose(self, key: str) -> None:
        """Do what an option says."""
        view = self.view
        if key == REPORT:
            self._report(view)
        elif key == EXTRA:
            self._starter.start_extra(PointId(view.point), self.how)
        elif key == BY_HAND:
            self.desk.router.replace("scan", f"manual:{view.point}")
        elif key == ACCESS:
            self.desk.router.replace("access", view.point)
        else:
            take_option(self.desk, self._starter, view, key, self.how)

    def _report(self, view: ScanView) -> None:
        """Tell the office of a tag that is not known or still hangs there though it is retired."""
        texts, tablet = self.desk.texts, self.desk.tablet
        text = self._record.partition(":")[2]
        is_retired = view.answer is Answer.RETIRED
        words = (texts.scan.note_retired if is_retired else texts.scan.note_unknown).format(text=text)
        kind, about = ("point", view.point) if is_retired else ("site", tablet.enrolment().site)
        if self.desk.do(lambda: actions.add_note(tablet, kind, about, words)):
            self.desk.wake()
            self.desk.router.go("rounds")
            self.desk.shell.say(texts.scan.reported, "check-circle")

    def again(self) -> None:
        """Scan once more."""
        self.desk.scanner.scan(self._scanned)

    def type_code(self) -> None:
        """Let the number be typed that is printed on the tag."""
        typed = [""]

        def keep(text: str) -> None:
            typed[0] = text.strip()

        def then() -> None:
            if typed[0]:
                self._answer(f"typed:{typed[0]}")

        texts = self.desk.texts
        write(self.desk, texts.scan.type_code, "", texts.scan.type_hint, (), keep, then=then)

    def _answer(self, record: str) -> None:
        """Show the answer, or go where it leads at once."""
        how, _, text = record.partition(":")
        view = scan_view(self.desk.setting(), text, how)
        if view.go:
            take_option(self.desk, self._starter, view, view.go, how)
            offer_access(self.desk, view)
        else:
            self.desk.router.replace("scan", record)

    def _scanned(self, tag: Tag | None) -> None:
        when_read(self.desk, self._starter, tag)


kv.load(__file__)
