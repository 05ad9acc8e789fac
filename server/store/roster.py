"""Who works when: shifts, absences, and the roster that says whose a round is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, select

from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import absence, duty, person, site_role
from shared.ids import BuildingId, PersonId, SiteId
from shared.model.place import Person, Role
from shared.model.roster import Absence, Duty
from shared.schedule.duty import Roster

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One shift as it is stored."""

    id: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One absence as it is stored: what kind, why, and who wrote it down when."""

    id: str
    absence: Absence
    kind: str
    note: str
    by_name: str
    at: datetime


def staff(tx: Tx, site: SiteId) -> list[Person]:
    """List who works at a site with the roles held there, those of other sites among them; ordered by id."""
    found = {one.id: one for one in tx.every(Person, person.c.site == site, person.c.is_active.is_(True))}
    granted: dict[PersonId, list[Role]] = {}
    for row in tx.rows(select(site_role.c.person, site_role.c.role).where(site_role.c.site == site)):
        granted.setdefault(PersonId(row.person), []).append(Role(row.role))
    for who, roles in granted.items():
        one = tx.find(Person, who)
        if one is not None and one.is_active and who not in found:
            found[who] = Person(one.id, site, one.name, tuple(roles))
    return [found[who] for who in sorted(found)]


def roster_of(tx: Tx, site: SiteId, first: date, last: date) -> Roster:
    """Load all that says whose a site's rounds are on the days ``first`` to ``last``."""
    return Roster(
        people=tuple(staff(tx, site)),
        duties=tuple(row.duty for row in duties(tx, site, first, last)),
        absences=tuple(row.absence for row in absences(tx, site, first, last)),
    )


def duties(tx: Tx, site: SiteId, first: date, last: date) -> list[DutyRow]:
    """List a site's shifts of some days, in order of day and time."""
    query = select(duty).where(duty.c.site == site, duty.c.day.between(first, last))
    return [_duty(row) for row in tx.rows(query.order_by(duty.c.day, duty.c.begins, duty.c.person))]


def add_duty(tx: Tx, viewer: Viewer, site: SiteId, one: Duty) -> bool:
    """Write a shift down; tells whether it was not there before."""
    viewer.check(site)
    values = {
        "id": tx.ids.new(),
        "site": site,
        "person": one.person,
        "day": one.day,
        "begins": f"{one.begins:%H:%M}",
        "ends": f"{one.ends:%H:%M}",
        "building": one.building,
    }
    new = tx.insert(duty).values(values).on_conflict_do_nothing().returning(duty.c.id)
    return tx.execute(new).scalar() is not None


def remove_duties(tx: Tx, viewer: Viewer, site: SiteId, names: Iterable[str]) -> int:
    """Take shifts off the roster; returns how many were on it."""
    viewer.check(site)
    wanted = list(names)
    gone = tx.execute(duty.delete().where(duty.c.site == site, duty.c.id.in_(wanted)).returning(duty.c.id))
    return len(gone.all())


def copy_week(tx: Tx, viewer: Viewer, site: SiteId, monday: date, to: date) -> int:
    """Write the shifts of the week from ``monday`` down for the week from ``to`` too; those already there stay.

    Returns how many were added.
    """
    shift = to - monday
    added = 0
    for row in duties(tx, site, monday, monday + _WEEK - timedelta(days=1)):
        one = row.duty
        moved = Duty(one.person, one.day + shift, one.begins, one.ends, one.building)
        added += add_duty(tx, viewer, site, moved)
    return added


def absences(tx: Tx, site: SiteId, first: date, last: date) -> list[AbsenceRow]:
    """List the absences of a site that touch some days, the earliest first."""
    known = absence.c
    query = select(absence).where(known.site == site, known.last_on >= first, known.first_on <= last)
    return [_absence(row) for row in tx.rows(query.order_by(known.first_on, known.id))]


def add_absence(tx: Tx, viewer: Viewer, site: SiteId, one: Absence, why: Mapping[str, str]) -> None:
    """Write an absence down; ``why`` holds its ``kind`` and ``note``."""
    viewer.check(site)
    tx.execute(
        absence.insert().values(
            id=tx.ids.new(),
            site=site,
            person=one.person,
            first_on=one.first,
            last_on=one.last,
            deputy=one.deputy,
            kind=why["kind"],
            note=why["note"],
            by=viewer.person,
            by_name=viewer.name,
            at=tx.now,
        )
    )


def remove_absence(tx: Tx, viewer: Viewer, site: SiteId, name: str) -> bool:
    """Strike an absence out; tells whether there was one."""
    viewer.check(site)
    gone = tx.execute(absence.delete().where(absence.c.site == site, absence.c.id == name).returning(absence.c.id))
    return bool(gone.all())


def _duty(row: Row[Any]) -> DutyRow:
    building = BuildingId(row.building) if row.building else None
    return DutyRow(
        row.id,
        Duty(PersonId(row.person), row.day, time.fromisoformat(row.begins), time.fromisoformat(row.ends), building),
    )


def _absence(row: Row[Any]) -> AbsenceRow:
    deputy = PersonId(row.deputy) if row.deputy else None
    found = Absence(PersonId(row.person), row.first_on, row.last_on, deputy)
    return AbsenceRow(row.id, found, row.kind, row.note, row.by_name, row.at)
