"""Signing: who, the name, the pad. One pad for all signers of a record; a signer is chosen above it."""

from __future__ import annotations

from kivy.input import MotionEvent
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.scrollview import ScrollView

from mobile.views.finish import SignerView
from mobile.views.parts import OptionView, Tone
from mobile.widgets import kv
from mobile.widgets.paint import Painted, Pile
from mobile.widgets.signature import SignaturePad, Stroke


class SignerPanel(Pile):
    """Events: on_sign(signer, strokes), on_clear(signer), on_name(signer): the name is to be written,
    on_refuse(signer): the person refuses to sign.
    """

    __events__ = ("on_sign", "on_clear", "on_name", "on_refuse")
    title = StringProperty("")
    signers = ListProperty()
    chosen = StringProperty("")
    view: SignerView = ObjectProperty(SignerView(), rebind=True)
    options = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("signers", self._fill)
        self.fbind("chosen", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        if not self.signers:
            return
        signers = {view.signer: view for view in self.signers}
        if self.chosen not in signers:
            self.chosen = next(
                (s.signer for s in self.signers if not (s.strokes or s.is_refused)), self.signers[0].signer
            )
        self.view = signers[self.chosen]
        self.options = [_option(view, self.chosen) for view in self.signers] if len(self.signers) > 1 else []
        if list(self.ids.pad.strokes) != list(self.view.strokes):
            self.ids.pad.strokes = list(self.view.strokes)

    def signed(self, strokes: tuple[Stroke, ...]) -> None:
        if strokes:
            self.dispatch("on_sign", self.chosen, strokes)

    def on_sign(self, signer: str, strokes: tuple[Stroke, ...]) -> None: ...

    def on_clear(self, signer: str) -> None: ...

    def on_name(self, signer: str) -> None: ...

    def on_refuse(self, signer: str) -> None: ...


class SidePanel(Painted, Pile):
    """What stands beside the list when the window is wide, and under it when it is high."""

    is_side = BooleanProperty(True)
    pad_limit = NumericProperty(10_000)


class SigningColumn(ScrollView):
    """A column that scrolls, but not under a finger that signs: a pad in it gets that at once."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.collide_point(*touch.pos) and self._signs(*self.to_window(*touch.pos)):
            return bool(self.simulate_touch_down(touch))
        return bool(super().on_touch_down(touch))

    def _signs(self, x: float, y: float) -> bool:
        """Tell whether a pad lies at a place of the window."""
        pads = (one for one in self.walk(restrict=True) if isinstance(one, SignaturePad) and not one.disabled)
        return any(pad.collide_point(*pad.parent.to_widget(x, y)) for pad in pads)


def _option(view: SignerView, chosen: str) -> OptionView:
    is_signed = bool(view.strokes) or view.is_refused
    return OptionView(
        view.signer, view.label, "check-circle" if is_signed else "draw", Tone.INFO, view.signer == chosen
    )


kv.load(__file__)
