"""Writing a notice on the spot, and one of its lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from mobile import actions
from mobile.screens.find import find
from mobile.screens.form import FormScreen
from mobile.screens.photo import show_kept
from mobile.screens.unit import units_to_find
from mobile.store.row import LineDraft, NoticeDraft
from mobile.views.form import FormView
from mobile.views.notice import first_open, interim_phrases, line_view, measure_phrases, notice_view
from shared.errors import RoundsError
from shared.ids import HazardId, NoticeId, UnitId
from shared.model.template import HazardGrade


class NoticeScreen(FormScreen):
    """Shows a notice that is being written."""

    name = "notice"

    def show(self, record: str, item: str) -> None:
        self.desk.do(partial(actions.renew_numbers, self.desk.tablet))
        super().show(record, item)

    def make(self) -> FormView | None:
        tablet = self.desk.tablet
        free = actions.free_numbers(tablet, tablet.today().year)
        return notice_view(self.desk.setting(), NoticeId(self.record), free, self.names())

    def gone(self) -> None:
        self.desk.router.go("hazards")

    def on_field(self, key: str) -> None:
        draft, texts = self._draft(), self.desk.texts
        if draft is None:
            return
        kind, _, hazard = key.partition(":")
        if kind == "line":
            self.desk.router.go("line", self.record, hazard)
        elif kind == "unit":
            find(self.desk, texts.fire.notice_unit, units_to_find(self), self._set_unit)
        elif kind == "interim_clause":
            self.write(
                texts.fire.notice_interim,
                draft.interim_clause,
                interim_phrases(texts),
                lambda words: self._change(interim_clause=words),
            )
        elif kind == "reply_to":
            self.write(texts.fire.notice_reply_to, draft.reply_to, (), lambda words: self._change(reply_to=words))
        elif kind == "title":
            posts = (texts.fire.post_head, texts.fire.post_duty, texts.fire.post_shop)
            self.write(texts.fire.notice_receiver_title, draft.title, posts, lambda words: self._change(title=words))

    def on_option(self, key: str, choice: str) -> None:
        draft = self._draft()
        hazard = choice.partition(":")[2]
        line = next((one for one in draft.lines if one.hazard == hazard), None) if draft is not None else None
        if line is not None:
            changed = replace(line, is_chosen=not line.is_chosen)
            self.desk.do(partial(actions.change_line, self.desk.tablet, NoticeId(self.record), changed))

    def submit(self) -> None:
        """Issue the notice; what is missing is said, and a line that lacks something is opened."""
        draft = self._draft()
        if draft is None:
            return
        if not self.view.is_complete:
            open_line = first_open(self.desk.setting(), draft)
            if open_line is not None:
                self.desk.router.go("line", self.record, open_line)
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        try:
            issued = actions.issue_notice(self.desk.tablet, NoticeId(self.record))
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
            self.refresh()
            return
        texts, notice = self.desk.texts, self.record
        self.record = ""
        self.desk.wake()
        self.desk.feel.saved()
        self.desk.router.go("hazards")
        self.desk.router.go("paper", f"notice:{notice}")
        is_temporary = issued.no.startswith("暂-")
        words = texts.fire.notice_issued_temporary if is_temporary else texts.fire.notice_issued
        self.desk.shell.say(words.format(no=issued.no), "check-circle")

    def _set_unit(self, key: str) -> None:
        self._change(unit=UnitId(key))
        self.refresh()

    def _draft(self) -> NoticeDraft | None:
        return self.desk.tablet.store.notice_draft(NoticeId(self.record))

    def _change(self, **values: Any) -> None:
        draft = self._draft()
        if draft is not None:
            self.desk.do(partial(actions.change_notice, self.desk.tablet, replace(draft, **values)))


class LineScreen(FormScreen):
    """Shows one line of a notice: the record is the notice, the item the hazard."""

    name = "line"

    def make(self) -> FormView | None:
        return line_view(self.desk.setting(), NoticeId(self.record), HazardId(self.item))

    def gone(self) -> None:
        self.desk.router.go("hazards")

    def on_field(self, key: str) -> None:
        line, texts = self._line(), self.desk.texts
        if line is None:
            return
        store = self.desk.tablet.store
        if key == "measures":
            ready = (*measure_phrases(texts), *store.phrases()[:6])
            self.write(
                texts.fire.line_measures,
                line.required_measures,
                tuple(dict.fromkeys(ready)),
                lambda words: self._change(required_measures=words),
            )
        elif key == "responsible":
            self.write(
                texts.fire.line_responsible,
                line.responsible_person,
                self._people(),
                lambda words: self._change(responsible_person=words),
            )
        elif key == "basis":
            self.write(texts.fire.line_basis, line.legal_basis, (), lambda words: self._change(legal_basis=words))
        elif key == "interim":
            self.write(
                texts.fire.line_interim,
                line.interim_measures,
                interim_phrases(texts),
                lambda words: self._change(interim_measures=words),
            )

    def on_option(self, key: str, choice: str) -> None:
        if key == "grade":
            self._change(grade=HazardGrade(choice))
        elif key == "deadline":
            self._change(deadline_on=date.fromisoformat(choice))

    def on_show_photo(self, key: str, photo: str) -> None:
        shown = next((one for part in self.view.cards[0] for one in part.photos if one.key == photo), None)
        if shown is not None:
            show_kept(self.desk, shown)

    def submit(self) -> None:
        """Go back to the notice; what is missing is said, and kept as it is."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        self.desk.router.back()

    def _people(self) -> tuple[str, ...]:
        draft = self.desk.tablet.store.notice_draft(NoticeId(self.record))
        unit = self.desk.tablet.store.unit(draft.unit) if draft is not None and draft.unit is not None else None
        named = (unit.head, *unit.signers) if unit is not None else ()
        return tuple(dict.fromkeys(name for name in named if name))

    def _line(self) -> LineDraft | None:
        draft = self.desk.tablet.store.notice_draft(NoticeId(self.record))
        lines = draft.lines if draft is not None else ()
        return next((one for one in lines if one.hazard == self.item), None)

    def _change(self, **values: Any) -> None:
        line = self._line()
        if line is not None:
            changed = replace(line, **values)
            self.desk.do(partial(actions.change_line, self.desk.tablet, NoticeId(self.record), changed))
