"""Sheets that come up over a screen: choices, a note, one photo. They lose nothing when closed by Back."""

from __future__ import annotations

from collections.abc import Callable

from kivy.input import MotionEvent
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, StringProperty
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stacklayout import StackLayout
from kivy.uix.textinput import TextInput
from kivy.uix.widget import Widget

from mobile.views.parts import OptionView
from mobile.widgets import kv
from mobile.widgets.button import PushButton
from mobile.widgets.chip import ChoiceChip
from mobile.widgets.marks import GhostPhoto, MarkedPhoto  # noqa: F401 (kv names them)


class Sheet(AnchorLayout):
    """The veil and the panel. Touching the veil closes it. Events: on_close."""

    __events__: tuple[str, ...] = ("on_close",)
    title = StringProperty("")

    def leave(self) -> None:
        """Do what cannot wait when the app goes to the back."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        panel = self.ids.get("panel")
        if panel is not None and not panel.collide_point(*touch.pos):
            self.dispatch("on_close")
            return True
        super().on_touch_down(touch)
        return True  # nothing under the veil is touched

    def on_close(self) -> None: ...


class ChoosingSheet(Sheet):
    """A sheet of choices, whatever else stands on it. Event: on_choose(key)."""

    __events__ = ("on_choose",)
    options = ListProperty()
    cancel = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("options", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        box = self.ids.options
        box.clear_widgets()
        for view in self.options:
            line = self.line_of(view)
            line.bind(on_release=lambda _, key=view.key: self.dispatch("on_choose", key))
            box.add_widget(line)

    def line_of(self, view: OptionView) -> Widget:
        """Return what one choice is tapped on."""
        return OptionButton(words=view.words, icon=view.icon, tone=view.tone, selected=view.is_chosen)

    def on_choose(self, key: str) -> None: ...


class OptionSheet(ChoosingSheet):
    """A few big choices."""


class OptionButton(PushButton):
    """One choice of an OptionSheet; one that is too long for a line takes two. ``line_px`` is how high a line is."""

    line_px = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("text", "line_px", "least_height", "height"):
            self.fbind(name, self._grow)
        self._grow()

    def _grow(self, *_: object) -> None:
        lines = str(self.text).count("\n") + 1
        self.height = max(self.least_height, lines * self.line_px * 1.2)


class ChipFlow(StackLayout):
    """Chips that flow over lines. Event: on_choose(key)."""

    __events__ = ("on_choose",)
    chips = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("chips", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        if [chip.key for chip in reversed(self.children)] != [view.key for view in self.chips]:
            self.clear_widgets()
            for view in self.chips:
                chip = ChoiceChip(key=view.key)
                chip.bind(on_release=lambda chosen: self.dispatch("on_choose", chosen.key))
                self.add_widget(chip)
        for chip, view in zip(reversed(self.children), self.chips, strict=True):
            chip.words, chip.icon, chip.tone, chip.selected = view.words, view.icon, view.tone, view.is_chosen

    def on_choose(self, key: str) -> None: ...


class TextField(TextInput):
    """A field of the desktop; on Android a tap on it opens the system's own editor (see screens/note)."""


class NoteSheet(Sheet):
    """Phrases first, typing last. Events: on_save(text), on_voice. `typing` is the text that stands there now."""

    __events__ = ("on_save", "on_voice")
    typing = StringProperty("")
    hint = StringProperty("")
    phrases = ListProperty()
    save_words = StringProperty("")
    voice_words = StringProperty("")

    def use_system_editor(self, edit: Callable[[], None]) -> None:
        """Open the system's own editor when the field is touched, instead of Kivy's keyboard."""
        field = self.ids.field
        field.readonly = True
        field.bind(on_touch_down=lambda touched, touch: edit() if touched.collide_point(*touch.pos) else None)

    def add_phrase(self, phrase: str) -> None:
        """Put a phrase behind what is there, or take it out again when it ends the text."""
        text = self.typing.strip()
        if text.endswith(phrase):
            self.typing = text[: -len(phrase)].rstrip("，,；; ")
        elif text:
            self.typing = f"{text}，{phrase}"
        else:
            self.typing = phrase

    def on_save(self, text: str) -> None: ...
    def on_voice(self) -> None: ...


class PhotoSheet(Sheet):
    """One photo, large, with what was drawn on it. Events: on_drop, on_draw."""

    __events__ = ("on_drop", "on_draw")
    source = StringProperty("")
    marks = ListProperty()
    draw_words = StringProperty("")
    caption = StringProperty("")
    drop_words = StringProperty("")
    close_words = StringProperty("")

    def on_drop(self) -> None: ...
    def on_draw(self) -> None: ...


class GhostSheet(Sheet):
    """Two photos of one place, the earlier one laid over the later; a finger moves between them. Event: on_act.

    Without a later one it shows where to stand, and `act_words` leads to the camera.
    """

    __events__ = ("on_act",)
    source = StringProperty("")
    earlier = StringProperty("")
    share = NumericProperty(0.5)
    share_words = StringProperty("{share}")
    hint = StringProperty("")
    act_words = StringProperty("")
    close_words = StringProperty("")

    def on_act(self) -> None: ...


class HelpSheet(Sheet):
    """One card of words about a screen."""

    words = StringProperty("")
    close_words = StringProperty("")


class Snackbar(BoxLayout):
    """What just happened, with the way back. Event: on_take_back."""

    __events__ = ("on_take_back",)
    words = StringProperty("")
    action = StringProperty("")
    is_stacked = BooleanProperty(False)
    act_icon = StringProperty("undo-variant")
    icon = StringProperty("")

    def on_take_back(self) -> None: ...


kv.load(__file__)
