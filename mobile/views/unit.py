"""An inspection of a unit while it is set out: which form, which unit, which parts of the form, who comes along."""

from __future__ import annotations

from mobile.store.row import VisitDraft
from mobile.text import Texts
from mobile.views import form, frame
from mobile.views.form import Card, FormView
from mobile.views.parts import FactView, OptionView, Tone
from mobile.views.setting import Setting
from shared.checklist import parts_of, visit_no
from shared.ids import InspectionId
from shared.model.inspection import Inspection
from shared.model.place import Role, Unit
from shared.model.plan import Rule
from shared.model.template import Template

INSPECTORS = frozenset({Role.LEAD_INSPECTOR, Role.INSPECTOR, Role.QUALITY_DEPT, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL})
MOST_NAMED = 12


def unit_view(setting: Setting, visit: InspectionId) -> FormView | None:
    """Make the view of an inspection that is being set out; None when it was begun or is not here."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.visit_draft(visit)
        if draft is None:
            return None
        chosen = source.latest_template(draft.template) if draft.template is not None else None
        unit = source.unit(draft.unit) if draft.unit is not None else None
        rule = _rule(setting, draft)
        chip = frame.sync_chip(source.sync_state(), texts)
        cards = (
            _what(setting, draft, unit, rule),
            *((_parts(setting, draft, chosen),) if chosen is not None and parts_of(chosen) else ()),
            _people(setting, draft),
            _together(setting, draft),
        )
    missing = [words for words, found in ((texts.fire.need_form, chosen), (texts.fire.need_unit, unit)) if not found]
    return FormView(
        title=texts.fire.unit_title,
        subtitle=setting.say(rule.name) if rule is not None else "",
        chip=chip,
        cards=cards,
        missing=texts.missing_word.format(what=texts.joiner.join(missing)) if missing else "",
        is_complete=not missing,
        button=texts.fire.unit_begin,
        icon="clipboard-check-outline",
    )


def form_options(setting: Setting, draft: VisitDraft) -> tuple[OptionView, ...]:
    """Return the forms that a unit is inspected by, to choose from."""
    return tuple(
        OptionView(one.id, setting.say(one.title), "clipboard-list-outline", is_chosen=one.id == draft.template)
        for one in setting.source.templates()
        if one.is_about_unit
    )


def todays_visits(setting: Setting, draft: VisitDraft) -> tuple[Inspection, ...]:
    """List the inspections of today that other tablets have sent of this unit, one record each."""
    source = setting.source
    today = setting.now().date()
    found: dict[str, Inspection] = {}
    for head in source.records_since(today):
        record = source.inspection(head.id)
        if record is not None and record.visit and record.unit == draft.unit and record.unit is not None:
            found.setdefault(record.visit, record)
    return tuple(found.values())


def _rule(setting: Setting, draft: VisitDraft) -> Rule | None:
    return next((r for r in setting.source.rules() if draft.task is not None and r.id == draft.task.rule), None)


def _what(setting: Setting, draft: VisitDraft, unit: Unit | None, rule: Rule | None) -> Card:
    texts = setting.texts
    chosen = setting.source.latest_template(draft.template) if draft.template is not None else None
    said = (
        (
            (texts.fire.unit_head, unit.head),
            (texts.fire.unit_phone, unit.phone),
            (texts.fire.unit_place, unit.place),
        )
        if unit is not None
        else ()
    )
    rows = tuple(FactView(name, words) for name, words in said if words)
    parts = [
        form.field(
            "template",
            texts.fire.unit_form,
            setting.say(chosen.title) if chosen is not None else "",
            texts.fire.unit_form_hint,
            "clipboard-list-outline",
            Tone.IDLE if chosen is not None else Tone.INFO,
        ),
        form.field(
            "unit",
            texts.fire.unit_unit,
            setting.say(unit.name) if unit is not None else "",
            texts.fire.unit_unit_hint,
            "office-building-outline",
            Tone.IDLE if unit is not None else Tone.INFO,
        ),
    ]
    if rule is not None and rule.is_secret:
        parts.insert(0, form.text(texts.fire.unit_secret, tone=Tone.WARN, icon="eye-off-outline"))
        parts.pop(1)
    if rows:
        parts.append(form.facts("", rows))
    return tuple(parts)


def _parts(setting: Setting, draft: VisitDraft, template: Template) -> Card:
    texts = setting.texts
    chips = tuple(
        OptionView(part.name, setting.say(part.label), is_chosen=part.name in draft.sections)
        for part in parts_of(template)
    )
    chosen = sum(chip.is_chosen for chip in chips)
    hint = texts.fire.unit_sections_some.format(n=chosen) if chosen else texts.fire.unit_sections_all
    return (form.options("section", texts.fire.unit_sections, chips, hint),)


def _people(setting: Setting, draft: VisitDraft) -> Card:
    texts, own = setting.texts, _own_name(setting)
    staff = [
        person.name
        for person in setting.source.people()
        if person.is_active and person.name != own and not INSPECTORS.isdisjoint(person.roles)
    ]
    names = tuple(dict.fromkeys((*draft.inspectors, *staff)))[:MOST_NAMED]
    chips = tuple(OptionView(name, name, is_chosen=name in draft.inspectors) for name in names)
    return (
        form.options("inspector", texts.fire.unit_inspectors, chips, texts.fire.unit_inspectors_hint),
        form.field("other", texts.fire.unit_other_name, "", texts.fire.unit_other_hint, "account-multiple-outline"),
    )


def _own_name(setting: Setting) -> str:
    return setting.person_name()


def _together(setting: Setting, draft: VisitDraft) -> Card:
    texts = setting.texts
    own = visit_no(draft.started_at.wall.astimezone(setting.zone()).date(), draft.id)
    known = todays_visits(setting, draft)
    chips = tuple(
        OptionView(one.visit, f"{one.visit} · {_author(setting, one, texts)}", is_chosen=one.visit == draft.visit)
        for one in known
    )
    field = form.field(
        "visit", texts.fire.unit_visit, draft.visit, texts.fire.unit_visit_hint, "account-multiple-outline"
    )
    shown = form.text(draft.visit or own, texts.fire.unit_visit_own.format(no=own) if not draft.visit else "")
    offered = (form.options("join", texts.fire.more_inspections, chips),) if chips else ()
    return (shown, field, *offered)


def _author(setting: Setting, record: Inspection, texts: Texts) -> str:
    person = setting.source.person(record.author)
    return person.name if person is not None else texts.fire.unit_other_name
