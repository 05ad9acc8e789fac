"""A paper as it will be printed: its pages to look at, to share as a PDF, to print; and the receipt that is still open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kivy.clock import mainthread
from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.image import Image

from mobile import actions
from mobile.device.paper import Paper, write_pages, write_pdf
from mobile.device.share import PDF
from mobile.screens.form import FormScreen
from mobile.views.form import FormView
from mobile.views.paper import PaperView, paper_of, paper_view
from mobile.widgets import kv
from mobile.widgets.sheet import Sheet
from shared.errors import RoundsError
from shared.ids import NoticeId


class PageImage(ButtonBehavior, Image):
    """One page, as wide as there is room; tapping it shows it large."""


class PageSheet(Sheet):
    """One page with letters as large as the app's own, to be moved under the finger: a phone is narrower than paper."""

    source = StringProperty("")
    close_words = StringProperty("")


class PaperScreen(FormScreen):
    """Shows one PaperView. The record is the paper's kind and id, parted by a colon."""

    name = "paper"
    paper: PaperView = ObjectProperty(PaperView(), rebind=True)
    pages = ListProperty()
    trouble = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        self._shown: Paper | None = None
        self._pdf: Path | None = None
        super().__init__(**kwargs)
        self.fbind("pages", self._fill)

    def make(self) -> FormView | None:
        setting = self.desk.setting()
        view = paper_view(setting, self.record, self.names(), can_print=self.desk.share.can_print)
        paper = paper_of(setting, self.record) if view is not None else None
        if view is None or paper is None:
            return None
        self.paper = view
        if paper != self._shown:
            self._set(paper)
        return FormView(
            title=view.title,
            subtitle=view.subtitle,
            chip=view.chip,
            signatures_title=view.signatures_title,
            signers=view.signers,
        )

    # ---------------------------------------------------------------- pages
    def _set(self, paper: Paper) -> None:
        """Set the pages off the UI thread; what is shown stays until they are there."""
        self._shown, self._pdf, self.trouble = paper, None, ""
        folder = self.desk.tablet.files.root.parent / "papers"
        name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in paper.name)[:60] or "paper"
        stamp = f"{name}-{abs(hash(paper)) % 10**8:08d}"

        def set_pages() -> tuple[tuple[Path, ...], Path]:
            _clear(folder)
            return write_pages(paper, folder, stamp), write_pdf(paper, folder / f"{name}.pdf")

        self.desk.errands.run(set_pages, lambda outcome: self._have(paper, outcome))

    def _have(self, paper: Paper, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            if paper != self._shown:
                return
            if isinstance(outcome, tuple):
                self.pages, self._pdf = [str(page) for page in outcome[0]], outcome[1]
            else:
                self.trouble = self.desk.texts.paper.failed.format(why=str(outcome))

        show()

    def _fill(self, *_: object) -> None:
        box = self.ids.pages
        box.clear_widgets()
        for page in self.pages:
            image = PageImage(source=page)
            image.bind(on_release=lambda tapped: self._enlarge(tapped.source))
            box.add_widget(image)

    def _enlarge(self, page: str) -> None:
        sheet = PageSheet(source=page, close_words=self.desk.texts.close)
        self.desk.shell.open_sheet(sheet)

    def leave(self) -> None:
        """Let the pictures of the pages go: they are made again when they are looked at."""
        self._shown, self.pages = None, []

    # ---------------------------------------------------------------- giving it away
    def share(self) -> None:
        """Give the PDF to another app, or save a copy."""
        self._give(lambda path: self.desk.share.share(path, PDF, self.paper.title))

    def print(self) -> None:
        """Open the system's print dialog."""
        self._give(self.desk.share.print)

    def _give(self, give: object) -> None:
        texts = self.desk.texts
        if self._pdf is None or not callable(give):
            self.desk.shell.say(texts.paper.making, "timer-sand")
            return
        try:
            saved = give(self._pdf)
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
            return
        words = texts.paper.saved.format(name=saved.name) if isinstance(saved, Path) else texts.paper.shared
        self.desk.shell.say(words, "share-variant-outline")

    # ---------------------------------------------------------------- the receipt
    def signed(self) -> str:
        return self.record.partition(":")[2]

    def receive(self) -> None:
        """Record the receipt or refusal that was signed here."""
        notice = NoticeId(self.signed())
        if self.desk.do(partial(actions.receive_notice, self.desk.tablet, notice)):
            self.desk.wake()
            self.desk.shell.say(self.desk.texts.paper.received, "check-circle")
        self.refresh()


def _clear(folder: Path) -> None:
    """Remove the papers of before: they are made from the records whenever they are wanted."""
    if folder.is_dir():
        for old in folder.iterdir():
            old.unlink(missing_ok=True)


kv.load(__file__)
