"""One photo over the screen, with the way to drop it."""

from __future__ import annotations

from collections.abc import Callable

from mobile import actions
from mobile.screens.screen import Desk
from mobile.screens.voice import show_voice
from mobile.views import when
from mobile.views.parts import PhotoView
from mobile.widgets.sheet import GhostSheet, PhotoSheet
from shared.ids import PhotoId


def show_photo(desk: Desk, photo: PhotoId, changed: Callable[[], None], *, may_drop: bool) -> None:
    """Open a photo of this tablet, or play a voice note; does nothing while its file is still made."""
    setting, texts = desk.setting(), desk.texts
    row = setting.source.photo(photo)
    if row is not None and row.is_voice:
        show_voice(desk, row, changed, may_drop=may_drop)
        return
    path = setting.source.photo_path(photo, "screen")
    if path is None:
        return
    caption = ""
    if row is not None:
        at = row.begun_at.wall.astimezone(setting.zone())
        day = when.day(at.date(), setting.now().date(), texts)
        caption = texts.photo_taken_at.format(day=day, time=when.clock_time(at))
    sheet = PhotoSheet(
        source=str(path),
        caption=caption,
        marks=row.marks if row is not None else (),
        draw_words=texts.draw.open if may_drop else "",
        drop_words=texts.drop_photo if may_drop else "",
        close_words=texts.close,
    )

    def drop(*_: object) -> None:
        desk.shell.close_sheet()
        if desk.do(lambda: actions.drop_photo(desk.tablet, photo)):
            desk.shell.say(texts.photo_dropped, "delete-outline", texts.undo, restore)
        changed()

    def restore() -> None:
        desk.do(lambda: actions.restore_photo(desk.tablet, photo))
        changed()

    def draw(*_: object) -> None:
        desk.shell.close_sheet()
        desk.router.go("draw", photo)

    sheet.bind(on_drop=drop, on_draw=draw)
    desk.shell.open_sheet(sheet)


def show_kept(desk: Desk, photo: PhotoView) -> None:
    """Open a photo of a record that does not change any more, or play a voice note, if its file is on this tablet."""
    if photo.icon == "microphone":
        row = desk.tablet.store.photo(PhotoId(photo.key))
        if row is not None:
            show_voice(desk, row, desk.shell.refresh, may_drop=False)
        else:
            desk.shell.say(desk.texts.voice.away, "cloud-check-outline")
    elif photo.thumb:
        source = photo.large or photo.thumb
        desk.shell.open_sheet(PhotoSheet(source=source, marks=photo.marks, close_words=desk.texts.close))


def compare(desk: Desk, earlier: PhotoView, later: PhotoId) -> None:
    """Lay the photo from before over one of now, so that a finger can go from the one to the other."""
    path, texts = desk.setting().source.photo_path(later, "screen"), desk.texts
    if path is None or not earlier.thumb:
        return
    sheet = GhostSheet(
        title=texts.draw.compare,
        source=str(path),
        earlier=earlier.large or earlier.thumb,
        share_words=f"{texts.draw.compare_hint} · {texts.draw.compare_share}",
        close_words=texts.close,
    )
    desk.shell.open_sheet(sheet)


def shoot_like(desk: Desk, earlier: PhotoView, shoot: Callable[[], None]) -> None:
    """Show the photo from before, to stand where it was taken; then open the camera."""
    texts = desk.texts

    def act(*_: object) -> None:
        desk.shell.close_sheet()
        shoot()

    sheet = GhostSheet(
        title=texts.draw.shoot,
        earlier=earlier.large or earlier.thumb,
        hint=texts.draw.stand,
        act_words=texts.draw.shoot,
        close_words=texts.close,
    )
    sheet.bind(on_act=act)
    desk.shell.open_sheet(sheet)
