"""A finished record, to read."""

from __future__ import annotations

from kivy.properties import ObjectProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.parts import RoundView
from mobile.views.record import RecordView, record_view
from mobile.widgets import kv
from mobile.widgets.row import ignore, round_height, section_height
from shared.errors import RoundsError
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
                    "row": "RoundRow" if row.key.startswith("finished:") else "ReadRow",
                    "view": row,
                    "emit": self.on_row,
                    "size": (0, round_height(theme, row, self.ids.rows.width)),
                }
                if isinstance(row, RoundView)
                else {"row": "SectionRow", "view": row, "emit": ignore, "size": (0, section_height(theme))}
                for row in view.rows
            ]
        )

    def on_row(self, _event: str, key: str, *_: object) -> None:
        """Open another tablet's record of the same inspection."""
        self.desk.router.go("record", key.partition(":")[2])

    def show_paper(self) -> None:
        """Show the record as its form is printed."""
        self.desk.router.go("paper", f"record:{self._record}")

    def go_on(self) -> None:
        """Write the notice over what was found, go on with it, or show it."""
        screen, record = self.view.leads_to
        if screen:
            self.desk.router.go(screen, record)
            return
        source = self.desk.tablet.store.inspection(self._record)
        unit = source.unit if source is not None else None
        try:
            notice = actions.start_notice(self.desk.tablet, self.view.hazards, unit=unit, inspection=self._record)
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
        else:
            self.desk.router.go("notice", notice)


kv.load(__file__)
