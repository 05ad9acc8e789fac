"""An inspection of a unit (5.29.1): set out which form, unit, sections and inspectors, then begin its record."""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.own import own_sheet
from mobile.actions.round import context_of, new_record
from mobile.actions.tablet import Tablet
from mobile.store.row import VisitDraft
from shared.checklist import defaults, parts_of, visit_no
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.ids import InspectionId, TemplateId
from shared.model.inspection import Answer, TaskRef
from shared.model.template import ItemKind, Template
from shared.schedule import Task

MOST_INSPECTORS = 8


def start_visit(tablet: Tablet, task: Task | None = None, template: TemplateId | None = None) -> InspectionId:
    """Open the form that sets an inspection out; an unfinished one of the same task, or of none, is gone on with.

    Raises:
        UnknownRecordError: the task's form is not on this tablet.
    """
    ref = None if task is None else TaskRef(task.rule.id, task.window.on)
    form = task.rule.template if task is not None else template
    with tablet.store.transaction():
        begun = next((draft for draft in tablet.store.sheets(VisitDraft) if draft.task == ref), None)
        if begun is not None:
            own_sheet(tablet, begun)
            return begun.id
        if form is not None and tablet.store.latest_template(form) is None:
            raise UnknownRecordError(kind="template", id=form)
        enrolment = tablet.enrolment()
        draft = VisitDraft(
            InspectionId(tablet.ids.new()),
            enrolment.site,
            tablet.person().id,
            tablet.clock.read(),
            template=form,
            task=ref,
            unit=task.rule.unit if task is not None else None,
        )
        tablet.store.put_sheet(draft)
    return draft.id


def change_visit(tablet: Tablet, draft: VisitDraft) -> VisitDraft:
    """Keep what was chosen: the draft as the store gave it, with fields replaced. Another form drops chosen sections.

    Raises:
        UnknownRecordError: there is no such form, or the inspection was begun.
    """
    with tablet.store.transaction():
        now = _draft(tablet, draft.id)
        names = tuple(dict.fromkeys(name.strip() for name in draft.inspectors if name.strip()))[:MOST_INSPECTORS]
        own = tablet.person().name
        kept = replace(
            draft,
            author=now.author,
            site=now.site,
            started_at=now.started_at,
            task=now.task,
            sections=draft.sections if draft.template == now.template else (),
            inspectors=tuple(name for name in names if name != own),
            visit=draft.visit.strip().upper(),
        )
        tablet.store.put_sheet(kept)
    return kept


def begin_visit(tablet: Tablet, visit: InspectionId, mode: str = "manual") -> InspectionId:
    """Begin the record of an inspection as it was set out.

    With others along, or a number that was typed in, the record carries the number that joins several tablets.

    Raises:
        EvidenceMissingError: fact ``missing`` names template or unit.
        UnknownRecordError: there is no such form.
    """
    with tablet.store.transaction():
        draft = _draft(tablet, visit)
        form = tablet.store.latest_template(draft.template) if draft.template is not None else None
        missing = [name for name, found in (("template", form), ("unit", draft.unit)) if not found]
        if missing or form is None:
            raise EvidenceMissingError(missing=missing)
        number = draft.visit or visit_no(tablet.today(draft.started_at), draft.id)
        record = replace(
            new_record(tablet, form, None, None),
            id=draft.id,
            task=draft.task,
            unit=draft.unit,
            start_mode=mode,
            sections=chosen_sections(form, draft),
            inspectors=draft.inspectors,
            visit=number,
        )
        tablet.store.finish_sheet(visit)
        tablet.store.add_record(record)
        tablet.store.put_answers(record.id, (*defaults(form, context_of(tablet, record)), *_named(tablet, form, draft)))
    return record.id


def chosen_sections(form: Template, draft: VisitDraft) -> tuple[str, ...]:
    """Return the chosen parts in the form's order; none where all are chosen."""
    parts = tuple(section.name for section in parts_of(form))
    chosen = tuple(name for name in parts if name in draft.sections)
    return () if len(chosen) == len(parts) else chosen


def _named(tablet: Tablet, form: Template, draft: VisitDraft) -> tuple[Answer, ...]:
    """Return the answers that were given when the inspection was set out: nobody writes the same names twice.

    Who joins with a number that was typed in is not the one who leads.
    """
    own, unit = tablet.person().name, tablet.store.unit(draft.unit) if draft.unit is not None else None
    names = {
        "lead_inspector": "" if draft.visit else own,
        "inspectors": "、".join((own, *draft.inspectors)),
        "unit_representative": unit.head if unit is not None else "",
    }
    asked = (item.name for item in form.items if item.kind is ItemKind.TEXT)
    return tuple(Answer(name, value=names[name]) for name in asked if names.get(name))


def _draft(tablet: Tablet, visit: InspectionId) -> VisitDraft:
    draft = tablet.store.visit_draft(visit)
    if draft is None:
        raise UnknownRecordError(kind="visit", id=visit)
    return draft
