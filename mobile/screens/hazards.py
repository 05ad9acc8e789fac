"""The list of hazards."""

from __future__ import annotations

from collections.abc import Callable

from kivy.properties import ObjectProperty, StringProperty

from mobile import actions
from mobile.screens.find import Found, find
from mobile.screens.screen import Screen
from mobile.views.hazards import OPEN, SORT, HazardsView, hazards_view
from mobile.views.parts import OptionView
from mobile.widgets import kv
from mobile.widgets.row import round_height
from mobile.widgets.sheet import OptionSheet
from shared.errors import RoundsError


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

    def on_row(self, _event: str, key: str, *_args: object) -> None:
        kind, _, record = key.partition(":")
        if kind == "form":
            screen, _, form = record.partition(":")
            self.desk.router.go(screen, form)
            return
        self.desk.router.go("hazard", record)

    def search(self) -> None:
        """Find a hazard by what it says, where it is, its number or its unit."""
        setting = self.desk.setting()
        units = {unit.id: setting.say(unit.name) for unit in setting.source.units()}
        things = [
            Found(
                hazard.id,
                " · ".join(part for part in (hazard.description, hazard.location, hazard.no) if part),
                "shield-alert-outline",
                (units.get(hazard.unit, "") if hazard.unit is not None else "", hazard.item_label),
            )
            for hazard in setting.source.hazards()
        ]
        find(self.desk, self.desk.texts.fire.hazards_search, things, lambda key: self.desk.router.go("hazard", key))

    def sort(self) -> None:
        """Choose how the list is sorted; the choice stays."""
        self._ask(self.desk.texts.fire.sort_title, self.view.sorts, self._sort_by)

    def add(self) -> None:
        """Report something that no checklist asked about."""
        self._ask(self.desk.texts.fire.add_what, self.view.adds, self.desk.router.go)

    def issue(self) -> None:
        """Write a notice over the hazards of one unit that wait for one."""
        try:
            notice = actions.start_notice(self.desk.tablet, self.view.hazards)
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
        else:
            self.desk.router.go("notice", notice)

    def _sort_by(self, key: str) -> None:
        self.desk.do(lambda: actions.set_setting(self.desk.tablet, SORT, key))
        self.ids.rows.scroll_y = 1
        self.refresh()

    def _ask(self, title: str, options: tuple[OptionView, ...], then: Callable[[str], object]) -> None:
        def chosen(_sheet: object, key: str) -> None:
            self.desk.shell.close_sheet()
            then(key)

        sheet = OptionSheet(title=title, options=list(options), cancel=self.desk.texts.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)


kv.load(__file__)
