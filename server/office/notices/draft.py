"""A new notice: the form's fields become a draft, the rules issue it, number, hazards and notice are written at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from server.office.form import Form, FormError
from server.office.hazards.money import read_fen
from server.office.permission import is_staff
from server.office.reader import Reader, begin
from server.office.refusal import tell
from server.office.stroke import read_strokes
from server.store import Tx
from server.store.hazard import HazardFilter, hazard_for, hazards
from server.store.notice import successor
from server.store.page import PageRequest
from server.store.place import in_use, persons, units
from server.store.plan import workdays as workday_years
from server.store.schema import next_serial
from shared import notice as rules
from shared.clock import Reading
from shared.errors import RuleError
from shared.hazard import Act
from shared.hazard.measure import FundSource
from shared.ids import HazardId, NoticeId, PersonId, UnitId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.inspection import Inspection, Signature
from shared.model.place import Person, Unit
from shared.model.template import Template
from shared.schedule import workdays

SERIES = "notice"
MOST_LINES = 100
"""So many hazards stand on one notice at most."""
OF_THE_WHOLE = frozenset({"signed", "unit", "notice"})
"""Fields of the notice itself; the others are there once for each hazard."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers: confirmed hazards that no notice holds yet, units, and people who may recheck."""

    hazards: tuple[Hazard, ...]
    units: tuple[Unit, ...]
    people: tuple[Person, ...]


def offer(tx: Tx, reader: Reader, chosen: Sequence[str] = ()) -> Choices:
    """Load what a new notice can hold: the oldest confirmed hazards, those ``chosen`` elsewhere first."""
    wanted = HazardFilter(site=reader.site, states=(HazardState.OPEN,))
    found = [row.hazard for row in hazards(tx, reader.viewer, wanted, PageRequest(1, 50, "found_at")).rows]
    asked = [one for one in _hazards(tx, reader, chosen) if one.state is HazardState.OPEN]
    return Choices(
        tuple({one.id: one for one in (*asked, *found)}.values()),
        tuple(in_use(units(tx, reader.viewer, reader.site))),
        tuple(person for person in persons(tx, reader.viewer, reader.site) if is_staff(person)),
    )


def issue(tx: Tx, reader: Reader, form: Form, at: Reading) -> Notice:
    """Issue the notice that the form describes.

    Raises:
        FormError: a field is missing or a rule says no; ``form`` says which.
    """
    choices = offer(tx, reader, form.values.getlist("hazard"))
    chosen = _chosen(tx, reader, form, choices)
    draft = _draft(tx, reader, form, choices, chosen, at)
    lines = {hazard.id: _line(form, hazard) for hazard in chosen}
    form.settle()
    serial = next_serial(tx, f"{SERIES}:{reader.site}", reader.formats.today.year)
    short_name = reader.chosen.short_name if reader.chosen else ""
    numbered = replace(draft, no=rules.notice_no(short_name, reader.formats.today.year, serial))
    try:
        calendar = workdays(workday_years(tx))
        issued, moved = rules.issue(numbered, chosen, _act(reader, form, tx, choices.people), lines, calendar=calendar)
    except RuleError as error:
        about = error.facts.get("hazard")
        tell(form, error, named=lambda name: f"{name}:{about}" if about and name not in OF_THE_WHOLE else name)
        raise FormError from error
    tx.put(issued)
    for hazard in moved:
        tx.put(hazard)
    return issued


def withdrawn(tx: Tx, reader: Reader, record: str) -> Notice | None:
    """Return the withdrawn notice that a new one corrects; None if there is none, or another one did already."""
    found = tx.find(Notice, record) if record else None
    if found is None or found.site != reader.site or found.state is not NoticeState.WITHDRAWN:
        return None
    return None if successor(tx, found.id) else found


def taken_meanwhile(tx: Tx, reader: Reader, form: Form, choices: Choices) -> tuple[Hazard, ...]:
    """List the hazards that the form names and that somebody has moved on since it was opened."""
    known = {hazard.id for hazard in choices.hazards}
    return tuple(one for one in _hazards(tx, reader, form.values.getlist("hazard")) if one.id not in known)


def _hazards(tx: Tx, reader: Reader, names: Sequence[str]) -> list[Hazard]:
    """Return those of the chosen site's hazards that exist and that the reader may see."""
    wanted = list(dict.fromkeys(names))[:MOST_LINES]
    tx.prefetch("hazard", wanted)
    found = (tx.find(Hazard, name) for name in wanted)
    return [one for one in found if one and one.site == reader.site and reader.viewer.may_see(one.site, one.unit)]


def _chosen(tx: Tx, reader: Reader, form: Form, choices: Choices) -> tuple[Hazard, ...]:
    known = {str(hazard.id): hazard for hazard in choices.hazards}
    if taken_meanwhile(tx, reader, form, choices):
        form.wrong("", "notices.taken_meanwhile")
    names = form.choices("hazard", known, must=True)
    return tuple(hazard_for(tx, reader.viewer, HazardId(name)) for name in names)


def _draft(tx: Tx, reader: Reader, form: Form, choices: Choices, chosen: tuple[Hazard, ...], at: Reading) -> Notice:
    unit = form.choice("unit", {unit.id: unit for unit in choices.units}, must=True)
    source = next((found for hazard in chosen if hazard.source and (found := tx.find(Inspection, hazard.source))), None)
    template = tx.find(Template, source.template_key) if source else None
    inspectors = tuple(dict.fromkeys(hazard.found_by_name for hazard in chosen))
    return Notice(
        id=NoticeId(tx.ids.new()),
        site=reader.site,
        no="",
        unit=UnitId(unit),
        hazards=tuple(hazard.id for hazard in chosen),
        lead_inspector=reader.viewer.person,
        lead_inspector_name=reader.name,
        inspection=source.id if source else None,
        inspected_on=min((reader.formats.local(hazard.found_at.wall).date() for hazard in chosen), default=None),
        inspection_type=rules.inspection_name(template.title.zh) if template else "",
        inspectors=inspectors,
        interim_clause=form.text("interim_clause", must=True),
        reply_to=form.line("reply_to"),
        planned_recheck_on=form.day("planned_recheck_on", first=reader.formats.today),
        issuer_signature=_signature(form, reader, at),
        supersedes=_supersedes(tx, form, reader),
    )


def _supersedes(tx: Tx, form: Form, reader: Reader) -> NoticeId | None:
    if not form.value("supersedes"):
        return None
    old = withdrawn(tx, reader, form.value("supersedes"))
    if old is None:
        form.wrong("", "notices.superseded_already")
    return old.id if old else None


def _signature(form: Form, reader: Reader, at: Reading) -> Signature | None:
    try:
        strokes = read_strokes(form.text("strokes", longest=200_000))
    except ValueError:
        form.wrong("signed", "form.not_a_signature")
        return None
    return Signature("lead_inspector", reader.name, at, reader.viewer.person, strokes)


def _act(reader: Reader, form: Form, tx: Tx, people: Sequence[Person]) -> Act:
    recheckers = form.choices("rechecker", {person.id: person for person in people})
    return replace(
        begin(reader, HazardEvent.ISSUE, reader.site, tx.now),
        is_signed=form.ticked("signed"),
        recheckers=tuple(PersonId(entry) for entry in recheckers),
    )


def _line(form: Form, hazard: Hazard) -> rules.Line:
    def named(field: str) -> str:
        return f"{field}:{hazard.id}"

    basis = tuple(line.strip() for line in form.text(named("legal_basis")).splitlines() if line.strip())
    return rules.Line(
        deadline_on=form.day(named("deadline_on"), must=True),
        required_measures=form.text(named("required_measures")),
        interim_measures=form.text(named("interim_measures")),
        responsible_dept=form.line(named("responsible_dept")),
        responsible_person=form.line(named("responsible_person")),
        legal_basis=basis,
        budget_fen=read_fen(form, named("budget")),
        fund_source=form.choice(named("fund_source"), {source.value: source for source in FundSource}),
    )
