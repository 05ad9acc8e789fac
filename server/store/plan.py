"""What the schedule is computed from: rules, calendar, waivers and the records that fulfil tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select

from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import inspection, rule, waiver, workday_year
from shared.ids import InspectionId, PersonId, PointId, RuleId, SiteId, TemplateId
from shared.model.inspection import Status
from shared.model.place import Role
from shared.model.plan import Rule, Waiver, WorkdayYear

SECRET_READERS = frozenset({Role.FIRE_PRINCIPAL, Role.QUALITY_DEPT, Role.LEAD_INSPECTOR, Role.FIRE_MANAGER})
"""Who may know of a surprise inspection before its day (roles facts §4)."""


@dataclass(frozen=True, slots=True)
class RecordFact:
    """What the schedule needs to know of one record. Times are by the server's clock."""

    id: InspectionId
    site: SiteId
    rule: RuleId | None
    window_on: date | None
    template: TemplateId
    point: PointId | None
    author: PersonId
    status: Status
    started_at: datetime
    ended_at: datetime | None
    is_late: bool


def rules(tx: Tx, viewer: Viewer, today: date) -> list[Rule]:
    """List the rules of the viewer's sites, by code; surprise inspections only for those who may know of them."""
    found = tx.every(Rule, visible(rule, viewer), order=(rule.c.code, rule.c.id))
    return [one for one in found if _may_know(viewer, one, today)]


def workdays(tx: Tx) -> list[WorkdayYear]:
    """List the years of the workday table, oldest first."""
    return tx.every(WorkdayYear, order=(workday_year.c.year,))


def waivers(tx: Tx, viewer: Viewer, first: date, last: date) -> list[Waiver]:
    """List the waivers of windows that begin from ``first`` to ``last``."""
    return tx.every(Waiver, visible(waiver, viewer), waiver.c.window_on.between(first, last))


def records(tx: Tx, viewer: Viewer, first: datetime, before: datetime) -> list[RecordFact]:
    """List what was begun from ``first`` until ``before``, and every record whose task's window begins then."""
    known = inspection.c
    began = (known.started_at >= first) & (known.started_at < before)
    belongs = known.window_on.between(first.date(), before.date())
    query = (
        select(*(known[name] for name in RecordFact.__dataclass_fields__))
        .where(known.is_gone.is_(False), visible(inspection, viewer), or_(began, belongs))
        .order_by(known.started_at, known.id)
    )
    return [RecordFact(**{**row._mapping, "status": Status(row.status)}) for row in tx.rows(query)]  # noqa: SLF001


def last_done(tx: Tx, of: RuleId) -> datetime | None:
    """Return when a rule's task was last finished, by the server's clock."""
    known = inspection.c
    query = select(known.ended_at).where(known.rule == of, known.status == Status.FINAL.value, known.is_gone.is_(False))
    found: datetime | None = tx.scalar(query.order_by(known.window_on.desc(), known.ended_at.desc()).limit(1))
    return found


def open_secret_rules(tx: Tx, today: date) -> int:
    """Let the feeds of a site carry the surprise inspections whose day has come; returns how many rules moved."""
    due = tx.every(Rule, rule.c.is_secret.is_(True), rule.c.starts_on <= today)
    moved = 0
    for one in due:
        if tx.needs_moving(one):
            tx.put(one)
            moved += 1
    return moved


def _may_know(viewer: Viewer, one: Rule, today: date) -> bool:
    if not one.is_secret or one.starts_on <= today or viewer.person in one.performers:
        return True
    return bool(viewer.roles_at(one.site) & SECRET_READERS)
