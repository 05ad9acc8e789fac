"""A finished record, to read."""

from __future__ import annotations

from kivy.properties import ObjectProperty

from mobile.screens.screen import Screen
from mobile.views.parts import RoundView
from mobile.views.record import RecordView, record_view
from mobile.widgets import kv
from mobile.widgets.row import ignore, round_height, section_height
from shared.ids import InspectionId


class RecordScreen(Screen):
    """Shows one RecordView."""

    view: RecordView = ObjectProperty(RecordView(), rebind=True)

    def __init__(self, **kwargs: object) -> None:
        self._record = InspectionId("")
        super().__init__(**kwargs)
        self.follow_width(self.refresh)

    def show(self, record: str, item: str) -> None:
        if record != self._record:
            self.ids.rows.scroll_y = 1
        self._record = InspectionId(record)
        self.refresh()

    def refresh(self) -> None:
        view = record_view(self.desk.setting(), self._record) if self._record else None
        if view is None:
            if self._record:
                self.desk.router.go("rounds")
            return
        self.view = view
        theme = self.desk.theme()
        self.ids.rows.show(
            [
                {
                    "row": "ReadRow",
                    "view": row,
                    "emit": ignore,
                    "size": (0, round_height(theme, row, self.ids.rows.width)),
                }
                if isinstance(row, RoundView)
                else {"row": "SectionRow", "view": row, "emit": ignore, "size": (0, section_height(theme))}
                for row in view.rows
            ]
        )


kv.load(__file__)
