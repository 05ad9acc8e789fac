"""A hazard that no checklist asked about, and a note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from kivy.clock import mainthread

from mobile import actions
from mobile.device.scanner import Tag
from mobile.screens.find import Found, find
from mobile.screens.form import FormScreen
from mobile.screens.screen import Desk
from mobile.screens.unit import units_to_find
from mobile.store.row import HazardDraft, NoteDraft
from mobile.views.form import FormView
from mobile.views.library import general
from mobile.views.report import SITE, memo_view, phrases, report_view
from shared.ids import HazardId, NoteId, PointId, UnitId
from shared.model.template import HazardGrade


class ReportScreen(FormScreen):
    """Shows a hazard that is being written up; without a record it begins one."""

    name = "report"

    def show(self, record: str, item: str) -> None:
        if not record:
            self.desk.router.replace(self.name, actions.start_hazard(self.desk.tablet))
            return
        super().show(record, item)

    def make(self) -> FormView | None:
        return report_view(self.desk.setting(), HazardId(self.record))

    def on_field(self, key: str) -> None:
        texts, draft = self.desk.texts, self._draft()
        if draft is None:
            return
        if key == "what":
            library = general(self.desk.setting())
            ready = (*phrases(texts.fire.report_phrases), *library, *self.desk.tablet.store.phrases()[:6])
            chips = tuple(dict.fromkeys(ready))
            self.write(
                texts.fire.report_what,
                draft.description,
                chips,
                lambda words: self._change(description=words),
                self.record,
            )
        elif key == "where":
            find(self.desk, texts.fire.report_where, points_to_find(self.desk), self._set_point)
        elif key == "scan":
            self.desk.scanner.scan(self._scanned)
        elif key == "more":
            self.write(texts.fire.report_where_more, draft.location, (), lambda words: self._change(location=words))
        elif key == "unit":
            find(self.desk, texts.fire.report_unit, units_to_find(self), self._set_unit)
        elif key == "action":
            self.write(
                texts.fire.report_action, draft.on_spot_action, (), lambda words: self._change(on_spot_action=words)
            )

    def on_option(self, key: str, choice: str) -> None:
        if key == "grade":
            self._change(grade=HazardGrade(choice))

    def submit(self) -> None:
        """Raise the hazard, or say what is missing."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        if not self.desk.do(partial(actions.raise_hazard, self.desk.tablet, HazardId(self.record))):
            self.refresh()
            return
        self.record = ""
        _done(self.desk, self.desk.texts.fire.report_sent)

    def _scanned(self, tag: Tag | None) -> None:
        """Take the point of a tag; the answer may come on any thread."""

        @mainthread
        def take(*_: object) -> None:
            if tag is None:
                return
            point = self.desk.tablet.store.point_by_tag(tag.text)
            if point is None:
                self.desk.shell.say(self.desk.texts.fire.report_scan_unknown, "alert-circle-outline")
            else:
                self._set_point(point.id)

        take()

    def _set_point(self, key: str) -> None:
        self._change(point=PointId(key))
        self.refresh()

    def _set_unit(self, key: str) -> None:
        self._change(unit=UnitId(key))
        self.refresh()

    def _draft(self) -> HazardDraft | None:
        return self.desk.tablet.store.hazard_draft(HazardId(self.record))

    def _change(self, **values: Any) -> None:
        draft = self._draft()
        if draft is not None:
            self.desk.do(partial(actions.change_hazard, self.desk.tablet, replace(draft, **values)))


class MemoScreen(FormScreen):
    """Shows a note that is being written; without a record it begins one about the whole site."""

    name = "memo"

    def show(self, record: str, item: str) -> None:
        if not record:
            site = self.desk.tablet.enrolment().site
            self.desk.router.replace(self.name, actions.start_note(self.desk.tablet, SITE, site))
            return
        super().show(record, item)

    def make(self) -> FormView | None:
        return memo_view(self.desk.setting(), NoteId(self.record))

    def on_field(self, key: str) -> None:
        texts, draft = self.desk.texts, self._draft()
        if draft is None:
            return
        if key == "text":
            chips = phrases(texts.fire.memo_phrases)
            self.write(texts.fire.memo_text, draft.text, chips, lambda words: self._change(text=words), self.record)
        elif key == "about":
            find(self.desk, texts.fire.memo_about, points_to_find(self.desk), self._set_point)

    def submit(self) -> None:
        """Hand the note in, or say what is missing."""
        draft = self._draft()
        if not self.view.is_complete or draft is None:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        tablet = self.desk.tablet
        if not self.desk.do(lambda: actions.add_note(tablet, draft.about_kind, draft.about, draft.text, draft.id)):
            self.refresh()
            return
        self.record = ""
        _done(self.desk, self.desk.texts.fire.memo_sent)

    def _set_point(self, key: str) -> None:
        self._change(about_kind="point", about=key)
        self.refresh()

    def _draft(self) -> NoteDraft | None:
        return self.desk.tablet.store.note_draft(NoteId(self.record))

    def _change(self, **values: Any) -> None:
        draft = self._draft()
        if draft is not None:
            self.desk.do(partial(actions.change_note, self.desk.tablet, replace(draft, **values)))


def points_to_find(desk: Desk) -> list[Found]:
    """List the points of the site with all that they are known by."""
    setting = desk.setting()
    return [
        Found(
            point.id, f"{setting.say(point.name)}  {point.number}", "map-marker-outline", (point.name.zh, point.name.en)
        )
        for point in setting.source.points()
        if not point.is_retired
    ]


def _done(desk: Desk, words: str) -> None:
    desk.wake()
    desk.feel.saved()
    if not desk.router.back():
        desk.router.go("rounds")
    desk.shell.say(words, "check-circle")
