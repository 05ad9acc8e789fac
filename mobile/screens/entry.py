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
from mobile.screens.voice import record_voice
from mobile.views import answer as words
from mobile.views import library
from mobile.views.checklist import phrase_options
from mobile.views.item import ItemView, item_view_of
from mobile.views.judged import Ground, Judged, ground_of, judge
from mobile.views.parts import OptionView, PhotoView
from mobile.views.past import past_view
from mobile.views.setting import row_key, split_key
from mobile.widgets import jump, plot
from mobile.widgets.sheet import OptionSheet, PhotoSheet
from shared.checklist import AnswerKey, RowState
from shared.ids import InspectionId, PhotoId
from shared.model.inspection import AFTER, Answer, Result
from shared.model.template import ItemKind

__all__ = ["Entry", "jump", "moment", "plot"]

SHORT_TITLE = 14


class Entry:
    """The taps of one record. `changed(key)` is called after each; `moved(key)` when another item is wanted.

    `filled(key)` is called when a reading is to be filled in, `taken_back(key)` when a tap on that item was undone; where
    they are not given, they are `moved` and `changed`.
    """

    def __init__(
        self,
        desk: Desk,
        changed: Callable[[str], None],
        moved: Callable[[str], None],
        *,
        filled: Callable[[str], None] | None = None,
        taken_back: Callable[[str], None] | None = None,
    ) -> None:
        self.desk = desk
        self._filled = filled or moved
        self._taken_back = taken_back or changed
        self.record = InspectionId("")
        self.state: Judged | None = None
        self._ground: Ground | None = None
        self._ground_of = InspectionId("")
        self._changed = changed
        self._moved = moved

    def emit(self, event: str, key: str, extra: object = None) -> None:
        """Take an event of a row or of the pane."""
        getattr(self, f"on_{event}")(key, extra)

    def read(self, *, anew: bool = False) -> Judged | None:
        """Read and judge the record: once for each tap.

        What it stands on (form, place, what was found before) is read with the first tap and then ``anew`` only.
        """
        if not self.record:
            self.state = None
            return None
        setting = self.desk.setting()
        if anew or self._ground is None or self._ground_of != self.record:
            self._ground, self._ground_of = ground_of(setting, self.record), self.record
        self.state = judge(setting, self.record, self._ground) if self._ground else None
        return self.state

    def row(self, key: str) -> RowState | None:
        """Return one row, as of the last `read`."""
        return self.state.row(key) if self.state else None

    def goes_on(self, key: str) -> bool:
        """Tell whether an answer is whole with one tap: a pass, or one of several choices that needs nothing more."""
        row = self.row(key)
        if row is None or self.state is None or row.is_blocking or not row.is_answered:
            return False
        answer = self.state.answers.get(row.key)
        return row.item.kind is ItemKind.CHOICE or (answer is not None and answer.result is Result.PASS)

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
        self.desk.feel.saved()
        texts = self.desk.texts
        said = texts.answered.format(item=self._title(key), answer=words.result_words(result, texts))
        self.desk.shell.say(said, "", texts.undo, self.undo)
        self._changed(key)

    def on_figure(self, key: str, figure: object) -> None:
        """Keep what the number pad shows, digit by digit."""
        item, per = split_key(key)
        value = _number(str(figure))  # None once the last digit is taken back: note, reason and action stay
        was_over = self._is_over(key)
        self.desk.do(lambda: actions.answer(self.desk.tablet, self.record, item, per, value=value))
        self._changed(key)
        if self._is_over(key) and not was_over:
            self.desk.feel.warned()

    def _is_over(self, key: str) -> bool:
        """Tell whether a reading is above its limit; one below it may still be on its way, digit by digit."""
        row = self.row(key)
        high = row.limits.high if row and row.limits else None
        return row is not None and high is not None and isinstance(row.value, int | float) and row.value > high

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

    def undo(self) -> None:
        """Take the last tap back, say what it was, and offer the one before."""
        taken: list[AnswerKey | None] = []
        if not self.desk.do(lambda: taken.append(actions.undo_last(self.desk.tablet, self.record))):
            return
        key = row_key(*taken[0]) if taken[0] else ""
        self.read()
        texts = self.desk.texts.checklist
        if key:
            said = texts.undo_step.format(item=self._title(key), answer=self._says(key))
            more = bool(self.desk.tablet.store.taps(self.record, 1))
            self.desk.shell.say(said, "undo-variant", texts.undo_more if more else "", self.undo if more else None)
        self._taken_back(key)

    def _says(self, key: str) -> str:
        """Return what an item says now."""
        row, setting = self.row(key), self.desk.setting()
        answer = self.state.answers.get(row.key) if self.state and row else None
        said = words.answer_words(row.item, answer, setting) if row and answer else ""
        return said or setting.texts.checklist.undo_nothing

    def on_clear(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        title = self._title(key)
        if self.desk.do(lambda: actions.clear_answer(self.desk.tablet, self.record, item, per)):
            self.desk.shell.say(self.desk.texts.cleared.format(item=title), "", self.desk.texts.undo, self.undo)
        self._changed(key)

    # ---------------------------------------------------------------- what goes with an answer
    def on_photo(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        self.desk.take_photo(self.record, item, per)

    def on_show_photo(self, key: str, photo: object) -> None:
        show_photo(self.desk, PhotoId(str(photo)), lambda: self._changed(key), may_drop=True)

    def on_note(self, key: str, _: object = None) -> None:
        view = self.view(key)
        row, answer = self.row(key), self._answer(key)
        offered = phrase_options(self.desk.setting(), row.item, answer) if row else ()
        chips = tuple(OptionView(option.words, option.words, is_chosen=option.is_chosen) for option in offered)
        write(
            self.desk,
            view.note_title,
            view.note,
            view.note_hint,
            chips,
            lambda text: self._set_note(key, text),
            voice=lambda: self.on_voice(key),
        )

    def on_voice(self, key: str, _: object = None) -> None:
        """Record what is said about an item."""
        item, per = split_key(key)
        record_voice(self.desk, self.record, item, per)

    def on_phrase(self, key: str, phrase: object) -> None:
        """Describe the fault with one tap, or take that back: a wording of the office, or words written before."""
        said = str(phrase)
        if self.desk.tablet.store.library_phrase(said) is not None:
            self._choose(key, said)
            return
        note = self.view(key).note
        parts = [part for part in note.split(actions.SEPARATOR) if part]
        kept = [part for part in parts if part != said] if said in parts else [*parts, said]
        self._set_note(key, actions.SEPARATOR.join(kept))

    def _choose(self, key: str, phrase: str) -> None:
        """Choose a wording by the key of its version; the chosen one is taken off."""
        item, per = split_key(key)
        found = self.desk.tablet.store.library_phrase(phrase)
        if found is not None and self._answer(key).phrase == phrase:
            found = None
        said = self.desk.setting().say(found.words) if found else ""
        self.desk.do(lambda: actions.choose_phrase(self.desk.tablet, self.record, item, per, found, said))
        self._changed(key)

    def on_library(self, key: str, _: object = None) -> None:
        """Open the list of wordings that fit the item, each with what it brings."""
        row, texts = self.row(key), self.desk.texts
        if row is None:
            return
        options = list(library.listed(self.desk.setting(), row.item, self._answer(key)))
        own = texts.checklist
        sheet = jump.WordingSheet(title=own.library_title, options=options, cancel=texts.cancel, empty=own.library_none)
        sheet.bind(on_choose=lambda _, chosen: self._take_wording(key, chosen))
        self.desk.shell.open_sheet(sheet)

    def _take_wording(self, key: str, phrase: str) -> None:
        self.desk.shell.close_sheet()
        self._choose(key, phrase)

    def on_fix(self, key: str, _: object = None) -> None:
        """Say that it was put right on the spot, and take the photo that shows it."""
        item, per = split_key(key)
        if not self._answer(key).corrected:
            self.desk.do(lambda: actions.set_corrected(self.desk.tablet, self.record, item, per, corrected=True))
            self._changed(key)
        self.desk.take_photo(self.record, item, per, AFTER)

    def on_unfix(self, key: str, _: object = None) -> None:
        item, per = split_key(key)
        self.desk.do(lambda: actions.set_corrected(self.desk.tablet, self.record, item, per, corrected=False))
        self._changed(key)

    def on_past(self, key: str, _: object = None) -> None:
        """Show what was found the last time."""
        row = self.row(key)
        view = past_view(self.desk.setting(), self.state, row) if self.state and row else None
        if view is None:
            return
        sheet = jump.PastSheet(view=view, close_words=self.desk.texts.close)
        sheet.bind(on_photo=lambda _, shown: self._show_past(view.photos, shown))
        self.desk.shell.open_sheet(sheet)

    def _show_past(self, photos: tuple[PhotoView, ...], shown: str) -> None:
        photo = next((one for one in photos if one.key == shown), None)
        if photo is not None:
            sheet = PhotoSheet(source=photo.large, caption=photo.state, close_words=self.desk.texts.close)
            self.desk.shell.open_sheet(sheet)

    def _answer(self, key: str) -> Answer:
        item, per = split_key(key)
        found = self.state.answers.get((item, per)) if self.state else None
        return found or Answer(item, per)

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

    def on_fill(self, key: str, _: object = None) -> None:
        self._filled(key)

    def on_next(self, key: str, _: object = None) -> None:
        self.left(key)
        self._moved(self.view(key).next_key or key)

    def left(self, key: str) -> None:
        """Warn about a reading out of its limits, once it is left: its digits are all there then."""
        row = self.row(key)
        if row is not None and row.out_of_limits:
            self.desk.feel.warned()

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
        if self.desk.recorder.is_there:
            options.append(OptionView("voice", texts.voice.title, "microphone"))
        if view.last:
            options.append(OptionView("past", texts.checklist.last_title, "history"))
        if self._answer(key).corrected:
            options.append(OptionView("unfix", texts.checklist.fix_off, "undo-variant"))
        if view.has_answer:
            options.append(OptionView("clear", texts.clear_answer, "eraser", "idle"))
        sheet = OptionSheet(title=view.title, options=options, cancel=texts.cancel)
        sheet.bind(on_choose=lambda _, chosen: self._take_option(key, chosen))
        self.desk.shell.open_sheet(sheet)

    def _take_option(self, key: str, chosen: str) -> None:
        self.desk.shell.close_sheet()
        if chosen == "not_checked":
            self.on_answer(key, Result.NOT_CHECKED.value)
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
