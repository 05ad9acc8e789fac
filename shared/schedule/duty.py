"""Whose a round is: always one named person.

The first of these that gives somebody who is there:
ASSIGNED   a person that the rule names; of several, one whose shift it is, else in the order in which they are named
DEPUTY     who stands in for such a person that is absent
ON_SHIFT   of those who hold the rule's role: whose shift it is, at that building or at no building in particular
HEAD       who heads such work and has to send somebody: the round has no walker yet
NOBODY     the site has no head either; only then no name is given

Rules without people and without a role are for anybody: they go by the roster as if every role would do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from shared.ids import BuildingId, PersonId
from shared.model.place import Person, Role
from shared.model.plan import Rule
from shared.model.roster import Absence, Duty, How, Responsible

_R = Role
_TOP = (_R.FIRE_MANAGER, _R.MANAGER, _R.CENTRE_DIRECTOR, _R.FIRE_PRINCIPAL, _R.ADMINISTRATOR)
_HEADS = {
    _R.MAINTENANCE_KEEPER: (_R.ENGINEERING_DEPT, _R.DEPT_HEAD, _R.MANAGER),
    _R.REPAIR_WORKER: (_R.ENGINEERING_DEPT, _R.DEPT_HEAD, _R.MANAGER),
    _R.LIFT_CONTRACTOR: (_R.LIFT_SAFETY_DIRECTOR, _R.ENGINEERING_DEPT, _R.MANAGER),
    _R.LIFT_SAFETY_OFFICER: (_R.LIFT_SAFETY_DIRECTOR, _R.MANAGER),
    _R.INSPECTOR: (_R.LEAD_INSPECTOR, _R.QUALITY_DEPT),
    _R.LEAD_INSPECTOR: (_R.QUALITY_DEPT,),
    _R.QUALITY_DEPT: (_R.MANAGER, _R.CENTRE_DIRECTOR),
    _R.FIRE_PRINCIPAL: (_R.FIRE_PRINCIPAL, _R.MANAGER),
}
"""Who sends somebody when a role has nobody there, before those who head everything (roles facts §1, §2; recommended)."""
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Roster:
    """All that decides whose a round is, for one site and the days asked about."""

    people: tuple[Person, ...]
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()

    def is_there(self, person: PersonId, day: date) -> bool:
        """Tell whether somebody works here and is not absent on a day."""
        return self._is_active(person) and self._absence(person, day) is None

    def deputy(self, person: PersonId, day: date) -> PersonId | None:
        """Return who stands in for an absent person; a deputy who is absent too passes it on, nobody gets it twice."""
        asked = {person}
        while (absence := self._absence(person, day)) is not None and absence.deputy is not None:
            person = absence.deputy
            if person in asked:
                return None
            if self.is_there(person, day):
                return person
            asked.add(person)
        return None

    def on_shift(self, day: date, opens: time, due: time, building: BuildingId | None) -> Iterator[PersonId]:
        """Yield whose shift touches a day's window, the earliest shift first; the building's own before the whole site's."""
        touching = [
            duty
            for duty in self.duties
            if duty.day == day and duty.building in (None, building) and _touch(duty, opens, due)
        ]
        touching.sort(key=lambda duty: (duty.building is None, duty.begins, duty.person))
        yield from dict.fromkeys(duty.person for duty in touching)

    def heads(self, role: Role | None) -> Iterator[PersonId]:
        """Yield who heads the work of a role, the nearest first."""
        for wanted in (*_HEADS.get(role or _R.PATROLLER, ()), *_TOP):
            yield from sorted(one.id for one in self.people if one.is_active and wanted in one.roles)

    def holds(self, person: PersonId, role: Role | None) -> bool:
        """Tell whether somebody holds a role; every role does where none is asked for."""
        return role is None or any(one.id == person and role in one.roles for one in self.people)

    def _is_active(self, person: PersonId) -> bool:
        return any(one.id == person and one.is_active for one in self.people)

    def _absence(self, person: PersonId, day: date) -> Absence | None:
        return next((one for one in self.absences if one.person == person and one.first <= day <= one.last), None)


def responsible(rule: Rule, day: date, roster: Roster, building: BuildingId | None = None) -> Responsible:
    """Say whose a rule's round is on the site's local ``day``; ``building`` is where its point lies."""
    shift = tuple(roster.on_shift(day, rule.opens_at, rule.due_at, building))
    named = sorted(rule.performers, key=lambda person: person not in shift)  # stable: else as they are named
    for person in named:
        if roster.is_there(person, day):
            return Responsible(person, How.ASSIGNED)
    for person in rule.performers:
        deputy = roster.deputy(person, day)
        if deputy is not None:
            return Responsible(deputy, How.DEPUTY, person)
    return _by_role(rule, day, roster, shift)


def _by_role(rule: Rule, day: date, roster: Roster, shift: Iterable[PersonId]) -> Responsible:
    role = rule.performer_role
    for person in shift if role is not None or not rule.performers else ():
        if not roster.holds(person, role):
            continue
        if roster.is_there(person, day):
            return Responsible(person, How.ON_SHIFT)
        deputy = roster.deputy(person, day)
        if deputy is not None:
            return Responsible(deputy, How.DEPUTY, person)
    for person in roster.heads(role):
        if roster.is_there(person, day):
            return Responsible(person, How.HEAD)
    head = next(roster.heads(role), None)  # even away, the head is who is asked
    return Responsible(head, How.HEAD if head is not None else How.NOBODY)


def _touch(duty: Duty, opens: time, due: time) -> bool:
    begin, end = _minutes(duty.begins, duty.ends)
    opening, closing = _minutes(opens, due)
    return begin < closing and opening < end


def _minutes(begins: time, ends: time) -> tuple[int, int]:
    begin, end = begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute
    return begin, end if end > begin else end + _DAY_MINUTES
