"""Writing a text: phrases first, typing last. What is typed is kept as it is typed, so Back loses nothing."""

from __future__ import annotations

from collections.abc import Callable

from kivy.clock import Clock

from mobile.screens.screen import Desk
from mobile.views.parts import OptionView
from mobile.widgets.sheet import NoteSheet

KEEP_AFTER_S = 0.4


def write(
    desk: Desk,
    title: str,
    text: str,
    hint: str,
    phrases: tuple[OptionView, ...],
    keep: Callable[[str], None],
    then: Callable[[], None] | None = None,
    voice: Callable[[], None] | None = None,
) -> None:
    """Open the sheet for one text. `keep` is called with the text whenever it has changed, `then` after 完成.

    `voice` records what is said instead; it is offered where there is a microphone.
    """
    texts = desk.texts
    sheet = NoteSheet(title=title, hint=hint, phrases=list(phrases), save_words=texts.done, typing=text)
    if voice is not None and desk.recorder.is_there:
        sheet.voice_words = texts.voice.record
    kept = [text]

    def save(*_: object) -> None:
        waiting.cancel()
        words = sheet.typing.strip()
        if words != kept[0]:
            kept[0] = words
            keep(words)

    def close(*_: object) -> None:
        save()
        desk.shell.close_sheet()
        if then is not None:
            then()

    def speak(*_: object) -> None:
        save()
        desk.shell.close_sheet()
        if voice is not None:
            voice()

    waiting = Clock.create_trigger(save, KEEP_AFTER_S)
    sheet.fbind("typing", lambda *_: waiting())
    sheet.bind(on_save=close, on_voice=speak)
    sheet.fbind("on_close", save)
    if desk.text_entry is not None:
        sheet.use_system_editor(lambda: _edit_natively(desk, sheet))
    desk.shell.open_sheet(sheet)


def _edit_natively(desk: Desk, sheet: NoteSheet) -> None:
    """Let the system's editor write into the sheet, letter by letter, so that nothing is lost with the app."""

    def take(text: str | None) -> None:
        if text is not None:
            Clock.schedule_once(lambda _: setattr(sheet, "typing", text))

    if desk.text_entry is not None:
        desk.text_entry.edit(sheet.title, sheet.typing, sheet.hint, take, take)
