"""The first screen: today's rounds, what is finished, what is to be rechecked."""

from __future__ import annotations

from collections.abc import Callable

from kivy.properties import ObjectProperty, StringProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.parts import OptionView
from mobile.views.rounds import TODO, RoundsView, draft_for, rounds_view, task_of
from mobile.widgets import kv
from mobile.widgets.row import round_height
from mobile.widgets.sheet import OptionSheet
from shared.errors import RoundsError
from shared.ids import InspectionId, PointId, TemplateId
from shared.model.template import Template


class RoundsScreen(Screen):
    """Shows one RoundsView."""

    view: RoundsView = ObjectProperty(RoundsView(), rebind=True)
    tab = StringProperty(TODO)

    def refresh(self) -> None:
        self.view = rounds_view(self.desk.setting(), self.tab)
        self.desk.shell.destinations = self.view.destinations
        self._show_rows()

    def _show_rows(self) -> None:
        theme = self.desk.theme()
        self.ids.rows.show(
            [
                {"row": "RoundRow", "view": row, "emit": self.on_row, "size": (0, round_height(theme, row))}
                for row in self.view.rows
            ]
        )

    def choose_tab(self, tab: str) -> None:
        self.tab = tab
        self.ids.rows.scroll_y = 1
        self.refresh()

    def on_row(self, _event: str, key: str, *_extra: object) -> None:
        """Open what a row stands for."""
        kind, record = key.split(":", 1)
        if kind == "task":
            self._open_task(key)
        elif kind == "returned":
            self._begin(lambda: actions.amend(self.desk.tablet, InspectionId(record)))
        elif kind == "record":
            self.desk.router.go("checklist", record)
        elif kind == "finished":
            self.desk.router.go("record", record)
        elif kind == "hazard":
            self.desk.router.go("hazard", record)

    def _open_task(self, key: str) -> None:
        setting = self.desk.setting()
        task = task_of(setting, key)
        if task is None:
            self.refresh()
            return
        draft = draft_for(setting, task)
        if draft is not None:
            self.desk.router.go("checklist", draft)
        elif setting.source.latest_template(task.rule.template) is None:
            self.desk.shell.say(self.desk.texts.starting_needs_template, "download-outline")
        else:
            self._begin(lambda: actions.start_round(self.desk.tablet, task))

    def _begin(self, begin: Callable[[], InspectionId]) -> None:
        try:
            record = begin()
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
        else:
            self.desk.router.go("checklist", record)

    # ---------------------------------------------------------------- a round that nobody scheduled
    def start_extra(self) -> None:
        """Ask which checklist, then which place."""
        setting = self.desk.setting()
        templates = setting.source.templates()
        sheet = OptionSheet(
            title=self.desk.texts.choose_template,
            options=[OptionView(t.id, setting.say(t.title), "clipboard-list-outline") for t in templates],
            cancel=self.desk.texts.cancel,
        )
        sheet.bind(on_choose=lambda _, key: self._choose_point(next(t for t in templates if t.id == key)))
        self.desk.shell.open_sheet(sheet)

    def _choose_point(self, template: Template) -> None:
        setting = self.desk.setting()
        points = [p for p in setting.source.points() if not template.point_kinds or p.kind in template.point_kinds]
        if not points:
            self.desk.shell.close_sheet()
            self._begin(lambda: actions.start_round(self.desk.tablet, template=TemplateId(template.id)))
            return
        sheet = OptionSheet(
            title=self.desk.texts.choose_point,
            options=[OptionView(p.id, setting.say(p.name), "map-marker-outline") for p in points],
            cancel=self.desk.texts.cancel,
        )
        sheet.bind(on_choose=lambda _, key: self._start_at(template, PointId(key)))
        self.desk.shell.open_sheet(sheet)

    def _start_at(self, template: Template, point: PointId) -> None:
        self.desk.shell.close_sheet()
        self._begin(lambda: actions.start_round(self.desk.tablet, template=TemplateId(template.id), point=point))


kv.load(__file__)
