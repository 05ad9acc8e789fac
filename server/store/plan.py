"""What the schedule is computed from: rules, calendar, waivers and the records that fulfil tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select

from server.store.listing import Listed, matches, paged
from server.store.page import MOST, Count, Page, PageRequest
from server.store.projection import enclosed
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import excuse, inspection, point, rule, waiver, workday_year
from shared.ids import ExcuseId, InspectionId, RuleId, SiteId
from shared.model.inspection import Status
from shared.model.place import Role
from shared.model.plan import Excuse, ExcuseState, Rule, Waiver, WorkdayYear
from shared.schedule import RecordFact

SECRET_READERS = frozenset({Role.FIRE_PRINCIPAL, Role.QUALITY_DEPT, Role.LEAD_INSPECTOR, Role.FIRE_MANAGER})
"""Who may know of a surprise inspection before its day (roles facts §4)."""


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A record that belongs to a rule's window, and what the schedule needs of it. Times are by the server's clock."""

    id: InspectionId
    fact: RecordFact


def rules(tx: Tx, viewer: Viewer, today: date, at: SiteId | None = None) -> list[Rule]:
    """List the rules of the viewer's sites, or of the one ``at``, by code; surprise inspections only for those who may know of them."""
    found = tx.every(Rule, visible(rule, viewer, at), order=(rule.c.code, rule.c.id))
    return [one for one in found if may_know_rule(viewer, one, today)]


@dataclass(frozen=True, slots=True)
class RuleFilter:
    """Which plans of a site; an empty member does not limit.

    ``ended`` tells those that are over on the day of asking from those that run or will. ``among`` names the only ones.
    """

    site: SiteId
    text: str = ""
    building: str = ""
    point: str = ""
    unit: str = ""
    template: str = ""
    role: str = ""
    performer: str = ""
    ended: bool | None = None
    among: tuple[RuleId, ...] | None = None


RULE_SORTS = ("name", "code", "starts_on")


def rule_rows(
    tx: Tx, viewer: Viewer, today: date, wanted: RuleFilter, page: PageRequest, language: str = "zh"
) -> Page[Rule]:
    """List the plans of a site that ``viewer`` may know of, by their name in a language unless ``page.sort`` says otherwise.

    Raises:
        MalformedError: the list has no such sort.
    """
    found = paged(tx, _LISTED[language == "en"], _matching_rules(viewer, today, wanted), page)
    tx.prefetch("rule", [row.id for row in found.rows])
    return replace(found, rows=tuple(tx.get(Rule, row.id) for row in found.rows))  # type: ignore[return-value, arg-type]


def workdays(tx: Tx) -> list[WorkdayYear]:
    """List the years of the workday table, oldest first."""
    return tx.every(WorkdayYear, order=(workday_year.c.year,))


def waivers(tx: Tx, viewer: Viewer, first: date, last: date, at: SiteId | None = None) -> list[Waiver]:
    """List the waivers of windows that begin from ``first`` to ``last``, at the one site ``at`` if it is named."""
    return tx.every(Waiver, visible(waiver, viewer, at), waiver.c.window_on.between(first, last))


def excuses_asked(tx: Tx, viewer: Viewer, at: SiteId) -> list[Excuse]:
    """List the excuses that nobody has decided yet, the longest waiting first."""
    return tx.every(Excuse, *_asked(viewer, at), order=(excuse.c.asked_at, excuse.c.id))


def excuses_asked_count(tx: Tx, viewer: Viewer, at: SiteId) -> int:
    """Count the excuses that nobody has decided yet."""
    return tx.count(select(excuse.c.id).where(*_asked(viewer, at)))


def excuses_decided(
    tx: Tx, viewer: Viewer, at: SiteId, state: ExcuseState | None, page: PageRequest, only: str = ""
) -> Page[Excuse]:
    """List the excuses that were approved and rejected, or one kind or a single one of them, the last asked first."""
    known = excuse.c
    states = [state.value] if state else [ExcuseState.APPROVED.value, ExcuseState.REJECTED.value]
    where = [visible(excuse, viewer, at), known.is_gone.is_(False), known.state.in_(states)]
    if only:
        where.append(known.id == only)
    total = Count(tx.count(select(known.id).where(*where).limit(MOST + 1)))
    order = (known.asked_at.desc(), known.id.desc())
    ids = tx.scalars(select(known.id).where(*where).order_by(*order).limit(page.size + 1).offset(page.offset or None))
    tx.prefetch("excuse", ids)
    found = tuple(one for name in ids[: page.size] if (one := tx.find(Excuse, name)))
    after, before = "~" if len(ids) > page.size else "", "~" if page.number > 1 else ""
    return Page(found, total, page.number, page.size, page.sort, after, before)


def excuse_for(tx: Tx, viewer: Viewer, record: ExcuseId) -> Excuse:
    """Return one excuse.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Excuse, record)
    viewer.check(found.site)
    return found


def task_records(tx: Tx, viewer: Viewer, since: Mapping[RuleId, date], at: SiteId | None = None) -> list[TaskRecord]:
    """List the records of rules, each rule's from a ``window_on`` on (``shared.schedule.reach``), oldest first.

    One query for the rules that begin on the same day, without a word of the site: so the index over rules and windows
    answers it, where SQLite would rather read the whole site. Who may see a record is asked of the few that are found.
    """
    known = inspection.c
    facts = (known.id, known.rule, known.window_on, known.status, known.started_at, known.ended_at)
    query = select(*facts, known.site, known.unit).where(known.is_gone.is_(False))
    rows = [
        row
        for day, alike in _by_day(since).items()
        for row in tx.rows(query.where(known.rule.in_(alike), known.window_on >= day))
        if row.site == (at or row.site) and viewer.may_see(row.site, row.unit)
    ]
    return [TaskRecord(row.id, _fact(row)) for row in sorted(rows, key=lambda row: (row.started_at, row.id))]


def open_secret_rules(tx: Tx, today: date) -> int:
    """Let the feeds of a site carry the surprise inspections whose day has come; returns how many rules moved."""
    due = tx.every(Rule, rule.c.is_secret.is_(True), rule.c.starts_on <= today)
    moved = 0
    for one in due:
        if tx.needs_moving(one):
            tx.put(one)
            moved += 1
    return moved


_KNOWN = rule.c
_BY_CODE: dict[str, ColumnElement[Any]] = {"code": _KNOWN.code, "starts_on": _KNOWN.starts_on}
_IN_ENGLISH = func.coalesce(func.nullif(_KNOWN.name_en, ""), _KNOWN.name)
_LISTED = tuple(
    Listed(rule, select(_KNOWN.id), {"name": name, **_BY_CODE}, "name") for name in (_KNOWN.name, _IN_ENGLISH)
)


def _matching_rules(viewer: Viewer, today: date, wanted: RuleFilter) -> list[ColumnElement[bool]]:
    where = [visible(rule, viewer, wanted.site), _KNOWN.is_gone.is_(False)]
    where += matches(rule, wanted, ("point", "template", "role"))
    if not viewer.roles_at(wanted.site) & SECRET_READERS:  # as may_know_rule says it of one
        where.append(or_(_KNOWN.is_secret.is_(False), _KNOWN.starts_on <= today, _performs(viewer.person)))
    if wanted.unit:
        where.append(_KNOWN.about_unit == wanted.unit)
    if wanted.building:
        where.append(_KNOWN.point.in_(select(point.c.id).where(point.c.building == wanted.building)))
    if wanted.performer:
        where.append(_performs(wanted.performer))
    if wanted.ended is not None:
        where.append(_KNOWN.ends_on < today if wanted.ended else or_(_KNOWN.ends_on.is_(None), _KNOWN.ends_on >= today))
    if wanted.among is not None:
        where.append(_KNOWN.id.in_(wanted.among))
    if wanted.text:
        columns = (_KNOWN.name, _KNOWN.name_en, _KNOWN.code, _KNOWN.source)
        where.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in columns)))
    return where


def _performs(person: str) -> ColumnElement[bool]:
    return _KNOWN.performers.contains(enclosed([person]), autoescape=True)


def _asked(viewer: Viewer, at: SiteId) -> tuple[ColumnElement[bool], ...]:
    return visible(excuse, viewer, at), excuse.c.is_gone.is_(False), excuse.c.state == ExcuseState.ASKED.value


def _by_day(since: Mapping[RuleId, date]) -> dict[date, list[RuleId]]:
    alike: dict[date, list[RuleId]] = {}
    for rule_id, day in since.items():
        alike.setdefault(day, []).append(rule_id)
    return alike


def _fact(row: Row[Any]) -> RecordFact:
    is_finished = row.status == Status.FINAL.value
    return RecordFact(row.rule, row.window_on, row.started_at, row.ended_at if is_finished else None)


def may_know_rule(viewer: Viewer, one: Rule, today: date) -> bool:
    """Tell whether somebody may know of a rule: of a surprise inspection before its day only who roles facts §4 name."""
    if not one.is_secret or one.starts_on <= today or viewer.person in one.performers:
        return True
    return bool(viewer.roles_at(one.site) & SECRET_READERS)
