"""Drawing on a photo: arrows, circles, a pen, words and numbers over the picture; each is on disk once it is drawn."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.screens.note import write
from mobile.screens.screen import Screen
from mobile.views.draw import DrawView, draw_view, next_number
from mobile.widgets import kv
from mobile.widgets import marks as _marks  # noqa: F401 (kv names its widgets)
from shared.ids import PhotoId
from shared.model.mark import MOST_LETTERS, MOST_MARKS, Ink, Mark, MarkKind


class DrawScreen(Screen):
    """Shows one DrawView."""

    view: DrawView = ObjectProperty(DrawView(), rebind=True)
    is_wide = BooleanProperty(True)
    is_tight = BooleanProperty(False)
    tool = ObjectProperty(MarkKind.ARROW)
    ink = ObjectProperty(Ink.RED)

    def __init__(self, **kwargs: object) -> None:
        self._photo = PhotoId("")
        super().__init__(**kwargs)

    def show(self, record: str, item: str) -> None:
        self._photo = PhotoId(record)
        self.desk.remember("draw", record)
        self.refresh()

    def refresh(self) -> None:
        view = draw_view(self.desk.setting(), self._photo, self.tool, self.ink)
        if view is None:
            if not self.desk.router.back():
                self.desk.router.go("rounds")
            return
        self.view = view

    def choose_tool(self, key: str) -> None:
        self.tool = MarkKind(key)
        self.refresh()

    def choose_ink(self, key: str) -> None:
        self.ink = Ink(key)
        self.refresh()

    def add(self, mark: Mark) -> None:
        """Keep one more mark."""
        if len(self.view.marks) >= MOST_MARKS:
            self.desk.shell.say(self.desk.texts.draw.full.format(most=MOST_MARKS), "alert-circle-outline")
            return
        self._keep((*self.view.marks, mark))

    def place(self, point: tuple[float, float]) -> None:
        """Put a number, or words that are asked for, where the finger was."""
        if self.tool is MarkKind.NUMBER:
            self.add(Mark(MarkKind.NUMBER, (point,), self.ink, next_number(self.view.marks)))
            return
        texts, before = self.desk.texts.draw, self.view.marks

        def keep(words: str) -> None:
            text = words.strip()[:MOST_LETTERS]
            self._keep((*before, Mark(MarkKind.TEXT, (point,), self.ink, text)) if text else before)

        write(self.desk, texts.text_title, "", texts.text_hint, (), keep)

    def undo(self) -> None:
        """Take the last mark away."""
        self._keep(self.view.marks[:-1])

    def done(self) -> None:
        if not self.desk.router.back():
            self.desk.router.go("rounds")

    def _keep(self, marks: tuple[Mark, ...]) -> None:
        if self.desk.do(lambda: actions.mark_photo(self.desk.tablet, self._photo, marks)):
            self.desk.feel.saved()
        self.refresh()


kv.load(__file__)
