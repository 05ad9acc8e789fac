"""One photo over the screen, with the way to drop it."""

from __future__ import annotations

from collections.abc import Callable

from mobile import actions
from mobile.screens.screen import Desk
from mobile.views import when
from mobile.widgets.sheet import PhotoSheet
from shared.ids import PhotoId


def show_photo(desk: Desk, photo: PhotoId, changed: Callable[[], None], *, may_drop: bool) -> None:
    """Open a photo of this tablet; does nothing while its file is still made."""
    setting, texts = desk.setting(), desk.texts
    path = setting.source.photo_path(photo, "screen")
    row = setting.source.photo(photo)
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
        drop_words=texts.drop_photo if may_drop else "",
        close_words=texts.close,
    )

    def drop(*_: object) -> None:
        desk.shell.close_sheet()
        if desk.do(lambda: actions.drop_photo(desk.tablet, photo)):
            desk.shell.say(texts.photo_dropped, "delete-outline")
        changed()

    sheet.bind(on_drop=drop)
    desk.shell.open_sheet(sheet)
