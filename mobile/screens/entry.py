"""What happens when something in a checklist is tapped; shared by the list, the pane and the item screen.

Each method is one tap: one action, one transaction. Nothing waits for a "save".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from mobile import actions
from mobile.screens.note import write
from mobile.screens.photo import show_photo
from mobile.screens.screen import Desk
from mobile.views.item import ItemView, item_view_of
from mobile.views.judged import Judged, judge
from mobile.views.parts import OptionView
from mobile.views.setting import split_key
from mobile.widgets.sheet import OptionSheet
from shared.ids import InspectionId, PhotoId
from shared.model.inspection import Result

SHORT_TITLE = 14


class Entry:
    """The taps of one record. `changed(key)` is called after each; `moved(key)` when another item is wanted."""

    def __init__(self, desk: Desk, changed: Callable[[str], None], moved: Callable[[str], None]) -> None:
        self.desk = desk
        self.record = InspectionId("")
        self.state: Judged | None = None
        self._changed = changed
        self._moved = moved

    def emit(self, event: str, key: str, extra: object = None) -> None:
        """Take an event of a row or of the pane."""
        getattr(self, f"on_{event}")(key, extra)

    def read(self) -> Judged | None:
        """Read and judge the record anew: once for each tap, since judging is the dearest thing here."""
        self.state = judge(self.desk.setting(), self.record) if self.record else None
        return self.state

    def view(self, key: str) -> ItemView:
        """Return the view of one item, as of the last `read`."""
        row = self.state.row(key) if self.state else None
        return item_view_of(self.desk.setting(), self.state, row) if self.state and row else ItemView()

    def _title(self, key: str) -> str:
        row = self.state.row(key) if self.state else None
        label = self.desk.setting().say(row.item.label) if row else ""
        return label if len(label) <= SHORT_TITLE else label[: SHORT_TITLE - 1] + "…"

    # ---------------------------------------------------------------- answers
    def on_answer(self, key: str, answer: object) -> None:
        item, per = split_key(key)
        result = Result(str(answer))
        if not self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, result=result)):
            return
        texts = self.desk.texts
        said = str(getattr(texts, f"result_{result.value}"))
        words = texts.answered.format(item=self._title(key), answer=said)
        self.desk.shell.say(words, "", texts.undo, self._undo)
        self._changed(key)

    def on_figure(self, key: str, figure: object) -> None:
        """Keep what the number pad shows, digit by digit."""
        item, per = split_key(key)
        value = _number(str(figure))  # None once the last digit is taken back: note, reason and action stay
        self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=value))
        self._changed(key)

    def on_option(self, key: str, option: object) -> None:
        item, per = split_key(key)
        view, value = self.view(key), str(option)
        chosen = tuple(o.key for o in view.options if o.is_chosen)
        if not view.is_multiple:
            self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=value))
        else:
            now = tuple(k for k in chosen if k != value) if value in chosen else (*chosen, value)
            self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=now))
        self._changed(key)

    def on_day(self, key: str, step: object) -> None:
        """Set the date to today, or a day earlier or later than it is."""
        item, per = split_key(key)
        days = int(str(step))
        today = self.desk.setting().now().date()
        raw = self.view(key).raw_value
        start = date.fromisoformat(raw) if raw and days else today
        on = (start + timedelta(days=days)).isoformat()
        self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=on))
        self._changed(key)

    def on_shift(self, key: str, minutes: object) -> None:
        """Set a time to now, or move it by some minutes."""
        item, per = split_key(key)
        view, now = self.view(key), self.desk.setting().now().replace(second=0, microsecond=0)
        start = moment(view.raw_value, now) if view.raw_value and int(str(minutes)) else now
        at = start + timedelta(minutes=int(str(minutes)))
        value = at.strftime("%H:%M") if view.is_clock_only else at.isoformat()
        self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=value))
        self._changed(key)

    def on_text(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        view = self.view(key)

        def keep(text: str) -> None:
            self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=text or None))
            self._changed(key)

        write(self.desk, view.title, view.raw_value, view.value_hint, (), keep)

    def _undo(self) -> None:
        if self.desk.do(lambda: actions.undo_last(self.desk.tablet, self.record)):
            self.desk.shell.say(self.desk.texts.undone, "undo-variant")
        self._changed("")

    def on_clear(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        title = self._title(key)
        if self.desk.do(lambda: actions.clear_answer(self.desk.tablet, self.record, item, per)):
            self.desk.shell.say(self.desk.texts.cleared.format(item=title), "", self.desk.texts.undo, self._undo)
        self._changed(key)

    # ---------------------------------------------------------------- what goes with an answer
    def on_photo(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        self.desk.take_photo(self.record, item, per)

    def on_show_photo(self, key: str, photo: object) -> None:
        show_photo(self.desk, PhotoId(str(photo)), lambda: self._changed(key), may_drop=True)

    def on_note(self, key: str, _: object = None) -> None:
        view = self.view(key)
        write(
            self.desk, view.note_title, view.note, view.note_hint, view.phrases, lambda text: self._set_note(key, text)
        )

    def on_phrase(self, key: str, phrase: object) -> None:
        """Put a phrase into the note with one tap, or take it out again."""
        note, words = self.view(key).note, str(phrase)
        if words in note:
            kept = [part for part in note.split("，") if part != words]
            self._set_note(key, "，".join(kept))
        else:
            self._set_note(key, f"{note}，{words}" if note else words)

    def _set_note(self, key: str, text: str) -> None:
        item, per = split_key(key)
        self.desk.do(lambda: actions.set_note(self.desk.tablet, self.record, item, per, text))
        self._changed(key)

    def on_reason(self, key: str, words: object) -> None:
        self._set_reason(key, str(words))

    def on_write_reason(self, key: str, _: object = None) -> None:
        view = self.view(key)
        write(self.desk, view.reason_hint, view.reason, "", view.reasons, lambda text: self._set_reason(key, text))

    def _set_reason(self, key: str, text: str) -> None:
        item, per = split_key(key)
        self.desk.do(lambda: actions.set_reason(self.desk.tablet, self.record, item, per, text))
        self._changed(key)

    def on_act(self, key: str, words: object) -> None:
        self._set_action(key, str(words))

    def on_action(self, key: str, _: object = None) -> None:
        view = self.view(key)
        choices = view.actions
        write(
            self.desk,
            view.action_title,
            view.action,
            view.action_hint,
            choices,
            lambda text: self._set_action(key, text),
        )

    def _set_action(self, key: str, text: str) -> None:
        item, per = split_key(key)
        self.desk.do(lambda: actions.set_action(self.desk.tablet, self.record, item, per, text))
        self._changed(key)

    # ---------------------------------------------------------------- moving about
    def on_open(self, key: str, _: object = None) -> None:
        self._moved(key)

    def on_next(self, key: str, _: object = None) -> None:
        self._moved(self.view(key).next_key or key)

    def on_more(self, key: str, _: object = None) -> None:
        """Offer what is rarer: details, 未检, a photo, a note, clearing."""
        texts, view = self.desk.texts, self.view(key)
        options = [OptionView("open", texts.open_item, "eye-outline")]
        if view.kind == "answers":
            options.append(OptionView("not_checked", texts.not_checked_item, "help-circle-outline", "warn"))
        options += [
            OptionView("photo", texts.take_photo, "camera-outline"),
            OptionView("note", texts.note, "comment-text-outline"),
        ]
        if view.has_answer:
            options.append(OptionView("clear", texts.clear_answer, "eraser", "idle"))
        sheet = OptionSheet(title=view.title, options=options, cancel=texts.cancel)
        sheet.bind(on_choose=lambda _, chosen: self._take_option(key, chosen))
        self.desk.shell.open_sheet(sheet)

    def _take_option(self, key: str, chosen: str) -> None:
        self.desk.shell.close_sheet()
        if chosen == "not_checked":
            self.on_answer(key, Result.NOT_CHECKED.value)
            self._moved(key)
        else:
            self.emit(chosen, key)


def moment(text: str, now: datetime) -> datetime:
    """Read a stored time, or a time of day as today's; `now` when it is neither."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        try:
            at = datetime.combine(now.date(), time.fromisoformat(text))
        except ValueError:
            return now
    return at.astimezone(now.tzinfo) if at.tzinfo else at.replace(tzinfo=now.tzinfo)


def _number(figure: str) -> int | float | None:
    """Return what is typed as a number; None while it is none yet."""
    if not any(c.isdigit() for c in figure):
        return None
    return float(figure) if "." in figure else int(figure)
