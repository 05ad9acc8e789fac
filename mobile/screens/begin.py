"""Begin a round: a scheduled one, or an extra one after asking which checklist, where, of what. Used by list and scan."""

from __future__ import annotations

from collections.abc import Callable

from mobile import actions
from mobile.screens.draft import own_first
from mobile.screens.find import Found, find
from mobile.screens.screen import Desk
from mobile.views import when
from mobile.views.parts import OptionView, Tone
from mobile.views.rounds import draft_for
from mobile.views.space import SEND, space_view
from mobile.widgets.sheet import OptionSheet
from shared.errors import RoundsError
from shared.ids import AssetId, InspectionId, PointId, TemplateId
from shared.model.template import Template
from shared.schedule import Task

REPORT, MEMO = "report:", "memo:"
"""What else stands in the sheet of an extra round; a template's id has no colon."""


class Starter:
    """Begins rounds for one screen. ``mode`` says how presence was shown (``actions.START_MODES``).

    ``enter`` opens a screen: on top of this one, or in its place.
    """

    def __init__(self, desk: Desk, enter: Callable[[str, str], None] | None = None) -> None:
        self.desk = desk
        self.enter = enter or desk.router.go

    def open_task(self, task: Task, mode: str = "manual", then: Callable[[], None] | None = None) -> None:
        """Go on with a task's draft, or begin it; ``then`` is called once the checklist is open."""
        setting = self.desk.setting()
        draft = draft_for(setting, task)
        template = setting.source.latest_template(task.rule.template)
        if draft is not None:
            self.open_draft(draft, mode)
            if then is not None:
                then()
        elif template is None:
            self.desk.shell.say(self.desk.texts.starting_needs_template, "download-outline")
        elif template.is_about_unit:
            self.with_room(template, task.rule.point, lambda: self._begin_visit(task, None))
        else:
            self.with_room(template, task.rule.point, lambda: self._begin_task(task, mode, then))

    def _begin_task(self, task: Task, mode: str, then: Callable[[], None] | None) -> None:
        self.begin(lambda: actions.start_round(self.desk.tablet, task, mode=mode), then)

    def _begin_visit(self, task: Task | None, template: TemplateId | None) -> None:
        """Set out an inspection of a unit: which parts of the form, with whom."""
        self.enter("unit", actions.start_visit(self.desk.tablet, task, template))

    def open_draft(self, record: InspectionId, mode: str = "manual") -> None:
        """Go on with a draft; one that a colleague began changes hands first."""
        own_first(self.desk, record, lambda: self._go_on(record, mode))

    def _go_on(self, record: InspectionId, mode: str) -> None:
        """Note the tag that was scanned for a draft, open it, and say so if it was begun on another day."""
        if mode in {"qr", "nfc"}:
            self.desk.do(lambda: actions.set_start_mode(self.desk.tablet, record, mode))
        self.enter("checklist", record)
        setting, texts = self.desk.setting(), self.desk.texts
        head = setting.source.head(record)
        if head is None or head.amends is not None:
            return
        begun = head.started_at.wall.astimezone(setting.zone())
        if begun.date() == setting.now().date():
            return
        is_over = head.task is not None and head.task.window_on < setting.now().date()
        words = texts.rounds.resumed_over if is_over else texts.rounds.resumed
        self.desk.shell.say(words.format(time=when.day_and_time(begun, setting.now(), texts)), "history")

    def begin(self, begin: Callable[[], InspectionId], then: Callable[[], None] | None = None) -> None:
        """Run what begins a record and open its checklist; one that a colleague began changes hands first."""
        try:
            record = begin()
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
            return

        def enter() -> None:
            self.enter("checklist", record)
            if then is not None:
                then()

        own_first(self.desk, record, enter)

    def with_room(self, template: Template | None, point: PointId | None, start: Callable[[], None]) -> None:
        """Begin a round; first say so if its photos may not fit, and what to do. It may be begun all the same."""
        space = template and space_view(self.desk.setting(), template, point, self.desk.free_bytes())
        if not space:
            start()
            return

        def chosen(key: str) -> None:
            if key == SEND:
                self.desk.wake()
                self.desk.router.go("sync")
            else:
                start()

        self.ask(space.title, list(space.options), chosen, cancel=space.cancel)

    def start_extra(
        self, point: PointId | None = None, mode: str = "manual", template: TemplateId | None = None
    ) -> None:
        """Ask which checklist, then where, of which equipment or unit it is, as far as that is not known."""
        setting, texts = self.desk.setting(), self.desk.texts
        place = setting.source.point(point) if point is not None else None
        templates = {
            one.id: one
            for one in setting.source.templates()
            if place is None or not one.point_kinds or place.kind in one.point_kinds
        }
        if template is not None and template in templates:
            self._ask_point(templates[template], point, mode)
            return
        options = [OptionView(t.id, setting.say(t.title), "clipboard-list-outline") for t in templates.values()]
        if place is None:
            options += [
                OptionView(REPORT, texts.fire.report_title, "shield-alert-outline", Tone.WARN),
                OptionView(MEMO, texts.fire.memo_title, "note-edit-outline", Tone.WARN),
            ]
        self.ask(texts.choose_template, options, lambda key: self._template_chosen(templates, key, point, mode))

    def _template_chosen(
        self, templates: dict[TemplateId, Template], key: str, point: PointId | None, mode: str
    ) -> None:
        if TemplateId(key) in templates:
            self._ask_point(templates[TemplateId(key)], point, mode)
        else:
            self.enter(key.rstrip(":"), "")

    def _ask_point(self, template: Template, point: PointId | None, mode: str) -> None:
        if template.is_about_unit:
            self._begin_visit(None, template.id)
        elif point is not None:
            self._ask_asset(template, point, mode)
        else:
            self._find_point(template, mode)

    def _find_point(self, template: Template, mode: str) -> None:
        setting = self.desk.setting()
        points = [
            Found(one.id, setting.say(one.name), "map-marker-outline", (one.name.zh, one.number))
            for one in setting.source.points()
            if not one.is_retired and (not template.point_kinds or one.kind in template.point_kinds)
        ]
        find(self.desk, self.desk.texts.choose_point, points, lambda key: self._ask_asset(template, PointId(key), mode))

    def _ask_asset(self, template: Template, point: PointId, mode: str) -> None:
        if template.per_asset is None:
            self._begin_extra(template, point, None, mode)
            return
        setting = self.desk.setting()
        here = [asset for asset in setting.source.assets_at(point) if asset.is_in_service and not asset.is_retired]
        assets = [asset for asset in here if asset.kind is template.per_asset]
        options = [OptionView(a.id, f"{setting.say(a.name)}  {a.number}", "wrench-outline") for a in assets]
        title = self.desk.texts.choose_asset
        self.ask(title, options, lambda key: self._begin_extra(template, point, AssetId(key), mode))

    def _begin_extra(self, template: Template, point: PointId, asset: AssetId | None, mode: str) -> None:
        def begin() -> InspectionId:
            return actions.start_round(self.desk.tablet, template=template.id, point=point, asset=asset, mode=mode)

        self.with_room(template, point, lambda: self.begin(begin))

    def ask(self, title: str, options: list[OptionView], then: Callable[[str], None], cancel: str = "") -> None:
        """Open a sheet of choices; go on with the chosen key."""

        def chosen(_sheet: object, key: str) -> None:
            self.desk.shell.close_sheet()
            then(key)

        sheet = OptionSheet(title=title, options=options, cancel=cancel or self.desk.texts.cancel)
        sheet.bind(on_choose=chosen)
        self.desk.shell.open_sheet(sheet)
