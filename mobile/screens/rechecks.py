"""The rechecks of one notice in one go."""

from __future__ import annotations

from datetime import date
from functools import partial

from mobile import actions
from mobile.screens.form import FormScreen
from mobile.screens.photo import compare, shoot_like, show_kept, show_photo
from mobile.views.form import FormView
from mobile.views.parts import PhotoView
from mobile.views.recheck import ready_phrases
from mobile.views.rechecks import draft_id, drafts_of, rechecks_view
from shared.ids import NoticeId, PhotoId, RecheckId
from shared.model.hazard import RecheckResult


class RechecksScreen(FormScreen):
    """Shows the rechecks of a notice that are being recorded; the record is the notice."""

    name = "rechecks"

    def make(self) -> FormView | None:
        return rechecks_view(self.desk.setting(), NoticeId(self.record), self.names())

    def gone(self) -> None:
        self.desk.router.go("hazards")

    def on_field(self, key: str) -> None:
        kind = key.partition(":")[0]
        if kind == "note":
            draft = self.desk.tablet.store.recheck_draft(draft_id(key))
            if draft is not None:
                texts, tablet = self.desk.texts, self.desk.tablet
                self.write(
                    texts.recheck_note,
                    draft.note,
                    ready_phrases(texts),
                    lambda words: actions.set_recheck(tablet, draft.id, note=words),
                    draft.id,
                )
        elif kind == "compare":
            self._compare(draft_id(key))
        elif kind == "new":
            self._raise_another()

    def on_option(self, key: str, choice: str) -> None:
        kind, tablet = key.partition(":")[0], self.desk.tablet
        if kind == "result":
            self.desk.do(partial(actions.set_recheck, tablet, draft_id(key), result=RecheckResult(choice)))
        elif kind == "deadline":
            day = date.fromisoformat(choice)
            self.desk.do(partial(actions.set_recheck, tablet, draft_id(key), new_deadline_on=day))

    def on_photo(self, key: str) -> None:
        """Show where the photo from before was taken, if it is here; then open the camera."""
        recheck = draft_id(key)
        before = next((photo for photo in self._photos(f"before:{recheck}") if photo.thumb), None)
        if before is None:
            self.desk.take_photo(recheck)
        else:
            shoot_like(self.desk, before, lambda: self.desk.take_photo(recheck))

    def _compare(self, recheck: RecheckId) -> None:
        """Lay the photo from before over the newest one of now."""
        before = next((photo for photo in self._photos(f"before:{recheck}") if photo.thumb), None)
        now = next((photo for photo in reversed(self._photos(f"photo:{recheck}")) if photo.thumb), None)
        if before is not None and now is not None:
            compare(self.desk, before, PhotoId(now.key))

    def on_show_photo(self, key: str, photo: str) -> None:
        if key.startswith("photo:"):
            show_photo(self.desk, PhotoId(photo), self.refresh, may_drop=True)
            return
        shown = next((one for one in self._photos(key) if one.key == photo), None)
        if shown is not None:
            show_kept(self.desk, shown)

    def _photos(self, key: str) -> tuple[PhotoView, ...]:
        return tuple(one for card in self.view.cards for part in card if part.key == key for one in part.photos)

    def submit(self) -> None:
        """Hand all of them in, or say what is missing."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        notice = NoticeId(self.record)
        drafts = [draft.id for draft, _ in drafts_of(self.desk.setting(), notice)]
        if not self.desk.do(partial(actions.finish_rechecks, self.desk.tablet, notice, drafts)):
            self.refresh()
            return
        self.record = ""
        self.desk.wake()
        self.desk.feel.saved()
        self.desk.router.go("hazards")
        self.desk.shell.say(self.desk.texts.fire.rechecks_done.format(n=len(drafts)), "check-circle")

    def _raise_another(self) -> None:
        notice = self.desk.tablet.store.notice(NoticeId(self.record))
        unit = notice.unit if notice is not None else None
        self.desk.router.go("report", actions.start_hazard(self.desk.tablet, None, unit, "recheck"))
