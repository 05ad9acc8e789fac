"""Choosing a picture file: what a desktop has for a camera."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kivy.app import App
from kivy.properties import ObjectProperty, StringProperty

from mobile.widgets import kv
from mobile.widgets.sheet import Sheet


class PictureChooser(Sheet):
    """A list of folders and pictures. `done` gets the chosen file, or None."""

    done: Callable[[Path | None], None] | None = ObjectProperty(None, allownone=True)
    folder = StringProperty("")
    take_words = StringProperty("")
    cancel_words = StringProperty("")

    def take(self, chosen: list[str]) -> None:
        if chosen:
            self._end(Path(chosen[0]))

    def on_close(self) -> None:
        self._end(None)

    def _end(self, path: Path | None) -> None:
        done, self.done = self.done, None
        if done is not None:
            App.get_running_app().shell.close_sheet()
            done(path)


def choose_picture(done: Callable[[Path | None], None]) -> None:
    """Ask for a picture file; `done` gets it, or None."""
    app = App.get_running_app()
    sheet = PictureChooser(
        done=done,
        folder=str(Path.home()),
        title=app.texts.take_photo,
        take_words=app.texts.confirm,
        cancel_words=app.texts.cancel,
    )
    app.shell.open_sheet(sheet)


kv.load(__file__)
