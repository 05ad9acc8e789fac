"""Who is using this tablet: people to choose, the pad at once, a wait after wrong PINs that counts down."""

from __future__ import annotations

from kivy.clock import Clock, mainthread
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from mobile import actions
from mobile.actions import Entered
from mobile.screens.screen import Screen
from mobile.views.parts import OptionView
from mobile.views.who import WhoView, name_of, people_of, who_view, wrong_words
from mobile.widgets import keypad, kv
from mobile.widgets import shift as widgets
from mobile.widgets.keypad import pin_after
from mobile.widgets.sheet import OptionSheet
from shared.ids import PersonId

__all__ = ["WhoScreen", "keypad", "widgets"]

TICK_S = 1.0


class WhoScreen(Screen):
    """Shows one WhoView. The digits are nowhere but here, and only until the screen is left."""

    view: WhoView = ObjectProperty(WhoView(), rebind=True)
    chosen = StringProperty("")
    digits = StringProperty("")
    said = StringProperty("")
    is_checking = BooleanProperty(False)
    is_wide = BooleanProperty(True)
    is_short = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._parts = (self.ids.people.__self__, self.ids.pad.__self__)  # ids alone do not keep what is taken out
        for name in ("is_short", "chosen"):
            self.fbind(name, self._arrange)
        self._arrange()
        self._again = Clock.create_trigger(lambda _: self.refresh(), TICK_S)

    def show(self, record: str, item: str) -> None:
        known = [person.id for person in people_of(self.desk.setting())]
        self.chosen = item if item in known else known[0] if len(known) == 1 else ""
        self.digits, self.said = "", ""
        self.refresh()

    def leave(self) -> None:
        self._again.cancel()
        self.digits = ""

    def refresh(self) -> None:
        setting = self.desk.setting()
        self.view = who_view(setting, self.chosen, self.digits, self.said, is_checking=self.is_checking)
        if self.view.is_locked:
            self._again()

    def _arrange(self, *_: object) -> None:
        """On a phone show the people first, and the pad in their place once somebody is chosen."""
        split, (people, pad) = self.ids.split, self._parts
        wanted = [people, pad] if not self.is_short else [pad] if self.chosen else [people]
        if [*reversed(split.children)] != wanted:
            split.clear_widgets()
            for part in wanted:
                split.add_widget(part)

    def choose(self, person: str) -> None:
        """Choose a person; the pad is there at once."""
        if not self.is_checking:
            self.chosen, self.digits, self.said = person, "", ""
            self.refresh()

    def press(self, key: str) -> None:
        """Take a key of the pad."""
        if self.is_checking or self.view.is_locked or not self.view.needs_pin or not self.view.chosen:
            return
        self.digits, self.said = pin_after(self.digits, key), ""
        self.refresh()

    def enter(self) -> None:
        """Look at the PIN, off the UI thread: it is slow on purpose."""
        if not self.view.can_enter:
            return
        person, digits = PersonId(self.chosen), self.digits
        if not self.view.needs_pin:
            if self.desk.do(lambda: actions.leave(self.desk.tablet)):
                self._go_on(person)
            return
        self.is_checking = True
        self.refresh()
        self.desk.errands.run(
            lambda: actions.enter_pin(self.desk.tablet, person, digits), lambda got: self._entered(person, got)
        )

    def _entered(self, person: PersonId, outcome: object) -> None:
        @mainthread
        def show(*_: object) -> None:
            self.is_checking, self.digits = False, ""
            if outcome is Entered.RIGHT:
                self._go_on(person)
                return
            if isinstance(outcome, BaseException):
                self.said = self.desk.trouble(outcome)
            elif outcome is Entered.WRONG:
                self.said = wrong_words(self.desk.setting(), person)
                self.desk.feel.warned()
            self.refresh()

        show()

    def forgot(self) -> None:
        """Offer to work without the PIN, and say what that means."""
        texts, person = self.desk.texts.shift, PersonId(self.chosen)
        name = name_of(self.desk.setting(), person)
        options = [OptionView("go", texts.who_forgot_go.format(name=name), "account-clock-outline")]

        def chosen(_sheet: object, _key: str) -> None:
            self.desk.shell.close_sheet()
            if self.desk.do(lambda: actions.take_without_pin(self.desk.tablet, person)):
                self._go_on(person)

        sheet = OptionSheet(title=texts.who_forgot_title, options=options, cancel=self.desk.texts.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)

    def back(self) -> bool:
        """Leave the tablet with whoever holds it, if anybody does; on a phone go back to the people first."""
        if self.is_short and self.chosen and len(self.view.people) > 1:
            self.choose("")
        elif not self.view.can_leave:
            return False
        elif not self.desk.router.back():
            self.desk.router.go("rounds")
        return True

    def _go_on(self, person: PersonId) -> None:
        setting = self.desk.setting()
        self.desk.feel.saved()
        self.desk.shell.destinations = ()
        self.desk.router.go("rounds")
        words = setting.texts.shift.who_taken.format(name=name_of(setting, person))
        self.desk.shell.say(words, "account-check-outline")


kv.load(__file__)
