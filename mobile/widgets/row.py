"""Rows of lists: each shows one frozen view and reports taps through `emit(event, key, extra)`.

Rows live in a RecycleView, so a row's height must be known before it is made: `CheckGeometry` computes it from
the theme and the width, and the row lays itself out by the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable

from kivy.clock import Clock
from kivy.graphics import InstructionGroup
from kivy.properties import BooleanProperty, ColorProperty, ListProperty, NumericProperty, ObjectProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.recycleview.views import RecycleDataViewBehavior
from kivy.uix.widget import Widget

from mobile.views.parts import CheckView, NeedsView, OptionView, ReasonView, RoundView, SectionView, WordView
from mobile.widgets import kv
from mobile.widgets.bars import ShareBar
from mobile.widgets.button import IconButton, PushButton
from mobile.widgets.paint import Folding, Layer, Painted, Panel, Pile, Reaching, Touchable
from mobile.widgets.theme import Theme
from mobile.widgets.words import Words, advance, wrap

Emit = Callable[..., None]


def ignore(*_: object) -> None:
    """Do nothing; the default `emit` of a row that is not in a list yet."""


class CheckGeometry:
    """Where the parts of a checklist row lie, for one theme and one list width in pixels.

    `has_past`: rows lead to the last time themselves, since no pane beside the list does.
    """

    def __init__(self, theme: Theme, width: float, *, has_past: bool = False) -> None:
        self.theme = theme
        self.is_wide = width >= theme.body * 38
        answer = max(theme.answer * 1.62, theme.body * 5.6 + theme.s2)
        self.answers_width = answer * 3 + theme.s2 * 3 + theme.touch * 0.86
        inner = width - theme.s4 * 2 - theme.s4 * 2 - theme.s1 - (theme.touch if has_past else 0)
        self.text_width = inner - self.answers_width - theme.s4 if self.is_wide else inner
        self.has_past = has_past
        self.row_width = inner + (theme.touch if has_past else 0)

    def text_height(self, view: CheckView) -> float:
        """Return the height of the item's text and the line under it."""
        theme = self.theme
        lines = len(wrap(view.words, self.text_width, theme.body, "Medium"))
        height = lines * theme.line_height(theme.body)
        if view.number or view.detail or view.extras:
            height += theme.line_height(theme.small)
        return height

    def height(self, view: CheckView) -> float:
        """Return the height of the whole row, the gap under it included."""
        theme, text = self.theme, self.text_height(view)
        inside = max(text, theme.answer) if self.is_wide else text + theme.s2 + theme.answer
        return float(round(inside + theme.s3 * 2 + theme.s2))


def section_height(theme: Theme) -> float:
    """Return the height of a SectionRow."""
    return theme.line_height(theme.lead) + theme.s4 + theme.s2


def word_height(theme: Theme, view: WordView, width: float) -> float:
    """Return the height of a WordRow in a list `width` pixels wide."""
    lines = len(wrap(view.words, width - theme.s4 * 4 - theme.small * 1.5, theme.small))
    return lines * theme.line_height(theme.small) + theme.s3 * 2 + theme.s2


def needs_columns(theme: Theme, view: NeedsView, width: float) -> int:
    """Return how many buttons of a NeedsRow stand side by side."""
    return 2 if is_narrow(theme, width) else 4 if view.fix else 3


def needs_height(theme: Theme, view: NeedsView, width: float) -> float:
    """Return the height of a NeedsRow: a line, its buttons, a line of phrases, what the wording brings."""
    columns = needs_columns(theme, view, width)
    lines = -(-(4 if view.fix else 3) // columns)
    height = theme.line_height(theme.small) + (theme.touch + theme.s2) * lines + theme.touch * 0.86 + theme.s2
    if view.brief:
        height += theme.s2 + theme.line_height(theme.small) * len(wrap(view.brief, _inside(theme, width), theme.small))
    return height + theme.s3 * 2 + theme.s2


def reason_height(theme: Theme) -> float:
    """Return the height of a ReasonRow: a line and its chips."""
    return theme.line_height(theme.small) + theme.s2 + theme.touch * 0.86 + theme.s3 * 2 + theme.s2


def fitting(options: tuple[OptionView, ...], theme: Theme, width: float, taken: str = "") -> tuple[OptionView, ...]:
    """Return the first chips that fit on one line of a row `width` pixels wide beside a chip that says `taken`."""
    room = _inside(theme, width) - (_chip_width(theme, taken) + theme.s2 if taken else 0)
    found: list[OptionView] = []
    for option in options:
        needed = _chip_width(theme, option.words)
        if needed <= room:
            found.append(option)
            room -= needed + theme.s2
    return tuple(found)


def _inside(theme: Theme, width: float) -> float:
    return width - theme.s4 * 4


def _chip_width(theme: Theme, text: str) -> float:
    return advance(text, theme.body) + theme.s4 * 2 + theme.body * 0.2


def is_narrow(theme: Theme, width: float) -> bool:
    """Tell whether a card has no room for its chip beside its title and puts it underneath."""
    return width < theme.body * 32


def title_lines(theme: Theme, view: RoundView, room: float) -> int:
    """Return how many lines the title of a card gets: two at most, and those only where the card is narrow."""
    if not is_narrow(theme, room):
        return 1
    icon = theme.touch * (0.12 if room - theme.s4 * 2 < theme.body * 16 else 1)
    inside = room - theme.s4 * 5 - theme.s3 - icon - theme.lead * 2.2
    return min(2, len(wrap(view.title, inside, theme.lead, "Medium")))


def round_height(theme: Theme, view: RoundView, width: float) -> float:
    """Return the height of a RoundRow in a list `width` pixels wide."""
    room = width - (theme.touch - theme.s3 if view.more else 0)
    lines = theme.line_height(theme.lead) * title_lines(theme, view, room) + theme.line_height(theme.small)
    if view.word:
        lines += theme.line_height(theme.small)
    if is_narrow(theme, room) and (view.chip.words or view.right):
        lines += theme.line_height(theme.small) + theme.s4
    if view.share > 0:
        lines += theme.s2
    return max(lines, theme.touch, theme.line_height(theme.small) * 2 + theme.s4) + theme.s3 * 3


class Row(RecycleDataViewBehavior, BoxLayout):
    """The base of rows: takes its view at once, keeps no state of its own."""

    emit = ObjectProperty(ignore)


class TouchText(ButtonBehavior, Reaching, BoxLayout):
    """The item's words; tapping them opens the item."""

    view = ObjectProperty(CheckView(), rebind=True)
    emit = ObjectProperty(ignore)


class AnswerSlot(PushButton):
    """One of the three places for answers in a row; the first one holds the reading of a "value" row."""

    view = ObjectProperty(CheckView(), rebind=True)
    emit = ObjectProperty(ignore)
    nth = NumericProperty(0)
    offered = BooleanProperty(True)

    def on_view(self, _: object, view: CheckView) -> None:
        if view.kind == "answers" and self.nth < len(view.answers):
            answer = view.answers[self.nth]
            self.words, self.icon, self.tone = answer.words, answer.icon, answer.tone
            self.selected, self.offered, self.kind = answer.is_chosen, True, "outline"
        elif self.nth == 0:
            self.words, self.icon, self.tone = view.value, view.value_icon, view.tone if view.has_tone else "info"
            self.selected, self.offered, self.kind = False, True, "tonal"
        else:
            self.words, self.icon, self.selected, self.offered = "", "", False, False
        self.size_hint_x = 1 if self.offered else None
        if not self.offered:
            self.width = 0

    def on_release(self) -> None:
        if self.view.kind == "answers":
            self.emit("answer", self.view.key, self.view.answers[self.nth].key)
        else:
            self.emit("fill", self.view.key)


class CheckRow(Row):
    """A checklist item with its answers in place. Emits answer(key, answer), fill(key), open(key), past(key), more(key)."""

    view = ObjectProperty(CheckView(), rebind=True)
    geometry = ObjectProperty(None, allownone=True)
    is_wide = BooleanProperty(True)
    text_width = NumericProperty(300)
    answers_width = NumericProperty(300)
    row_width = NumericProperty(300)
    leads_back = BooleanProperty(False)

    def on_geometry(self, _: object, geometry: CheckGeometry) -> None:
        self.is_wide = geometry.is_wide
        self.text_width = geometry.text_width
        self.answers_width = geometry.answers_width
        self.row_width = geometry.row_width
        self.leads_back = geometry.has_past


class ValueRow(CheckRow):
    """An item whose answer is typed or chosen beside the list.

    Apart from items that are answered in place, which look otherwise: a list takes a row again for one of its own class, and
    then little of it is laid out anew.
    """


class NeedsRow(Row):
    """What a failed item asks for, in place.

    Emits photo(key), note(key), action(key), fix(key), phrase(key, phrase), library(key).
    """

    view = ObjectProperty(NeedsView(), rebind=True)
    columns = NumericProperty(4)

    def take(self, phrase: str) -> None:
        """Take a wording, or open the list of all of them."""
        if phrase:
            self.emit("phrase", self.view.key, phrase)
        else:
            self.emit("library", self.view.key)


class ReasonRow(Row):
    """Why an item is set aside, in place. Emits reason(key, words) and write_reason(key)."""

    view = ObjectProperty(ReasonView(), rebind=True)

    def take(self, reason: str) -> None:
        """Take a reason, or ask for another one."""
        if reason:
            self.emit("reason", self.view.key, reason)
        else:
            self.emit("write_reason", self.view.key)


class WordRow(Row):
    """A text of the form that is only read."""

    view = ObjectProperty(WordView(), rebind=True)


class SectionRow(Row):
    """The heading of a section, with how much of it is done."""

    view = ObjectProperty(SectionView(), rebind=True)


class RoundCard(Touchable):
    """The card inside a RoundRow. A part that few cards have, or cards of one width, is made for the first view that has it."""

    leads_on = BooleanProperty(True)
    is_narrow = BooleanProperty(False)
    is_tiny = BooleanProperty(False)
    view = ObjectProperty(RoundView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._parts: dict[type[CardPart], CardPart] = {}
        super().__init__(**kwargs)
        self._arrange = Clock.create_trigger(self._complete, -1)
        self.fbind("width", self._arrange)  # so not before the width is known: till then every card is narrow
        for name in ("view", "leads_on"):
            self.fbind(name, lambda *_: self._arrange() if self._parts else None)

    def _complete(self, *_: object) -> None:
        """Make the parts that the view needs and that are not there yet; each hides itself where another view has none."""
        view = self.view
        wanted = {
            CardWord: bool(view.word),
            CardUnder: self.is_narrow,
            CardShare: view.share > 0,
            CardSide: not self.is_narrow,
            CardArrow: self.leads_on,
        }
        for kind, is_wanted in wanted.items():
            if is_wanted and kind not in self._parts:
                self._add(kind)

    def _add(self, kind: type[CardPart]) -> None:
        """Add a part where it belongs: the texts under each other, the rest beside them, in a fixed order."""
        home = self.ids.texts if kind in CARD_TEXTS else self
        order = CARD_TEXTS if kind in CARD_TEXTS else CARD_SIDES
        behind = sum(other in self._parts for other in order[order.index(kind) + 1 :])
        part = self._parts[kind] = kind(card=self)
        home.add_widget(part, behind)


class CardPart(Widget):
    """A part of a RoundCard."""

    card = ObjectProperty(None, rebind=True)


class CardWord(CardPart, Words):
    """What else is to be said: that it was sent back, by whom it was begun."""


class CardUnder(CardPart, BoxLayout):
    """The chip and the count under the texts, where the card is narrow."""


class CardShare(CardPart, ShareBar):
    """How much is done, as a bar."""


class CardSide(CardPart, BoxLayout):
    """The chip and the count beside the texts, where the card is wide."""


class CardArrow(CardPart, Words):
    """Says that a tap leads on."""


CARD_TEXTS: tuple[type[CardPart], ...] = (CardWord, CardUnder, CardShare)
CARD_SIDES: tuple[type[CardPart], ...] = (CardSide, CardArrow)


class ReadCard(RoundCard):
    """A card that is only read."""


class RoundRow(Row):
    """A card that leads to a round, a record or a hazard. Emits open(key), and more(key) where there is more to do with it."""

    view = ObjectProperty(RoundView(), rebind=True)
    _more: MoreButton | None = None

    def on_view(self, _: object, view: RoundView) -> None:
        if view.more and self._more is None:
            self._more = MoreButton(row=self)
            self.add_widget(self._more)


class MoreButton(IconButton):
    """What else can be done with a card."""

    row = ObjectProperty(None, rebind=True)


class ReadRow(Row):
    """A card to read, without a way on."""

    view = ObjectProperty(RoundView(), rebind=True)


class CardList(BoxLayout):
    """A few cards under each other, outside of a list."""

    views = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("views", self._fill)

    def _fill(self, *_: object) -> None:
        """Let cards that are there already show what is new; a list that changes while it is looked at is not rebuilt."""
        while len(self.children) > len(self.views):
            self.remove_widget(self.children[0])
        while len(self.children) < len(self.views):
            self.add_widget(ReadCard())
        for card, view in zip(reversed(self.children), self.views, strict=True):
            card.view = view


class CardPanel(Panel):
    """A white card; `mark` is the colour of a bar at its side (x, y, width, height), which tells its state."""

    mark = ColorProperty((0, 0, 0, 0))
    mark_box = ListProperty((0, 0, 0, 0))

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        above = InstructionGroup()
        self.canvas.add(above)
        self._mark_layer = Layer(above)
        for name in ("mark", "mark_box"):
            self.fbind(name, self._paint_mark)
        self._paint_mark()

    def _paint_mark(self, *_: object) -> None:
        x, y, width, height = self.mark_box
        self._mark_layer.show(self.mark, (x, y), (width, height), width / 2)


class Card(Folding, Painted, Pile):
    """A white card of things under each other."""


kv.load(__file__)
