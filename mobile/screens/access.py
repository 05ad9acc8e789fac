"""The access log of a machine room, and the form for somebody at its door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.begin import Starter
from mobile.screens.form import FormScreen
from mobile.screens.note import write
from mobile.screens.remind import remind_of_access
from mobile.screens.screen import Screen
from mobile.store.row import AdmitDraft
from mobile.views.access import (
    EVERY_ROOM,
    AccessView,
    access_view,
    admit_view,
    field_words,
    leave_options,
    purposes,
)
from mobile.views.form import FormView
from mobile.views.parts import OptionView, SectionView
from mobile.widgets import kv
from mobile.widgets.row import round_height, section_height
from shared.ids import AccessId, PersonId, PointId
from shared.model.access import AccessCategory


class AccessScreen(Screen):
    """Shows one AccessView: of a machine room, or of all (``EVERY_ROOM``)."""

    view: AccessView = ObjectProperty(AccessView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._where = EVERY_ROOM
        super().__init__(**kwargs)
        self._starter = Starter(self.desk)
        self.follow_width(self._show_rows)

    def show(self, record: str, item: str) -> None:
        self._where = record or EVERY_ROOM
        self.desk.remember("access", self._where)
        self.refresh()

    def refresh(self) -> None:
        self.view = access_view(self.desk.setting(), self._where)
        self._show_rows()

    def _show_rows(self) -> None:
        theme, width = self.desk.theme(), self.ids.rows.width
        head = section_height(theme)
        self.ids.rows.show(
            [
                {"row": "SectionRow", "view": row, "size": (0, head)}
                if isinstance(row, SectionView)
                else {
                    "row": "RoundRow" if row.key.startswith("inside:") else "ReadRow",
                    "view": row,
                    "emit": self.on_row,
                    "size": (0, round_height(theme, row, width)),
                }
                for row in self.view.lines
            ]
        )

    def on_row(self, _event: str, key: str, *_extra: object) -> None:
        """Write down that somebody has left, and how the room was left behind."""
        kind, _, entry = key.partition(":")
        if kind == "inside":
            options = list(leave_options(self.desk.setting()))
            self._starter.ask(self.desk.texts.access.leave_as, options, lambda state: self._leave(entry, state))

    def _leave(self, entry: str, state: str) -> None:
        texts = self.desk.texts
        if not state:
            said = [""]
            keep = partial(said.__setitem__, 0)
            write(self.desk, texts.access.leave_note, "", "", (), keep, then=lambda: self._left(entry, said[0]))
            return
        self._left(entry, state, is_key_back=state != texts.access.leave_key_kept)

    def _left(self, entry: str, state: str, *, is_key_back: bool = True) -> None:
        if not state:
            return
        tablet = self.desk.tablet
        if self.desk.do(lambda: actions.go_out(tablet, AccessId(entry), state=state, is_key_back=is_key_back)):
            self._done(self.desk.texts.access.left, "logout")

    def go_in(self) -> None:
        """Log the person with the tablet in."""
        self._in_room(self._go_in)

    def _go_in(self, point: str) -> None:
        purpose = self.desk.texts.access.me_in_purpose
        if self.desk.do(lambda: actions.go_in(self.desk.tablet, PointId(point), purpose)):
            self._done(self.desk.texts.access.entered, "door-open")

    def admit(self) -> None:
        """Write down somebody at the door."""
        self._in_room(lambda point: self.desk.router.go("admit", actions.start_admit(self.desk.tablet, PointId(point))))

    def _in_room(self, act: Callable[[str], None]) -> None:
        rooms = self.view.rooms
        if len(rooms) == 1:
            act(rooms[0].key)
        else:
            self._starter.ask(self.desk.texts.choose_point, list(rooms), act)

    def _done(self, words: str, icon: str) -> None:
        self.desk.feel.saved()
        self.desk.wake()
        remind_of_access(self.desk)
        self.refresh()
        self.desk.shell.say(words, icon)


class AdmitScreen(FormScreen):
    """The form for somebody at a machine room's door."""

    name = "admit"

    def make(self) -> FormView | None:
        return admit_view(self.desk.setting(), AccessId(self.record))

    def on_field(self, key: str) -> None:
        draft = self._draft()
        if draft is None:
            return
        title, _ = field_words(self.desk.texts, key)
        self.write(title, str(getattr(draft, key)), self._ready(key), lambda words: self._change(key, words))

    def on_option(self, key: str, choice: str) -> None:
        if key == "category":
            self._edit(lambda now: replace(now, category=AccessCategory(choice)))

    def _ready(self, key: str) -> tuple[str, ...]:
        """Offer what is usual: staff by name, purposes, who may approve."""
        store = self.desk.tablet.store
        if key == "purpose":
            return purposes(self.desk.texts)
        if key in {"name", "approved_by", "escort"}:
            return tuple(person.name for person in store.people() if person.roles)
        if key == "org":
            recent = [
                one.org for one in store.accesses_since(self.desk.setting().now().date().replace(day=1)) if one.org
            ]
            return tuple(dict.fromkeys(reversed(recent)))
        return ()

    def _change(self, key: str, words: str) -> None:
        people = {person.name: person.id for person in self.desk.tablet.store.people()}

        def edit(now: AdmitDraft) -> AdmitDraft:
            typed: dict[str, Any] = {key: words.strip()}
            changed: AdmitDraft = replace(now, **typed)
            person: PersonId | None = people.get(changed.name) if key == "name" else changed.person
            return replace(changed, person=person)

        self._edit(edit)

    def _edit(self, edit: Callable[[AdmitDraft], AdmitDraft]) -> None:
        self.desk.do(lambda: actions.change_admit(self.desk.tablet, AccessId(self.record), edit))

    def _draft(self) -> AdmitDraft | None:
        return self.desk.tablet.store.admit_draft(AccessId(self.record))

    def menu(self) -> None:
        """Turn the person away, with a reason."""
        texts = self.desk.texts
        said = [""]

        def then() -> None:
            if said[0]:
                self._turn_away(said[0])

        reasons = (texts.access.refuse_no_approval, texts.access.refuse_no_reason)
        chips = tuple(OptionView(reason, reason) for reason in reasons)
        write(self.desk, texts.access.refuse_why, "", "", chips, partial(said.__setitem__, 0), then=then)

    def _turn_away(self, why: str) -> None:
        draft = self._draft()
        tablet, access = self.desk.tablet, AccessId(self.record)
        if draft is not None and self.desk.do(lambda: actions.turn_away(tablet, access, why)):
            self._finish(draft, self.desk.texts.access.refused_done)

    def submit(self) -> None:
        """Let the person in, or say what is missing."""
        draft = self._draft()
        if not self.view.is_complete or draft is None:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
        elif self.desk.do(lambda: actions.admit(self.desk.tablet, AccessId(self.record))):
            self._finish(draft, self.desk.texts.access.let_in_done)

    def _finish(self, draft: AdmitDraft, words: str) -> None:
        self.record = ""
        self.desk.feel.saved()
        self.desk.wake()
        remind_of_access(self.desk)
        self.desk.router.replace("access", draft.point)
        self.desk.shell.say(words.format(name=draft.name), "door-open")


kv.load(__file__)
