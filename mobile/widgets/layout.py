"""Layout from the outside in."""

from __future__ import annotations

from kivy.uix.layout import Layout
from kivy.uix.recyclelayout import RecycleLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget


def lay_out(root: Widget) -> None:
    """Lay out at once what waits for it in a tree that has just come into the window, each widget before what is in it.

    Kivy's clock does it in the order in which they asked, the innermost first and for the size that every widget begins with: a
    new screen was laid out up to twenty times before its first frame, and its texts broken and drawn for widths that nobody
    saw. The rows of lists are left to the lists.
    """
    if isinstance(root, ScrollView):
        root.update_from_scroll()
    if isinstance(root, RecycleLayout):
        return
    if isinstance(root, Layout) and root._trigger_layout.is_triggered:  # noqa: SLF001 - Kivy tells it no other way
        root._trigger_layout.cancel()  # noqa: SLF001
        root.do_layout()
    for inner in reversed(root.children):
        lay_out(inner)
