"""Fire inspections on a lead inspector's tablet: a unit's inspection, the notice on the spot and its paper, rechecks, reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from shared.errors import UnknownRecordError
from shared.ids import HazardId, InspectionId, NoteId, NoticeId
from shared.model.inspection import Result
from shared.model.template import HazardGrade, ItemKind
from tools.screenshots.album import Album
from tools.screenshots.estate import Served, camera_pictures
from tools.screenshots.tablet import LANDSCAPE, PORTRAIT, SNACK_S, TabletTour, Walker, answer_to, scribble

T = TypeVar("T")
DEVICE = "消防检查 1 号平板"
SCENES = ("charging", "charging_clear", "bracket_empty", "bracket_full")
HEADING = "Tablet: fire inspections"
LOOKS = "Tablet: fire inspections in English, in the dark, with larger letters"
STROKES = tuple(tuple(stroke) for stroke in scribble())
LONGEST_FORM = 200


def known(found: T | None) -> T:
    """Return what must be there.

    Raises:
        UnknownRecordError: it is not.
    """
    if found is None:
        raise UnknownRecordError(kind="record")
    return found


def take_tablet(home: Path, served: Served) -> Walker:
    """Start the app on a second tablet, in the hands of the lead inspector."""
    camera = camera_pictures(home / "camera", served.clock, SCENES)
    walker = Walker(home / "tablet", camera, served.clock, DEVICE)
    walker.enrol(served.url, served.code("lead"))
    walker.wait_for(lambda: not walker.store.sync_state().is_running, "the photos of open hazards")
    return walker


@dataclass
class FireTour(TabletTour):
    """Walks through fire inspections and takes pictures. The steps run in the order in which they stand."""

    heading: str = HEADING

    def look(self, screen: str, caption: str, *, is_upright: bool = True) -> None:
        """Photograph what is shown, lying and, where it differs, upright."""
        self.walker.finger.wait(SNACK_S)
        self.one(f"fire-{screen}", caption, LANDSCAPE, "landscape", self.heading)
        if is_upright:
            self.one(f"fire-{screen}", caption, PORTRAIT, "portrait", self.heading)
        self.walker.finger.rotate(LANDSCAPE)

    # ---------------------------------------------------------------- the steps
    def set_out(self) -> InspectionId:
        """Set an inspection of a unit out; return the record that is begun."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.go("unit")
        self.look("unit", "An inspection of a unit at its beginning", is_upright=False)
        form = InspectionId(walker.app.desk.router.here.record)
        template = next(one for one in walker.store.templates() if one.is_about_unit)
        draft = replace(known(tablet.store.visit_draft(form)), template=template.id, unit=walker.store.units()[0].id)
        actions.change_visit(tablet, draft)
        walker.screen.refresh()
        walker.finger.settle()
        chips = next(part for card in walker.screen.view.cards for part in card if part.key == "section").options
        for chip in chips[:2]:
            walker.screen.on_part("option", "section", chip.key)
        self.look("unit-sections", "An inspection of a unit: which parts, with whom")
        walker.screen.submit()
        walker.finger.settle()
        return InspectionId(walker.app.desk.router.here.record)

    def inspect(self, record: InspectionId) -> None:
        """Answer everything, two items fail; sign, hand in."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.fill(record)
        self.go("finish", record)
        self.look("finish", "Signing an inspection of a unit: the summary")
        for signer in walker.screen.view.signers:
            actions.sign(tablet, record, signer.signer, signer.name or "刘大勇", STROKES)
        walker.screen.refresh()
        walker.finger.tap(walker.screen.view.button)
        walker.finger.settle()

    def fill(self, record: InspectionId, failing: int = 2) -> None:
        """Answer what is open; the first judged items fail with photo, note and action."""
        from mobile import actions
        from mobile.views.judged import judge

        desk, left = self.walker.app.desk, failing
        for _ in range(LONGEST_FORM):
            state = judge(desk.setting(), record)
            if state is None or not state.evaluation.blocking:
                return
            row = state.evaluation.blocking[0]
            name, per = row.item.name, row.per
            if left and row.item.kind is ItemKind.PASS_FAIL and row.item.category:
                left -= 1
                actions.answer(desk.tablet, record, name, per, result=Result.FAIL)
                actions.set_note(desk.tablet, record, name, per, ("后门堆放纸箱", "疏散指示标志不亮")[left])
                actions.set_action(desk.tablet, record, name, per, "已责令当场清理")
                desk.take_photo(record, name, per)
                self.walker.wait_for(self.is_photo_ready(record), "the photo")
            else:
                actions.answer(desk.tablet, record, name, per, **answer_to(row))
        raise RuntimeError("the form does not end")

    def is_photo_ready(self, record: str) -> Callable[[], bool]:
        """Return a question: is every photo of a record on disk?"""
        return lambda: all(row.state.value == "ready" for row in self.walker.store.photos_of(record))

    def notice(self, record: InspectionId) -> NoticeId:
        """Write a notice over what was found, issue it and show its paper."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.go("record", record)
        self.look("record", "A finished inspection of a unit, with a notice to write")
        found = [one.id for one in walker.store.hazards() if one.source == record]
        notice = actions.start_notice(tablet, found, inspection=record)
        self.go("notice", notice)
        self.look("notice", "A notice on the spot: which hazards")
        for hazard in found:
            self.line(notice, hazard, is_shown=hazard == found[0])
        draft = replace(known(tablet.store.notice_draft(notice)), interim_clause="隐患消除前派专人看护", title="经理")
        actions.change_notice(tablet, draft)
        self.go("notice", notice)
        for signer in walker.screen.view.signers:
            actions.sign(tablet, notice, signer.signer, signer.name or "刘大勇", STROKES)
        walker.screen.refresh()
        self.look("notice-signed", "A notice on the spot, signed by both")
        walker.screen.submit()
        walker.wait_for(lambda: walker.finger.all("PageImage"), "the paper")
        self.look("paper", "The notice's paper")
        return notice

    def line(self, notice: NoticeId, hazard: HazardId, *, is_shown: bool) -> None:
        """Fill one line of a notice in; a shown one first as it is, with the suggested deadlines."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.go("line", notice, hazard)
        if is_shown:
            self.look("line", "One line of a notice: the deadline is suggested, a person chooses it")
        deadlines = next(part for card in walker.screen.view.cards for part in card if part.key == "deadline").options
        walker.screen.on_part("option", "deadline", deadlines[min(5, len(deadlines) - 1)].key)
        line = next(one for one in known(tablet.store.notice_draft(notice)).lines if one.hazard == hazard)
        filled = replace(
            line,
            grade=HazardGrade.GENERAL,
            required_measures="立即清理，保持疏散通道畅通",
            responsible_person="刘大勇",
            legal_basis=line.legal_basis or "公安部令第61号 第二十八条",
        )
        actions.change_line(tablet, notice, filled)
        walker.screen.refresh()
        if is_shown:
            self.look("line-done", "One line of a notice, complete", is_upright=False)

    def rechecks(self) -> None:
        """Recheck the hazards of a notice in one go."""
        from mobile import actions
        from shared.errors import RoundsError

        walker, tablet = self.walker, self.walker.app.parts.tablet
        notices = dict.fromkeys(one.notice for one in walker.store.hazards() if one.notice is not None)
        for notice in notices:
            try:
                actions.start_rechecks(tablet, notice)
            except RoundsError:
                continue
            self.go("rechecks", notice)
            break
        else:
            raise RuntimeError("no notice waits for a recheck")
        self.look("rechecks", "The rechecks of a notice at their beginning")
        for part in [part for card in walker.screen.view.cards for part in card]:
            if part.key.startswith("result:"):
                walker.screen.on_part("option", part.key, "passed")
                walker.app.desk.take_photo(part.key.partition(":")[2])
                walker.wait_for(self.is_photo_ready(part.key.partition(":")[2]), "the photo")
        walker.screen.refresh()
        self.look("rechecks-done", "The rechecks of a notice, with photos from before and now")
        comparing = next(
            (part.key for card in walker.screen.view.cards for part in card if part.key.startswith("compare:")), ""
        )
        if comparing:
            walker.screen.on_part("field", comparing)
            self.look("compare", "The photo from before laid over the one of now")
            walker.app.shell.close_sheet()

    def reports(self) -> None:
        """Report a hazard, write a note, and find them on the list before they are handed in."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.go("hazards")
        self.look("hazards", "Hazards with tabs, search and sorting")
        self.go("report")
        self.look("report", "A hazard that no checklist asked about, at its beginning", is_upright=False)
        report = HazardId(walker.app.desk.router.here.record)
        point = walker.store.points()[0]
        draft = replace(
            known(tablet.store.hazard_draft(report)), description="通道堆放杂物，占用一半宽度", point=point.id
        )
        actions.change_hazard(tablet, draft)
        walker.app.desk.take_photo(report)
        walker.wait_for(self.is_photo_ready(report), "the photo")
        walker.screen.refresh()
        self.look("report-done", "A hazard that no checklist asked about, complete")
        self.go("memo")
        memo = NoteId(walker.app.desk.router.here.record)
        actions.change_note(
            tablet, replace(known(tablet.store.note_draft(memo)), text="3 号楼地下车库照明已报修，周三复看")
        )
        walker.screen.refresh()
        self.look("memo", "A note", is_upright=False)
        self.go("rounds")
        self.look("unfinished", "Today's rounds with forms that were not handed in")
        key = f"form:report:{report}"
        walker.screen.on_row("more", key)
        self.look("unfinished-menu", "What can be done with an unfinished form", is_upright=False)
        walker.app.shell.close_sheet()
        self.in_other_looks(report)

    def corrected(self, record: InspectionId) -> None:
        """Correct a returned record, and see what the correction changed."""
        from mobile import actions

        walker, tablet = self.walker, self.walker.app.parts.tablet
        self.sync()
        item = next(one.item for one in known(walker.store.inspection(record)).answers if one.result is Result.PASS)
        self.served.return_record(record, item, "请再看一次，拍一张照片")
        self.sync()
        again = actions.amend(tablet, record)
        actions.answer(tablet, again, item, None, result=Result.FAIL)
        actions.set_note(tablet, again, item, None, "常闭防火门被撑开")
        actions.set_action(tablet, again, item, None, "已当场关闭")
        walker.app.desk.take_photo(again, item)
        walker.wait_for(self.is_photo_ready(again), "the photo")
        self.fill(again, failing=0)
        self.go("finish", again)
        for signer in walker.screen.view.signers:
            actions.sign(tablet, again, signer.signer, signer.name or "刘大勇", STROKES)
        walker.screen.refresh()
        walker.screen.submit()
        self.go("record", again)
        self.look("diff", "What a correction changed")

    def in_other_looks(self, report: str) -> None:
        """Photograph forms in the dark, with larger letters and in English."""
        walker = self.walker
        self.heading, notice = LOOKS, self.any_notice()
        for name, value, other, words in (
            ("look", "dark", "light", "in the dark"),
            ("text_scale", "1.5", "1.0", "with the largest letters"),
            ("language", "en", "zh", "in English"),
        ):
            suffix = {"dark": "dark", "1.5": "large", "en": "english"}[value]
            self.set(name, value)
            for screen, about, caption in (
                ("report", report, "A reported hazard"),
                ("rechecks", notice, "The rechecks of a notice"),
                ("hazards", "", "Hazards"),
                ("rounds", "", "Today's rounds with unfinished forms"),
            ):
                self.go(screen, about)
                self.look(f"{screen}-{suffix}", f"{caption} {words}", is_upright=screen in {"report", "hazards"})
            self.set(name, other)
        self.heading = HEADING
        walker.finger.settle()

    def any_notice(self) -> NoticeId:
        """Return the notice whose rechecks are being recorded."""
        from mobile.store.row import RecheckDraft

        draft = self.walker.store.sheets(RecheckDraft)[0]
        return known(known(self.walker.store.hazard(draft.hazard)).notice)


def tour(walker: Walker, served: Served, album: Album, tell: Callable[[str], None]) -> InspectionId:
    """Photograph a unit's inspection and what follows from it; return its record."""
    from mobile import actions

    steps = FireTour(walker, served, album)
    tell("inspecting a unit")
    actions.renew_numbers(walker.app.parts.tablet)
    steps.sync()
    record = steps.set_out()
    steps.inspect(record)
    steps.notice(record)
    tell("rechecking a notice, reporting")
    steps.rechecks()
    steps.reports()
    steps.corrected(record)
    return record
