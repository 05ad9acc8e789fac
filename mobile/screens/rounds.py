"""The first screen: today's rounds, what is finished, what is to be rechecked."""

from __future__ import annotations

from collections.abc import Callable

from kivy.properties import ObjectProperty, StringProperty

from mobile import actions
from mobile.screens.screen import Screen
from mobile.views.parts import OptionView
from mobile.views.rounds import TODO, RoundsView, draft_for, rounds_view, task_of
from mobile.views.space import SEND, space_view
from mobile.views.who import DutyView, duty_view
from mobile.widgets import kv
from mobile.widgets import shift as widgets
from mobile.widgets.row import round_height
from mobile.widgets.sheet import OptionSheet
from shared.errors import RoundsError
from shared.ids import AssetId, InspectionId, PointId, TemplateId, UnitId
from shared.model.template import Template
from shared.schedule import Task

__all__ = ["RoundsScreen", "widgets"]


class RoundsScreen(Screen):
    """Shows one RoundsView."""

    view: RoundsView = ObjectProperty(RoundsView(), rebind=True)
    duty: DutyView = ObjectProperty(DutyView(), rebind=True)
    tab = StringProperty(TODO)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.follow_width(self._show_rows)

    def refresh(self) -> None:
        self.view = rounds_view(self.desk.setting(), self.tab, self.desk.free_bytes())
        self.duty = duty_view(self.desk.setting())
        self.desk.shell.destinations = self.view.destinations
        self._show_rows()

    def _show_rows(self) -> None:
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

    def open_duty(self) -> None:
        """Open the check before work, or once that is done the handover."""
        self.desk.router.go(self.duty.leads_to, self.duty.record)

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
            template = setting.source.latest_template(task.rule.template)
            self._with_room(template, task.rule.point, lambda: self._begin_task(task))

    def _begin_task(self, task: Task) -> None:
        self._begin(lambda: actions.start_round(self.desk.tablet, task))

    def _with_room(self, template: Template | None, point: PointId | None, start: Callable[[], None]) -> None:
        """Begin a round; first say so if its photos may not fit, and what to do. It may be begun all the same."""
        space = template and space_view(self.desk.setting(), template, point, self.desk.free_bytes())
        if not space:
            start()
            return

        def chosen(_sheet: object, key: str) -> None:
            self.desk.shell.close_sheet()
            if key == SEND:
                self.desk.wake()
                self.desk.router.go("sync")
            else:
                start()

        sheet = OptionSheet(title=space.title, options=space.options, cancel=space.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)

    def _begin(self, begin: Callable[[], InspectionId]) -> None:
        try:
            record = begin()
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
        else:
            self.desk.router.go("checklist", record)

    # ---------------------------------------------------------------- a round that nobody scheduled
    def start_extra(self) -> None:
        """Ask which checklist, then where, of which equipment or unit it is, as far as the checklist wants that."""
        setting, texts = self.desk.setting(), self.desk.texts
        templates = {template.id: template for template in setting.source.templates()}
        options = [OptionView(t.id, setting.say(t.title), "clipboard-list-outline") for t in templates.values()]
        self._ask(texts.choose_template, options, lambda key: self._ask_point(templates[TemplateId(key)]))

    def _ask_point(self, template: Template) -> None:
        setting = self.desk.setting()
        points = [p for p in setting.source.points() if not template.point_kinds or p.kind in template.point_kinds]
        options = [OptionView(p.id, setting.say(p.name), "map-marker-outline") for p in points]
        self._ask(self.desk.texts.choose_point, options, lambda key: self._ask_asset(template, PointId(key)))

    def _ask_asset(self, template: Template, point: PointId) -> None:
        if template.per_asset is None:
            self._ask_unit(template, point, None)
            return
        setting = self.desk.setting()
        assets = [a for a in setting.source.assets_at(point) if a.kind is template.per_asset and a.is_in_service]
        options = [OptionView(a.id, f"{setting.say(a.name)}  {a.number}", "wrench-outline") for a in assets]
        self._ask(self.desk.texts.choose_asset, options, lambda key: self._ask_unit(template, point, AssetId(key)))

    def _ask_unit(self, template: Template, point: PointId, asset: AssetId | None) -> None:
        def start(unit: UnitId | None) -> None:
            self._with_room(
                template,
                point,
                lambda: self._begin(
                    lambda: actions.start_round(
                        self.desk.tablet, template=template.id, point=point, unit=unit, asset=asset
                    )
                ),
            )

        if not template.is_about_unit:
            start(None)
            return
        setting = self.desk.setting()
        options = [OptionView(u.id, setting.say(u.name), "office-building-outline") for u in setting.source.units()]
        self._ask(self.desk.texts.choose_unit, options, lambda key: start(UnitId(key)))

    def _ask(self, title: str, options: list[OptionView], then: Callable[[str], None]) -> None:
        """Open a sheet of choices; go on with the chosen key."""

        def chosen(_sheet: object, key: str) -> None:
            self.desk.shell.close_sheet()
            then(key)

        sheet = OptionSheet(title=title, options=options, cancel=self.desk.texts.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)


kv.load(__file__)
