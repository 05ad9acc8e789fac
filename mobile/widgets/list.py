"""A list that recycles its rows; heights come with the data."""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty, StringProperty
from kivy.uix.recycleview import RecycleView

from mobile.widgets import kv


class RowList(RecycleView):
    """A vertical list. Each datum names its `row` class, its `size` and what the row needs."""

    top_gap = NumericProperty(0)
    bottom_gap = NumericProperty(0)
    here = StringProperty("")

    @property
    def offset(self) -> float:
        """How far the list is scrolled, in pixels from its top."""
        return (1 - self.scroll_y) * max(0.0, self._total() - self.height)

    def _total(self) -> float:
        return float(sum(datum["size"][1] for datum in self.data) + self.top_gap + self.bottom_gap)

    def show(self, data: list[dict[str, Any]]) -> None:
        """Replace all rows; what stands at the top of the window stays there."""
        offset = self.offset
        self.data = data
        room = self._total() - self.height
        self.scroll_y = min(1.0, max(0.0, 1 - offset / room)) if room > 0 else 1.0

    def put(self, index: int, values: dict[str, Any]) -> None:
        """Change one row in place: its datum and, if it is on the screen, its widget; nothing else is laid out.

        The height must be the same as before; else use `show`.
        """
        self.data[index].update(values)
        row = self.view_adapter.get_visible_view(index)
        # Until new data are laid out, a place may still hold a row of another kind; the layout will fill it anew.
        if row is not None and type(row).__name__ == self.data[index]["row"]:
            for name, value in values.items():
                setattr(row, name, value)

    def offset_of(self, index: int) -> float:
        """Return how far the top of a row lies under the top of the list, in pixels."""
        return float(sum(datum["size"][1] for datum in self.data[:index])) + self.top_gap

    def place_for(self, index: int, share: float) -> float:
        """Return the scroll_y that puts a row's top `share` of the height under the top of the window."""
        room = self._total() - self.height
        if room <= 0:
            return 1.0
        top = self.offset_of(index) - self.height * share
        return min(1.0, max(0.0, 1 - top / room))


kv.load(__file__)
