"""What all forms share: cards of parts, signatures beside or below, one button. A form in progress is a row, never memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kivy.properties import BooleanProperty, ObjectProperty

from mobile import actions
from mobile.screens.note import write
from mobile.screens.photo import show_photo
from mobile.screens.screen import Screen
from mobile.screens.signing import names_of, on_signer
from mobile.screens.voice import record_voice
from mobile.views.form import FormView
from mobile.views.parts import OptionView
from mobile.views.setting import split_key
from mobile.widgets import kv
from mobile.widgets.form import FormBody  # noqa: F401 (kv names it)
from mobile.widgets.row import Emit, ignore
from mobile.widgets.sheet import OptionSheet
from mobile.widgets.signature import Stroke
from mobile.widgets.signer import SidePanel
from shared.ids import PhotoId


class FormSigners(SidePanel):
    """Who signs, beside the form when the window is wide, and under it when it is high."""

    view: FormView = ObjectProperty(FormView(), rebind=True)
    emit: Emit = ObjectProperty(ignore)


class FormScreen(Screen):
    """Shows one FormView. A kind of form says what its parts do: ``on_field``, ``on_option``, ``submit``.

    ``record`` is what photos and signatures belong to.
    """

    view: FormView = ObjectProperty(FormView(), rebind=True)
    is_wide = BooleanProperty(True)
    is_short = BooleanProperty(False)
    name = ""

    def __init__(self, **kwargs: object) -> None:
        self.record = ""
        self.item = ""
        self._signers = FormSigners(emit=self.on_signer)
        super().__init__(**kwargs)
        for name in ("is_wide", "is_short"):
            self.fbind(name, self._place_signers)

    def show(self, record: str, item: str) -> None:
        item = split_key(item)[0]
        if (record, item) != (self.record, self.item):
            self.ids.column.scroll_y = 1
        self.record, self.item = record, item
        self.desk.do(lambda: actions.go_on_with(self.desk.tablet, record))
        self.desk.remember(self.name, record, item)
        self.refresh()

    def refresh(self) -> None:
        view = self.make() if self.record else None
        if view is None:
            if self.record:
                self.record = ""
                self.gone()
            return
        self.view = view
        self._signers.view = view
        self._place_signers()

    def make(self) -> FormView | None:
        """Ask for the View; None when the form is handed in or not on this tablet."""
        raise NotImplementedError

    def gone(self) -> None:
        """Go where somebody belongs whose form is not here any more."""
        self.desk.router.go("rounds")

    def _place_signers(self, *_: object) -> None:
        """Put who signs beside the form or under it; at its end where there is no room for both."""
        self._signers.is_side = self.is_wide
        there = self._signers.parent
        wanted = None if not self.view.signers else self.ids.pile if self.is_short else self.ids.middle
        wanted = wanted.__self__ if wanted is not None else None
        if there is not wanted and there is not None:
            there.remove_widget(self._signers)
        if there is not wanted and wanted is not None:
            wanted.add_widget(self._signers)

    # ---------------------------------------------------------------- what parts tell
    def on_part(self, event: str, key: str, extra: str = "", *_: object) -> None:
        if event == "field":
            self.on_field(key)
        elif event == "option":
            self.on_option(key, extra)
        elif event == "photo":
            self.on_photo(key)
        elif event == "show":
            self.on_show_photo(key, extra)
        self.refresh()

    def on_field(self, key: str) -> None:
        """Open a part of the form."""

    def on_option(self, key: str, choice: str) -> None:
        """Take a choice."""

    def on_photo(self, key: str) -> None:
        self.desk.take_photo(self.record)

    def on_show_photo(self, key: str, photo: str) -> None:
        show_photo(self.desk, PhotoId(photo), self.refresh, may_drop=True)

    def menu(self) -> None:
        """Do what stands at the top right."""

    def submit(self) -> None:
        """Hand the form in, or say what is missing."""

    # ---------------------------------------------------------------- helpers
    def write(
        self, title: str, text: str, phrases: tuple[str, ...], keep: Callable[[str], object], spoken: str = ""
    ) -> None:
        """Write one text: phrases first, typing last; kept as it is typed.

        ``spoken`` names the form that a voice note may be recorded for instead.
        """
        chips = tuple(OptionView(phrase, phrase, is_chosen=phrase in text) for phrase in phrases)

        def take(words: str) -> None:
            self.desk.do(lambda: keep(words))
            self.refresh()

        speak = partial(record_voice, self.desk, spoken) if spoken else None
        write(self.desk, title, text, "", chips, take, voice=speak)

    def choose(self, title: str, offered: list[OptionView], then: Callable[[str], object]) -> None:
        """Ask for one of a few things."""

        def chosen(_sheet: object, key: str) -> None:
            self.desk.shell.close_sheet()
            self.desk.do(lambda: then(key))
            self.refresh()

        sheet = OptionSheet(title=title, options=offered, cancel=self.desk.texts.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)

    def do(self, act: Callable[[], object]) -> bool:
        """Run an action and show what it changed."""
        is_done = self.desk.do(act)
        self.refresh()
        return is_done

    # ---------------------------------------------------------------- signing
    def on_signer(self, event: str, signer: str, strokes: tuple[Stroke, ...] | str) -> None:
        view = next(one for one in self.view.signers if one.signer == signer)
        drawn = strokes if not isinstance(strokes, str) else ()
        on_signer(self.desk, self.signed(), view, event, self.refresh, drawn)

    def signed(self) -> str:
        """Name the record that signatures are kept under."""
        return self.record

    def names(self) -> dict[str, str]:
        """Return names of signers that are entered but not signed for yet."""
        return names_of(self.desk, self.signed())


kv.load(__file__)
