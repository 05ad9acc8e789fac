"""Voice notes: the row first, then the microphone; heard again and dropped where the photos are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kivy.clock import mainthread

from mobile import actions
from mobile.device.recorder import LONGEST_S, Recording
from mobile.screens.screen import Desk
from mobile.store.row import PhotoRow
from mobile.views import when
from mobile.widgets.voice import RecordSheet, VoiceSheet
from shared.errors import DiskFullError, EvidenceMissingError, RoundsError, StoreError
from shared.ids import AssetId, PhotoId
from shared.model.inspection import VOICE

ICON = "alert-circle-outline"


def record_voice(desk: Desk, record: str, item: str = "", per: AssetId | None = None) -> None:
    """Record a voice note for a draft or form, or for an item of it. Its row is stored before the microphone opens."""
    texts = desk.texts.voice
    try:
        voice = actions.begin_photo(desk.tablet, record, item, per, VOICE)
    except RoundsError as error:
        desk.shell.say(texts.no_space if isinstance(error, DiskFullError) else desk.trouble(error), ICON)
        return
    row = desk.tablet.store.photo(voice)
    if row is not None:
        desk.recorder.start(Path(row.source), mainthread(lambda how: _begun(desk, voice, how)))


def _begun(desk: Desk, voice: PhotoId, how: Recording) -> None:
    texts = desk.texts.voice
    if how is not Recording.RUNS:
        _forget(desk, voice, texts.refused if how is Recording.REFUSED else texts.failed)
        return
    sheet = RecordSheet(
        title=texts.title,
        longest=LONGEST_S,
        recording_words=texts.recording,
        hint=texts.hint.format(minutes=LONGEST_S // 60),
        stop_words=texts.stop,
    )
    sheet.bind(on_stop=lambda *_: _end(desk, voice, sheet))
    desk.shell.open_sheet(sheet)


def _end(desk: Desk, voice: PhotoId, sheet: RecordSheet) -> None:
    """Keep what was said; the sheet may be gone already."""
    is_there = desk.recorder.stop()
    if sheet.parent is not None:
        desk.shell.close_sheet()
    if is_there:
        desk.errands.run(lambda: actions.finish_photo(desk.tablet, voice), lambda outcome: _kept(desk, outcome))
    else:
        _forget(desk, voice, desk.texts.voice.nothing)


def _forget(desk: Desk, voice: PhotoId, words: str) -> None:
    desk.do(lambda: actions.drop_photo(desk.tablet, voice))
    desk.shell.say(words, ICON)
    desk.shell.refresh()


def _kept(desk: Desk, outcome: object) -> None:
    @mainthread
    def show() -> None:
        texts = desk.texts.voice
        if isinstance(outcome, PhotoRow):
            desk.feel.saved()
            desk.shell.say(texts.kept.format(length=when.length(outcome.seconds)), "microphone")
        else:
            desk.shell.say(_trouble(desk, outcome), ICON)
        desk.shell.refresh()

    show()


def _trouble(desk: Desk, outcome: object) -> str:
    if isinstance(outcome, DiskFullError):  # what was recorded is kept: it is not to be said again
        return desk.texts.voice.waits
    if isinstance(outcome, EvidenceMissingError):
        return desk.texts.voice.nothing
    return desk.trouble(outcome if isinstance(outcome, BaseException) else StoreError())


def show_voice(desk: Desk, row: PhotoRow, changed: Callable[[], None], *, may_drop: bool) -> None:
    """Play a voice note of this tablet, with the way to drop it; does nothing while its file is still made."""
    texts, path = desk.texts, desk.tablet.store.voice_path(row.id)
    if path is None:
        if row.sha256:
            desk.shell.say(texts.voice.away, "cloud-check-outline")
        return
    setting = desk.setting()
    at = row.begun_at.wall.astimezone(setting.zone())
    sheet = VoiceSheet(
        title=texts.voice.title,
        length=when.length(row.seconds),
        caption=f"{when.day(at.date(), setting.now().date(), texts)} {when.clock_time(at)}",
        play_words=texts.voice.play,
        quiet_words=texts.voice.quiet,
        drop_words=texts.voice.drop if may_drop else "",
        close_words=texts.close,
    )
    desk.shell.open_sheet(sheet)
    player = _Player(desk, path, sheet)
    sheet.bind(on_play=lambda *_: player.turn(), on_drop=lambda *_: _drop(desk, row.id, changed))
    sheet.fbind("parent", player.placed)
    player.turn()


class _Player:
    """What the button of a voice note does: play from the beginning, or be quiet."""

    def __init__(self, desk: Desk, path: Path, sheet: VoiceSheet) -> None:
        self._desk, self._path, self._sheet = desk, path, sheet
        self._turns = 0

    def turn(self) -> None:
        self._turns += 1
        self._sheet.playing = not self._sheet.playing
        if self._sheet.playing:
            turn = self._turns
            self._desk.recorder.play(self._path, mainthread(lambda: self._ended(turn)))
        else:
            self._desk.recorder.quiet()

    def placed(self, _: object, parent: object) -> None:
        """Be quiet once the sheet is gone."""
        if parent is None:
            self._desk.recorder.quiet()

    def _ended(self, turn: int) -> None:
        if turn == self._turns:  # not the end of what was played before
            self._sheet.playing = False


def _drop(desk: Desk, voice: PhotoId, changed: Callable[[], None]) -> None:
    texts = desk.texts

    def restore() -> None:
        desk.do(lambda: actions.restore_photo(desk.tablet, voice))
        changed()

    desk.shell.close_sheet()
    if desk.do(lambda: actions.drop_photo(desk.tablet, voice)):
        desk.shell.say(texts.voice.dropped, "delete-outline", texts.undo, restore)
    changed()
