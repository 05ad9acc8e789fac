"""An inspection of a unit: set out what is inspected and by whom, then begin."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from mobile import actions
from mobile.screens.find import Found, find
from mobile.screens.form import FormScreen
from mobile.store.row import VisitDraft
from mobile.views.form import FormView
from mobile.views.unit import form_options, unit_view
from shared.errors import RoundsError
from shared.ids import InspectionId, TemplateId, UnitId
from shared.model.place import Unit


class UnitScreen(FormScreen):
    """Shows an inspection that is being set out; without a record it begins one."""

    name = "unit"

    def show(self, record: str, item: str) -> None:
        if not record:
            record = actions.start_visit(self.desk.tablet)
            self.desk.router.replace(self.name, record)
            return
        super().show(record, item)

    def make(self) -> FormView | None:
        return unit_view(self.desk.setting(), InspectionId(self.record))

    def on_field(self, key: str) -> None:
        texts, draft = self.desk.texts, self._draft()
        if draft is None:
            return
        if key == "template":
            offered = list(form_options(self.desk.setting(), draft))
            self.choose(texts.fire.unit_form, offered, lambda chosen: self._change(template=TemplateId(chosen)))
        elif key == "unit":
            find(self.desk, texts.fire.unit_unit, units_to_find(self), self._set_unit)
        elif key == "other":
            self.write(texts.fire.unit_other_name, "", (), self._add_inspector)
        elif key == "visit":
            self.write(texts.fire.unit_visit, draft.visit, (), lambda words: self._change(visit=words))

    def on_option(self, key: str, choice: str) -> None:
        draft = self._draft()
        if draft is None:
            return
        if key == "section":
            self._change(sections=toggled(draft.sections, choice))
        elif key == "inspector":
            self._change(inspectors=toggled(draft.inspectors, choice))
        elif key == "join":
            self._change(visit="" if draft.visit == choice else choice)

    def menu(self) -> None:
        """Nothing stands at the top right."""

    def submit(self) -> None:
        """Begin the inspection, or say what is missing."""
        if not self.view.is_complete:
            self.desk.shell.say(self.view.missing, "alert-circle-outline")
            return
        try:
            record = actions.begin_visit(self.desk.tablet, InspectionId(self.record))
        except RoundsError as error:
            self.desk.shell.say(self.desk.trouble(error), "alert-circle-outline")
            self.refresh()
            return
        self.record = ""
        self.desk.router.go("rounds")
        self.desk.router.go("checklist", record)

    def _set_unit(self, key: str) -> None:
        self._change(unit=UnitId(key))
        self.refresh()

    def _add_inspector(self, name: str) -> None:
        draft = self._draft()
        if draft is not None and name.strip():
            self._change(inspectors=(*draft.inspectors, name.strip()))

    def _draft(self) -> VisitDraft | None:
        return self.desk.tablet.store.visit_draft(InspectionId(self.record))

    def _change(self, **values: Any) -> None:
        draft = self._draft()
        if draft is not None:
            self.desk.do(partial(actions.change_visit, self.desk.tablet, replace(draft, **values)))


def toggled(chosen: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Take a name in, or out again."""
    return tuple(one for one in chosen if one != name) if name in chosen else (*chosen, name)


def units_to_find(screen: FormScreen) -> list[Found]:
    """List the units of the site that still stand with all that they are known by."""
    setting = screen.desk.setting()

    def found(unit: Unit) -> Found:
        words = f"{setting.say(unit.name)}  {unit.head}".strip()
        return Found(unit.id, words, "office-building-outline", (unit.name.zh, unit.name.en, unit.place, unit.phone))

    return [found(unit) for unit in setting.source.units() if not unit.is_retired]
