"""The list of hazards."""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from mobile.screens.screen import Screen
from mobile.views.hazards import OPEN, HazardsView, hazards_view
from mobile.widgets import kv
from mobile.widgets.row import round_height


class HazardsScreen(Screen):
    """Shows one HazardsView."""

    view: HazardsView = ObjectProperty(HazardsView(), rebind=True)
    chosen = StringProperty(OPEN)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.follow_width(self.refresh)

    def refresh(self) -> None:
        self.view = hazards_view(self.desk.setting(), self.chosen)
        theme = self.desk.theme()
        self.ids.rows.show(
            [
                {
                    "row": "RoundRow",
                    "view": row,
                    "emit": self.on_row,
                    "size": (0, round_height(theme, row, self.ids.rows.width)),
                }
                for row in self.view.rows
            ]
        )

    def choose(self, chosen: str) -> None:
        self.chosen = chosen
        self.ids.rows.scroll_y = 1
        self.refresh()

    def on_row(self, _event: str, key: str, *_: object) -> None:
        self.desk.router.go("hazard", key.partition(":")[2])


kv.load(__file__)
