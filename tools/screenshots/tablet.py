"""Every tablet screen, both ways up: the real app walks a round, fails an item, works offline and rechecks."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from shared.ids import HazardId, InspectionId, RuleId
from tools.demo.story import ROUND
from tools.demo.tablet import READINGS, Hand
from tools.screenshots.album import Album
from tools.screenshots.estate import PIN, MorningClock, Served

LANDSCAPE, PORTRAIT, PHONE = (1280, 800), (800, 1280), (360, 740)
SURFACE = (1280, 1280)
"""The window's own surface cannot grow, so it holds both."""
FAILING = "lmr_09"
READING = "lmr_04"
SNACK_S = 6.0
TABLET = "机房 1 号平板"


class Walker(Hand):
    """The demo's hand, on a tablet whose clock is the morning's."""

    def __init__(self, home: Path, camera: Path, clock: MorningClock, device: str = TABLET) -> None:
        from mobile.app import RoundsApp, assemble
        from tools.tablet_driver import Driver

        os.environ.update(ROUNDS_CAMERA=str(camera), ROUNDS_DEVICE=device)
        super().__init__(Driver(RoundsApp(assemble(home, clock)), LANDSCAPE))

    def sign(self) -> None:
        """Sign on every pad that is shown, as a person writes."""
        for pad in self.finger.all("SignaturePad"):
            x, y = pad.to_window(pad.x, pad.y)
            for stroke in scribble():
                self.finger.drag([(x + u * pad.width, y + v * pad.height) for u, v in stroke], steps=1)


def scribble() -> list[list[tuple[float, float]]]:
    """Return the strokes of a signature of three characters, as shares of the pad."""
    strokes = []
    for index, (loops, tilt) in enumerate(((1.5, 0.16), (2.0, -0.1), (2.5, 0.2))):
        left = 0.3 + index * 0.14
        turns = [step / 40 for step in range(41)]
        strokes.append(
            [
                (
                    left + 0.12 * t + 0.03 * math.cos(t * loops * math.tau),
                    0.55 + tilt * (0.5 - t) + 0.2 * math.sin(t * loops * math.tau),
                )
                for t in turns
            ]
        )
    return [*strokes, [(0.27 + 0.012 * step, 0.3 + 0.0025 * step) for step in range(40)]]


@dataclass
class TabletTour:
    """Walks through the app and takes pictures. The steps run in the order in which they stand."""

    walker: Walker
    served: Served
    album: Album

    def both(self, screen: str, caption: str, heading: str = "Tablet", at_rest: bool = True) -> None:
        """Photograph what is shown, both ways up."""
        if at_rest:
            self.walker.finger.wait(SNACK_S)
        for size, turn in ((LANDSCAPE, "landscape"), (PORTRAIT, "portrait")):
            self.one(screen, caption, size, turn, heading)
        self.walker.finger.rotate(LANDSCAPE)

    def one(self, screen: str, caption: str, size: tuple[int, int], turn: str, heading: str = "Tablet") -> None:
        """Photograph what is shown, one way up."""
        self.walker.finger.rotate(size)
        self.walker.finger.wait(0.5)
        self.walker.picture(self.album.place(heading, f"tablet-{screen}-{turn}", caption))

    def go(self, screen: str, record: str = "", item: str = "") -> None:
        """Open a screen."""
        self.walker.app.desk.router.go(screen, record, item)
        self.walker.finger.settle()

    # ---------------------------------------------------------------- the steps
    def enrol(self) -> None:
        """Enrol, with pictures of the empty form, a wrong code and the code that is right."""
        walker = self.walker
        self.both("enrol", "Enrolment")
        walker.finger.tap(walker.screen.view.address_hint)
        walker.fill(self.served.url)
        self.type_code("A2B3C4D5")
        walker.wait_for(lambda: not walker.screen.view.is_running, "the refusal")
        self.both("enrol-refused", "Enrolment: the code is wrong")
        for _ in range(8):
            walker.screen.press("backspace")
        self.type_code(self.served.code("keeper"))
        walker.wait_for(lambda: walker.app.desk.router.here.screen == "rounds", "the enrolment")
        walker.wait_for(lambda: walker.store.sync_state().last_success_at, "the first sync")
        walker.wait_for(lambda: not walker.store.sync_state().is_running, "the photos of open hazards")

    def type_code(self, code: str) -> None:
        """Key in an enrolment code and send it."""
        for letter in code:
            self.walker.screen.press(letter)
        self.walker.finger.settle()
        self.walker.finger.tap(self.walker.screen.view.button)

    def morning(self) -> None:
        """Look at today's rounds and at what there is to recheck before anything was done."""
        self.both("rounds", "Today's rounds")

    def ways_round(self) -> None:
        """Look at what stands round a checklist: orders, search, scan, excuse, the machine room's log."""
        from mobile import actions
        from mobile.views.access import EVERY_ROOM
        from mobile.views.arrange import BY_DUE, BY_ROUTE, ORDER
        from mobile.views.rounds import rounds_view

        walker, tablet = self.walker, self.walker.app.parts.tablet
        actions.set_setting(tablet, ORDER, BY_ROUTE)
        self.go("rounds")
        self.both("rounds-route", "Today's rounds by route")
        actions.set_setting(tablet, ORDER, BY_DUE)
        self.go("rounds")
        walker.screen.query = "jf"
        walker.finger.settle()
        self.both("rounds-search", "Today's rounds: found by pinyin initials")
        walker.screen.query = ""
        self.go("scan", "qr:WX-77")
        self.both("scan-unknown", "Scan: a tag that is not known")
        point = next(one for one in walker.store.points() if one.kind.value == "machine_room")
        self.go("scan", f"manual:{point.id}")
        self.both("scan-place", "Scan: what can be done at a place")
        task = next(row.key for row in rounds_view(walker.app.desk.setting()).rows if row.key.startswith("task:"))
        _, rule, window_on = task.split(":")
        self.go("excuse", actions.start_excuse(tablet, RuleId(rule), date.fromisoformat(window_on)))
        self.both("excuse", "Asking to excuse a round")
        self.go("access", EVERY_ROOM)
        self.both("access", "Machine-room access log: nobody inside")
        entry = actions.go_in(tablet, point.id, walker.texts.access.me_in_purpose)
        self.go("access", EVERY_ROOM)
        self.both("access-inside", "Machine-room access log: somebody inside")
        actions.go_out(tablet, entry, state=walker.texts.access.leave_all_well)
        self.go("admit", actions.start_admit(tablet, point.id))
        self.both("admit", "Somebody at the machine room's door")
        self.go("rounds")

    def begin_shift(self) -> None:
        """Check the tablet before work: fresh, with the test photo, and what is said once work has begun."""
        walker = self.walker
        self.go("shift")
        self.both("shift", "开工自检: the check before work")
        walker.screen.try_camera()
        walker.wait_for(lambda: walker.finger.all("PhotoSheet"), "the test photo")
        self.both("shift-photo", "开工自检: the test photo, looked at and thrown away")
        walker.finger.back()
        walker.finger.settle()
        walker.screen.start()
        walker.finger.settle()

    def end_shift(self) -> None:
        """Hand the tablet over: compared with the server, signed, the sheet; then let the next person say who he is."""
        walker = self.walker
        me = walker.app.desk.setting().person_id()
        shift = walker.store.last_shift(me) if me is not None else None
        if shift is None:
            raise RuntimeError("no shift was begun")
        self.go("closing", shift.id)
        walker.wait_for(lambda: not walker.store.is_comparing(shift.id), "the comparison")
        walker.screen.refresh()
        self.both("closing", "交班归零: tablet and server compared")
        walker.sign()
        walker.screen.paper()
        walker.wait_for(lambda: walker.screen.pages, "the handover sheet")
        self.both("closing-sheet", "The handover sheet")
        walker.finger.back()
        walker.finger.settle()
        walker.screen.end()
        self.both("closing-ended", "Handed over")
        self.served.give_pins("keeper", "patrol")
        self.sync()
        self.go("who")
        self.both("who", "Who is using this tablet")
        walker.screen.choose(walker.screen.view.people[1].key)
        for digit in "4712":
            walker.screen.press(digit)
        walker.screen.enter()
        walker.wait_for(lambda: not walker.screen.is_checking, "the look at the PIN")
        self.both("who-wrong", "A wrong PIN")
        for digit in PIN:
            walker.screen.press(digit)
        walker.screen.enter()
        walker.wait_for(lambda: walker.app.desk.router.here.screen == "rounds", "the right PIN")

    def tab(self, key: str) -> None:
        """Choose a tab of today's rounds."""
        self.go("rounds")
        self.walker.screen.choose_tab(key)
        self.walker.finger.settle()

    def round(self) -> InspectionId:
        """Walk the machine-room round to its end, with pictures on the way; return the record."""
        walker = self.walker
        record = InspectionId(walker.open_round(ROUND))
        self.both("checklist-fresh", "A round at its beginning")
        self.reading(record)
        self.answer(record, until=FAILING)
        self.fail(record)
        self.failed(record)
        self.answer(record)
        self.go("checklist", record)
        self.both("checklist-done", "A round with nothing open")
        self.go("finish", record)
        walker.sign()
        self.both("finish", "Signing: complete")
        return record

    def answer(self, record: InspectionId, until: str = "") -> None:
        """Answer what is open, up to an item, through the actions that a tap calls."""
        from mobile import actions
        from mobile.views.judged import judge

        desk = self.walker.app.desk
        while (state := judge(desk.setting(), record)) is not None and state.evaluation.blocking:
            row = state.evaluation.blocking[0]
            if row.item.name == until:
                break
            actions.answer(desk.tablet, record, row.item.name, row.per, **answer_to(row))
        self.go("checklist", record)

    def fail(self, record: str) -> None:
        """Fail an item and give what it asks for: photo, note, what was done."""
        walker = self.walker
        key = f"{FAILING}\x1f"
        self.go("checklist", record, key)
        walker.finger.tap(walker.texts.result_fail, root=walker.finger.find("BigAnswers"))
        self.both("checklist-needs", "A failed item says what it still needs")
        walker.screen.entry.emit("photo", key)
        walker.wait_for(lambda: walker.screen.item.photos and walker.screen.item.photos[0].thumb, "the photo")
        walker.screen.entry.emit("phrase", key, "灭火器不在托架上")
        walker.screen.entry.emit("act", key, walker.texts.act_reported)
        walker.finger.settle()

    def reading(self, record: str) -> None:
        """Take a reading with the last values beside it, within and out of its limits."""
        walker = self.walker
        key = f"{READING}\x1f"
        for figure, screen, caption in (
            ("26.4", "item", "A reading with its limits and the last values"),
            ("41.5", "item-limit", "A reading over its limit"),
        ):
            self.go("checklist", record, key)
            walker.screen.entry.emit("figure", key, figure)
            walker.finger.wait(SNACK_S)
            self.one(screen, caption, LANDSCAPE, "landscape")
            self.one_item(record, key, screen, caption)
        walker.screen.entry.emit("figure", key, "")
        walker.finger.wait(SNACK_S)

    def failed(self, record: str) -> None:
        """Photograph the failed item in its place, once it has all that it needs, in every look."""
        key = f"{FAILING}\x1f"
        self.both("checklist", "A round half-way, an item failed")
        self.one_item(record, key, "item-failed", "A failed item with photo, note and action")
        self.sheets(key)
        for name, value, other, words in (
            ("language", "en", "zh", "in English"),
            ("look", "dark", "light", "in the dark"),
            ("look", "contrast", "light", "in high contrast"),
            ("text_scale", "1.3", "1.0", "with larger letters"),
        ):
            suffix = {"en": "english", "1.3": "large"}.get(value, value)
            self.set(name, value)
            self.variant(record, key, suffix, words)
            self.set(name, other)
        self.phone(record, key)
        self.go("checklist", record, key)
        self.over_the_list(key)
        self.go("finish", record)
        self.both("finish-missing", "Signing: what is still missing")
        self.go("checklist", record, key)

    def phone(self, record: str, key: str) -> None:
        """Photograph the screens of a round as a phone shows them."""
        self.walker.finger.rotate(PHONE)
        for screen, about, item, caption in (
            ("rounds", "", "", "Today's rounds"),
            ("checklist", record, key, "A round half-way"),
            ("item", record, f"{READING}\x1f", "A reading"),
            ("finish", record, "", "Signing: what is still missing"),
            ("hazards", "", "", "Hazards"),
            ("settings", "", "", "Settings"),
        ):
            self.go(screen, about, item)
            self.one(screen, f"{caption} on a phone", PHONE, "phone", "Tablet: on a phone")
        self.walker.finger.rotate(LANDSCAPE)

    def over_the_list(self, key: str) -> None:
        """Photograph what comes up over a checklist: the office's wordings, the last time, the list of sections."""
        shell = self.walker.app.shell
        for event, screen, caption in (
            ("library", "checklist-library", "The office's wordings for a failed item"),
            ("past", "checklist-last-time", "What was found the last time"),
        ):
            self.walker.screen.entry.emit(event, key)
            self.both(screen, caption)
            shell.close_sheet()
        self.walker.screen.jump("sections")
        self.both("checklist-sections", "The sections, to jump there")
        shell.close_sheet()

    def one_item(self, record: str, key: str, screen: str, caption: str, heading: str = "Tablet") -> None:
        """Photograph an item on a screen of its own, as the upright tablet shows it."""
        self.walker.finger.rotate(PORTRAIT)
        self.go("item", record, key)
        self.one(screen, caption, PORTRAIT, "portrait", heading)
        self.walker.finger.rotate(LANDSCAPE)
        self.go("checklist", record, key)

    def variant(self, record: str, key: str, suffix: str, words: str) -> None:
        """Photograph rounds, checklist, item and settings in another language or look."""
        heading = "Tablet: in English, in the dark, with larger letters"
        self.go("rounds")
        self.both(f"rounds-{suffix}", f"Today's rounds {words}", heading)
        self.go("checklist", record, key)
        self.both(f"checklist-{suffix}", f"A round half-way {words}", heading)
        self.one_item(record, f"{READING}\x1f", f"item-{suffix}", f"A reading {words}", heading)
        self.go("hazards")
        self.both(f"hazards-{suffix}", f"Hazards {words}", heading)

    def set(self, name: str, value: str) -> None:
        """Choose a setting."""
        from mobile import actions

        desk = self.walker.app.desk
        actions.set_setting(desk.tablet, name, value)
        desk.restyle()
        self.walker.texts = self.walker.app.texts
        self.walker.finger.settle()

    def sheets(self, key: str) -> None:
        """Photograph what lies over a screen: the text sheet, the sheet of rarer choices, a photo."""
        walker = self.walker
        entry = walker.screen.entry
        for event, extra, screen, caption in (
            ("note", None, "text", "Writing a note: phrases first"),
            ("more", None, "more", "What is rarer"),
            ("show_photo", walker.screen.item.photos[0].key, "photo", "A photo in full"),
        ):
            entry.emit(event, key, extra)
            walker.finger.settle()
            self.both(screen, caption)
            walker.finger.back()
            walker.finger.settle()
        self.draw(walker.screen.item.photos[0].key)

    def draw(self, photo: str) -> None:
        """Circle what is wrong on a photo."""
        finger = self.walker.finger
        self.walker.app.desk.router.go("draw", photo)
        finger.settle()
        x, y, width, height = finger.find("MarkPad").box
        finger.tap(self.walker.texts.draw.circle)
        finger.drag([(x + width * 0.38, y + height * 0.2), (x + width * 0.62, y + height * 0.8)])
        self.both("draw", "Drawing on a photo")
        finger.back()
        finger.settle()

    def offline(self, record: str) -> None:
        """Submit without a server, and look at what waits."""
        walker = self.walker
        self.served.stop()
        walker.finger.tap(walker.screen.view.button)
        walker.wait_for(lambda: walker.store.sync_state().is_offline, "the failed try")
        self.tab("done")
        self.both("rounds-done", "Today's rounds: done, waiting for the network")
        self.go("sync")
        self.both("sync-waiting", "Sync: offline, work waits on the tablet")
        self.go("record", record)
        self.both("record", "A finished record")
        self.served.start()
        self.sync()
        self.both("sync", "Sync: everything is safe")

    def sync(self) -> None:
        """Ask for a sync and wait until all is on the server."""
        walker = self.walker
        self.go("sync")
        before = walker.store.sync_state().last_success_at
        walker.screen.sync_now()
        walker.wait_for(lambda: walker.store.sync_state().last_success_at not in {None, before}, "the sync")
        walker.wait_for(self.is_sent, "everything to be on the server")

    def is_sent(self) -> bool:
        """Tell whether nothing waits any more; what the office did not accept may still be shown."""
        state = self.walker.store.sync_state()
        return not state.waiting and state.photos_sent >= state.photos_total

    def hazards(self) -> HazardId:
        """Look at hazards; return the one that the round found."""
        walker = self.walker
        self.go("hazards")
        self.both("hazards", "Hazards")
        self.go("hazard", self.served.hazard_of("lobby_bike"))
        self.both("hazard", "A hazard whose recheck failed")
        return next(h.id for h in walker.store.hazards() if h.item == FAILING and h.no)

    def recheck(self, hazard: str) -> None:
        """Recheck what the unit says it has put right."""
        walker = self.walker
        self.sync()
        self.tab("rechecks")
        self.both("rounds-rechecks", "Today's rounds: to recheck")
        self.go("hazard", hazard)
        self.both("hazard-recheck", "A hazard that waits for its recheck")
        walker.finger.tap(walker.texts.go_recheck)
        self.both("recheck", "A recheck at its beginning")
        self.fill_recheck()
        self.both("recheck-done", "A recheck, complete")
        walker.finger.tap(walker.screen.view.button)
        walker.finger.settle()

    def fill_recheck(self) -> None:
        """Record that it is put right, with photo, note and signature."""
        walker = self.walker
        walker.finger.tap(walker.texts.recheck_passed)
        walker.screen.take_photo()
        walker.finger.settle()
        self.both("recheck-ghost", "Where the photo from before was taken, before the camera opens")
        walker.stand_there()
        walker.wait_for(lambda: walker.screen.view.photos and walker.screen.view.photos[0].thumb, "the photo")
        walker.screen.write_note()
        walker.finger.settle()
        walker.fill("已补配一具，压力指示绿区")
        walker.finger.wait(SNACK_S)
        walker.sign()

    def returned(self) -> None:
        """See what the office sent back."""
        self.sync()
        self.tab("todo")
        self.both("rounds-returned", "Today's rounds: a record came back")

    def parked(self, hazard: str) -> None:
        """Send something that the server cannot apply any more, and look at what the tablet says."""
        from shared.model.hazard import HazardEvent, HazardState
        from shared.sync.messages import HazardTransition

        walker = self.walker
        tablet = walker.app.desk.tablet
        wishes = ((HazardEvent.VOID, "重复登记"), (HazardEvent.CORRECT_ON_SPOT, "已当场补配"))
        for event, reason in wishes:
            late = HazardTransition(hazard, event, HazardState.DRAFT, 1, reason)
            with tablet.store.transaction():
                tablet.store.add_op(tablet.op("hazard.transition", late, hazard, hazard))
        tablet.queued()
        walker.app.desk.wake()
        walker.wait_for(lambda: len(walker.store.sync_state().parked) == len(wishes), "the refusal")
        self.go("sync")
        self.both("sync-parked", "Sync: something needs the office")
        self.go("rounds")
        self.both("rounds-parked", "Today's rounds: something needs the office")
        self.answered()

    def answered(self) -> None:
        """Let the office settle one of two refused operations, and look at what the tablet hears of it."""
        walker, served = self.walker, self.served
        served.set_letter_aside(served.letters()[0], "同一处已另行登记，不重复处理")
        self.go("sync")
        walker.screen.sync_now()
        walker.wait_for(lambda: walker.store.sync_state().answered, "the office's answer")
        walker.wait_for(lambda: not walker.store.sync_state().is_running, "the end of the sync")
        self.both("sync-answered", "Sync: what the office decided")

    def settings(self) -> None:
        """Look at the settings."""
        self.go("settings")
        self.both("settings", "Settings")


def answer_to(row: Any) -> dict[str, Any]:
    """Return an answer that is all right, as the actions take it."""
    from shared.model.inspection import Result
    from shared.model.template import ItemKind

    item, limits = row.item, row.limits
    if item.kind is ItemKind.PASS_FAIL:
        return {"result": Result.PASS}
    if item.name in READINGS:
        return {"value": float(READINGS[item.name])}
    if item.kind is ItemKind.CHOICE:
        wished = next((one for one in item.choices if one.name in {"no", "general", "normal"}), item.choices[0])
        return {"value": wished.name}
    if item.kind is ItemKind.CHOICES:
        return {"value": (item.choices[0].name,)}
    if item.kind is ItemKind.DATE:
        return {"value": "2027-05-30"}
    if item.kind is ItemKind.TEXT:
        return {"value": "正常"}
    bounds = [] if limits is None else [bound for bound in (limits.low, limits.high) if bound is not None]
    return {"value": round(sum(bounds) / len(bounds), 1) if bounds else 1}


def tour(walker: Walker, served: Served, album: Album, tell: Callable[[str], None]) -> InspectionId:
    """Photograph the tablet from enrolment to the settings; return the record that was made."""
    steps = TabletTour(walker, served, album)
    tell("enrolling")
    steps.enrol()
    steps.morning()
    steps.ways_round()
    steps.begin_shift()
    tell("walking the round")
    record = steps.round()
    steps.offline(record)
    tell("hazards and rechecks")
    hazard = steps.hazards()
    served.confirm(hazard)
    served.give_notice(hazard, "engineering")
    steps.recheck(hazard)
    served.return_record(record, "lmr_05", "湿度比昨天高了一倍，请复测")
    steps.returned()
    steps.parked(hazard)
    steps.settings()
    steps.end_shift()
    return record
