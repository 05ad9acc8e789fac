"""The sheets of voice notes: one that runs while it is recorded, one to hear it again."""

from __future__ import annotations

from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from mobile.widgets import kv
from mobile.widgets.sheet import Sheet

TICK_S = 0.1


class RecordSheet(Sheet):
    """Runs while a voice is recorded, for `longest` seconds at most. Event: on_stop, once, however it ends.

    However it goes off the screen (the button, Back, the veil, another screen), the recording ends with it.
    """

    __events__ = ("on_stop",)
    seconds = NumericProperty(0.0)
    longest = NumericProperty(120.0)
    recording_words = StringProperty("")
    hint = StringProperty("")
    stop_words = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._is_over = False
        self._ticking = Clock.schedule_interval(self._tick, TICK_S)
        self.fbind("parent", self._placed)

    def leave(self) -> None:
        """End with the app going to the back, where nothing is heard any more."""
        self.end()

    def end(self) -> None:
        """End the recording, unless it has ended."""
        if not self._is_over:
            self._is_over = True
            self._ticking.cancel()
            self.dispatch("on_stop")

    def _tick(self, passed_s: float) -> None:
        self.seconds = min(self.longest, self.seconds + passed_s)
        if self.seconds >= self.longest:
            self.end()

    def _placed(self, _: object, parent: object) -> None:
        if parent is None:
            self.end()

    def on_stop(self) -> None: ...


class VoiceSheet(Sheet):
    """One voice note, to hear and to drop. Events: on_play, on_drop; `playing` turns the button."""

    __events__ = ("on_play", "on_drop")
    length = StringProperty("")
    caption = StringProperty("")
    playing = BooleanProperty(False)
    play_words = StringProperty("")
    quiet_words = StringProperty("")
    drop_words = StringProperty("")
    close_words = StringProperty("")

    def on_play(self) -> None: ...
    def on_drop(self) -> None: ...


kv.load(__file__)
