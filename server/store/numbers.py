"""The numbers of rectification: indicators, how they went week by week, and where hazards gather (hazards facts §8).

A hazard that was voided counts nowhere. Days are those of the site. Each number is one query that the database answers in
groups; what is grouped by day is at most a year of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, case, exists, func, literal, select

from server.store.hazard import RUNNING, UNFINISHED
from server.store.sqlday import days_between, local_day, midnight
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import asset, building, hazard, point, recheck, reply, unit
from shared.ids import SiteId, UnitId
from shared.model.hazard import HazardState, RecheckResult

H = hazard.c
CLOSED = HazardState.CLOSED.value
ON_SPOT = HazardState.CORRECTED_ON_SPOT.value
VOIDED = HazardState.VOIDED.value
AGES = (3, 7, 15, 30)
"""Upper ends, in days, of the groups that open hazards are counted in by age; older ones are the last group."""
LEAGUE_BACK = timedelta(days=365)
"""Recurrence is looked for within twelve months (hazards facts §8)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which hazards count: of a site, in a period of whole days (both ends included), and what else is named."""

    site: SiteId
    first: date
    last: date
    zone: ZoneInfo
    unit: UnitId | None = None
    building: str = ""
    category: str = ""
    grade: str = ""

    @property
    def days(self) -> int:
        """How long the period is, in days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; without a whole there is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The share in per cent."""
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators of a period; ``mean_days`` from issue to closure of what was closed in it."""

    found: int
    closed: int
    on_spot: int
    rectified: Share
    on_time: Share
    first_pass: Share
    coverage: Share
    recurrence: Share
    mean_days: float | None


@dataclass(frozen=True, slots=True)
class Due:
    """What was due on one day: how many hazards, how many of them are closed, and closed by their deadline."""

    day: date
    total: int
    closed: int
    on_time: int


@dataclass(frozen=True, slots=True)
class Group:
    """The hazards found in a period that share something: ``key`` is its id or code, ``name`` what it is called."""

    key: str
    name: str
    found: int
    closed: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """One item at one place that was found again and again within twelve months."""

    place: str
    item: str
    description: str
    times: int
    open: int
    last: date


def before(wanted: Wanted) -> Wanted:
    """Return the period of the same length right before."""
    back = timedelta(days=wanted.days)
    return replace(wanted, first=wanted.first - back, last=wanted.last - back)


def indicators(tx: Tx, viewer: Viewer, wanted: Wanted) -> Indicators:
    """Work out the indicators of a period."""
    found, on_spot, recurring = tx.rows(
        select(func.count(), _sum(H.state == ON_SPOT), _sum(H.recurs_from.is_not(None))).where(
            *_found(tx, viewer, wanted)
        )
    )[0]
    closed, mean = tx.rows(
        select(func.count(), func.avg(days_between(H.issued_at, H.ended_at))).where(*_ended(tx, viewer, wanted))
    )[0]
    due = due_by_day(tx, viewer, wanted)
    total = sum(one.total for one in due)
    first = first_rechecks(tx, viewer, wanted)
    replied, rechecked = tx.rows(_replied(tx, viewer, wanted))[0]
    return Indicators(
        found=found,
        closed=closed,
        on_spot=on_spot or 0,
        rectified=Share(sum(one.closed for one in due), total),
        on_time=Share(sum(one.on_time for one in due), total),
        first_pass=Share(sum(passed for _, passed in first.values()), sum(total for total, _ in first.values())),
        coverage=Share(rechecked or 0, replied),
        recurrence=Share(recurring or 0, found),
        mean_days=None if mean is None else float(mean),
    )


def due_by_day(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Due]:
    """List what was due on each day of the period, by the deadline as extended."""
    is_closed = H.state == CLOSED
    is_on_time = is_closed & (local_day(H.ended_at, wanted.zone, tx.now) <= H.deadline_on)
    query = (
        select(H.deadline_on, func.count(), _sum(is_closed), _sum(is_on_time))
        .where(*_scope(tx, viewer, wanted), H.deadline_on.between(wanted.first, wanted.last), H.state != ON_SPOT)
        .group_by(H.deadline_on)
        .order_by(H.deadline_on)
    )
    return [Due(day, total, closed, on_time) for day, total, closed, on_time in tx.rows(query)]


def first_rechecks(tx: Tx, viewer: Viewer, wanted: Wanted) -> Mapping[date, tuple[int, int]]:
    """Count the first rechecks of hazards on each day of the period, and how many of them passed."""
    made = recheck.c
    day = local_day(made.at, wanted.zone, tx.now)
    query = (
        select(day, func.count(), _sum(made.result == RecheckResult.PASSED.value))
        .select_from(recheck.join(hazard, H.id == made.hazard))
        .where(made.site == wanted.site, made.round == 1, made.is_gone.is_(False), *_period(made.at, wanted))
        .where(*_scope(tx, viewer, wanted))
        .group_by(day)
    )
    return {when: (total, passed) for when, total, passed in tx.rows(query)}


def found_by_day(tx: Tx, viewer: Viewer, wanted: Wanted) -> Mapping[date, int]:
    """Count the hazards found on each day of the period."""
    day = local_day(H.found_at, wanted.zone, tx.now)
    query = select(day, func.count()).where(*_found(tx, viewer, wanted)).group_by(day)
    return dict(_pairs(tx.rows(query)))


def closed_by_day(tx: Tx, viewer: Viewer, wanted: Wanted) -> Mapping[date, int]:
    """Count the hazards closed on each day of the period, those corrected on the spot among them."""
    day = local_day(H.ended_at, wanted.zone, tx.now)
    query = select(day, func.count()).where(*_ended(tx, viewer, wanted, CLOSED, ON_SPOT)).group_by(day)
    return dict(_pairs(tx.rows(query)))


def open_by_age(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[tuple[int | None, int, int]]:
    """Count today's open hazards by age: the group's upper end in days (None: older), how many, how many overdue."""
    today = tx.now.astimezone(wanted.zone).date()
    day = local_day(H.found_at, wanted.zone, tx.now)
    query = (
        select(day, func.count(), _sum(_overdue(today)))
        .where(*_scope(tx, viewer, wanted), H.state.in_(UNFINISHED))
        .group_by(day)
    )
    groups = {end: [0, 0] for end in (*AGES, None)}
    for found_on, number, overdue in tx.rows(query):
        age = (today - found_on).days
        group = groups[next((end for end in AGES if age <= end), None)]
        group[0] += number
        group[1] += overdue
    return [(end, number, overdue) for end, (number, overdue) in groups.items()]


def by_unit(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Group]:
    """Group what was found in the period by inspected unit, the most first."""
    joined = hazard.outerjoin(unit, unit.c.id == H.unit)
    return _groups(tx, viewer, wanted, H.unit, func.coalesce(func.max(unit.c.name), ""), joined)


def by_building(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Group]:
    """Group what was found in the period by building, the most first."""
    where = select(point.c.id, point.c.building).subquery()
    joined = hazard.outerjoin(where, where.c.id == H.point).outerjoin(building, building.c.id == where.c.building)
    name = func.coalesce(func.max(building.c.name), "")
    return _groups(tx, viewer, wanted, where.c.building, name, joined)


def by_category(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Group]:
    """Group what was found in the period by category; its code stands for the name."""
    return _groups(tx, viewer, wanted, H.category, func.max(H.category), hazard)


def league(tx: Tx, viewer: Viewer, wanted: Wanted, most: int = 20) -> list[Recurring]:
    """List what came back most often in the twelve months up to the end of the period: the same item at the same place."""
    year = replace(wanted, first=wanted.last - LEAGUE_BACK)
    place = func.coalesce(func.max(asset.c.name), func.max(point.c.name), "")
    times, newest = (
        func.count(),
        func.max(H.id),
    )  # ids are in the order of time, and the index of the numbers holds them
    query = (
        select(place, H.item, newest, times, _sum(H.state.in_(UNFINISHED)), func.max(H.found_at))
        .select_from(
            hazard.outerjoin(point, point.c.id == H.point).outerjoin(asset, asset.c.id == H.asset),
        )
        .where(*_found(tx, viewer, year), H.item != "", H.point.is_not(None))
        .group_by(H.point, H.asset, H.item)
        .having(times > 1)
        .order_by(times.desc(), func.max(H.found_at).desc(), H.item)
        .limit(most)
    )
    rows = tx.rows(query)
    said = {one.id: one.description for one in _descriptions(tx, [record for _, _, record, *_ in rows])}
    return [
        Recurring(name, item, said[record], number, still, last.astimezone(wanted.zone).date())
        for name, item, record, number, still, last in rows
    ]


# ---- within


def _descriptions(tx: Tx, records: Sequence[str]) -> Sequence[Row[Any]]:
    return tx.rows(select(H.id, H.description).where(H.id.in_(records)))


def _pairs(rows: Iterable[Any]) -> Iterator[tuple[date, int]]:
    return ((day, number) for day, number in rows)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _overdue(today: date) -> ColumnElement[bool]:
    return H.state.in_(RUNNING) & H.deadline_on.is_not(None) & (H.deadline_on < today)


def _scope(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    where = [visible(hazard, viewer, wanted.site), H.is_gone.is_(False), H.state != VOIDED]
    if wanted.unit:
        where.append(H.unit == wanted.unit)
    if wanted.category:
        where.append(H.category == wanted.category)
    if wanted.grade:
        where.append(H.grade == wanted.grade)
    if wanted.building:
        inside = tx.scalars(select(point.c.id).where(point.c.building == wanted.building, point.c.site == wanted.site))
        where.append(H.point.in_(inside))
    return where


def _period(column: ColumnElement[Any], wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    begins, ends = midnight(wanted.first, wanted.zone), midnight(wanted.last + timedelta(days=1), wanted.zone)
    return column >= begins, column < ends


def _found(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    return [*_scope(tx, viewer, wanted), *_period(H.found_at, wanted)]


def _ended(tx: Tx, viewer: Viewer, wanted: Wanted, *states: str) -> list[ColumnElement[bool]]:
    return [
        *_scope(tx, viewer, wanted),
        H.ended_at.is_not(None),
        *_period(H.ended_at, wanted),
        H.state.in_(states or (CLOSED,)),
    ]


def _replied(tx: Tx, viewer: Viewer, wanted: Wanted) -> Select[int, int]:
    """Count hazards that the unit reported as done in the period, and those of them that were rechecked after it."""
    said, made = reply.c, recheck.c
    last = (
        select(said.hazard, func.max(said.submitted_at).label("at"))
        .where(said.site == wanted.site, said.is_gone.is_(False), *_period(said.submitted_at, wanted))
        .group_by(said.hazard)
        .subquery()
    )
    after = exists(
        select(literal(1)).where(made.hazard == last.c.hazard, made.at >= last.c.at, made.is_gone.is_(False))
    )
    return (
        select(func.count(), _sum(after))
        .select_from(last.join(hazard, H.id == last.c.hazard))
        .where(*_scope(tx, viewer, wanted))
    )


def _groups(
    tx: Tx, viewer: Viewer, wanted: Wanted, key: ColumnElement[Any], name: ColumnElement[Any], joined: Any
) -> list[Group]:
    today = tx.now.astimezone(wanted.zone).date()
    ended, still = H.state.in_((CLOSED, ON_SPOT)), H.state.in_(UNFINISHED)
    number = func.count()
    query = (
        select(key, name, number, _sum(ended), _sum(still), _sum(_overdue(today)))
        .select_from(joined)
        .where(*_found(tx, viewer, wanted))
        .group_by(key)
        .order_by(number.desc(), name)
    )
    return [Group(ident or "", title or "", *counts) for ident, title, *counts in tx.rows(query)]
