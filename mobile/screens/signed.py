"""What a round's end and a handover share: a list of what is left, and beside it, or after it, the pad to sign on."""

from __future__ import annotations

from collections.abc import Iterable

from kivy.properties import BooleanProperty

from mobile.screens.screen import Screen
from mobile.views.parts import RoundView, SectionView
from mobile.widgets.row import round_height, section_height

Block = tuple[str, str, tuple[RoundView, ...]]
"""A heading (none: no heading), what is counted beside it, and the rows under it."""


class SignedScreen(Screen):
    """Holds the list (id ``rows`` within ``pile``) and the pad (within ``side``), both in ``split``.

    Where there is room for one of them only, the list is shown first, and the pad in its place when it is time to sign.
    """

    is_wide = BooleanProperty(True)
    is_short = BooleanProperty(False)
    is_signing = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._parts = (self.ids.pile.__self__, self.ids.side.__self__)  # ids alone do not keep what is taken out
        for name in ("is_short", "is_signing"):
            self.fbind(name, self._arrange)
        self._arrange()
        self.follow_width(self.fill)

    def fill(self) -> None:
        """Fill the list anew."""
        self.ids.rows.show([*self._data()])

    def blocks(self) -> tuple[Block, ...]:
        """Return what the list shows."""
        raise NotImplementedError

    def on_row(self, event: str, key: str, *more: object) -> None:
        """Go where a row leads."""

    def must_turn(self) -> bool:
        """Show the pad if the list stands in its place; True if it did, and nobody has to be told to sign."""
        if not self.is_short or self.is_signing:
            return False
        self.is_signing = True
        return True

    def back(self) -> bool:
        """From the pad back to the list, else one screen back; what was signed stays."""
        if self.is_signing and self.is_short:
            self.is_signing = False
            return True
        return self.desk.router.back()

    def _data(self) -> Iterable[dict[str, object]]:
        theme, width = self.desk.theme(), self.ids.rows.width
        for title, count, rows in self.blocks():
            if title:
                heading = SectionView(title, title, count, is_done=False)
                yield {"row": "SectionRow", "view": heading, "emit": self.on_row, "size": (0, section_height(theme))}
            for row in rows:
                size = (0, round_height(theme, row, width))
                yield {"row": "RoundRow", "view": row, "emit": self.on_row, "size": size}

    def _arrange(self, *_: object) -> None:
        split, (pile, side) = self.ids.split, self._parts
        wanted = [pile, side] if not self.is_short else [side] if self.is_signing else [pile]
        if [*reversed(split.children)] != wanted:
            split.clear_widgets()
            for part in wanted:
                split.add_widget(part)
