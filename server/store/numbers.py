"""The numbers of rectification: indicators, how they went week by week, and where hazards gather (hazards facts §8).

A hazard that was voided counts nowhere. Days are those of the site. Each number is one query that the database answers in
groups; what is grouped by day is at most a year of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Row,
    Select,
    Subquery,
    case,
    column,
    exists,
    func,
    literal,
    literal_column,
    select,
    values,
)

from server.store.hazard import RUNNING, UNFINISHED
from server.store.sqlday import days_between, local_day, midnight
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import asset, building, hazard, point, recheck, reply, unit
from server.tables.columns import UtcDateTime
from shared.ids import SiteId, UnitId
from shared.model.hazard import HazardState, RecheckResult

H = hazard.c
CLOSED = HazardState.CLOSED.value
ON_SPOT = HazardState.CORRECTED_ON_SPOT.value
VOIDED = HazardState.VOIDED.value
AGES = (3, 7, 15, 30)
"""Upper ends, in days, of the groups that open hazards are counted in by age; older ones are the last group."""
_AT_ONCE = 500
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
class Course:
    """How a period went: what was due each day, and of each month's first rechecks how many passed and how many there are."""

    due: Sequence[Due]
    first: Mapping[date, tuple[int, int]]

    @property
    def due_total(self) -> tuple[int, int, int]:
        """All that was due: how many, how many of them are closed, and closed by their deadline."""
        return (
            sum(one.total for one in self.due),
            sum(one.closed for one in self.due),
            sum(one.on_time for one in self.due),
        )

    @property
    def first_total(self) -> tuple[int, int]:
        """All first rechecks: how many, and how many passed."""
        return sum(total for _, total in self.first.values()), sum(passed for passed, _ in self.first.values())


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
    """One hazard at one place that was found again and again within twelve months; ``item`` is that of the latest."""

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


def course(tx: Tx, viewer: Viewer, wanted: Wanted) -> Course:
    """Work out how a period went."""
    return Course(due_by_day(tx, viewer, wanted), first_by_month(tx, viewer, wanted))


def indicators(tx: Tx, viewer: Viewer, wanted: Wanted, known: Course | None = None) -> Indicators:
    """Work out the indicators of a period; ``known`` is its course, where that was worked out anyway."""
    found, on_spot, recurring = tx.rows(
        select(func.count(), _sum(H.state == ON_SPOT), _sum(H.recurs_from.is_not(None))).where(
            *_found(tx, viewer, wanted)
        )
    )[0]
    closed, mean = tx.rows(
        select(func.count(), func.avg(days_between(H.issued_at, H.ended_at))).where(*_ended(tx, viewer, wanted))
    )[0]
    if known is None:
        due, due_closed, due_on_time = tx.rows(_due(tx, viewer, wanted))[0]
        first, passed = tx.rows(_first(tx, viewer, wanted))[0]
    else:
        (due, due_closed, due_on_time), (first, passed) = known.due_total, known.first_total
    replied, rechecked = tx.rows(_replied(tx, viewer, wanted))[0]
    return Indicators(
        found=found,
        closed=closed,
        on_spot=on_spot,
        rectified=Share(due_closed, due),
        on_time=Share(due_on_time, due),
        first_pass=Share(passed, first),
        coverage=Share(rechecked, replied),
        recurrence=Share(recurring, found),
        mean_days=None if mean is None else float(mean),
    )


def due_by_day(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Due]:
    """List what was due on each day of the period, by the deadline as extended."""
    query = _due(tx, viewer, wanted, H.deadline_on).group_by(H.deadline_on).order_by(H.deadline_on)
    return [Due(day, total, closed, on_time) for day, total, closed, on_time in tx.rows(query)]


def first_by_month(tx: Tx, viewer: Viewer, wanted: Wanted) -> Mapping[date, tuple[int, int]]:
    """Count how many first rechecks of hazards passed in each month of the period, and all; by the month's first day.

    Those that did not pass are counted, being few: what became of a recheck is known before its hazard is looked up.
    """
    months, made = list(_months(wanted)), recheck.c
    span = _spans([(first, last) for _, first, last in months], wanted)

    def within(*where: ColumnElement[bool]) -> ColumnElement[int]:
        query = select(func.count()).select_from(recheck.join(hazard, H.id == made.hazard))
        query = query.where(*_made(wanted), made.at >= span.c.begins, made.at < span.c.ends, *where)
        return query.where(*_scope(tx, viewer, wanted)).correlate(span).scalar_subquery()

    query = select(span.c.number, within(), within(made.result != RecheckResult.PASSED.value)).order_by(span.c.number)
    return {months[number][0]: (total - failed, total) for number, total, failed in tx.rows(query) if total}


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


def by_week(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[tuple[date, int, int]]:
    """Count the hazards found and those closed, corrected on the spot among them, in each week of the period.

    Returns the Monday of every week, with the days of the period only. The weeks' ends are handed over, so that an index
    counts between them: grouped by a day that is worked out, all rows would be sorted first.
    """
    weeks = list(_weeks(wanted))
    week = _spans([(first, last) for _, first, last in weeks], wanted)

    def within(moment: ColumnElement[Any], *states: str) -> ColumnElement[int]:
        where = [*_scope(tx, viewer, wanted), moment >= week.c.begins, moment < week.c.ends]
        where += [moment.is_not(None), H.state.in_(states)] if states else []
        return select(func.count()).select_from(hazard).where(*where).correlate(week).scalar_subquery()

    query = select(week.c.number, within(H.found_at), within(H.ended_at, CLOSED, ON_SPOT)).order_by(week.c.number)
    return [(weeks[number][0], found, closed) for number, found, closed in tx.rows(query)]


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
    found = _tally(tx, viewer, wanted, H.unit)
    joined = found.outerjoin(unit, unit.c.id == found.c.key)
    return _groups(tx, found, joined, found.c.key, func.coalesce(func.max(unit.c.name), ""))


def by_building(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Group]:
    """Group what was found in the period by building, the most first."""
    found = _tally(tx, viewer, wanted, H.point)
    joined = found.outerjoin(point, point.c.id == found.c.key).outerjoin(building, building.c.id == point.c.building)
    return _groups(tx, found, joined, point.c.building, func.coalesce(func.max(building.c.name), ""))


def by_category(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[Group]:
    """Group what was found in the period by category; its code stands for the name."""
    found = _tally(tx, viewer, wanted, H.category)
    return _groups(tx, found, found, found.c.key, func.max(found.c.key))


def league(tx: Tx, viewer: Viewer, wanted: Wanted, most: int = 20) -> list[Recurring]:
    """List what came back most often in the twelve months up to the end of the period, by the links between hazards.

    The links are those of the rule and those that somebody who reviews made (decision 0048); only what is linked is read.
    """
    year = replace(wanted, first=wanted.last - LEAGUE_BACK)
    scope = [*_within(tx, viewer, year), *_period(H.found_at, year)]
    columns = (H.id, H.recurs_from, H.found_at, H.state)
    # Said so that no index of links answers: that of the numbers ends with the year.
    is_linked = func.coalesce(H.recurs_from, literal_column("''")) != literal_column("''")
    links = tx.rows(select(*columns).where(*scope, is_linked))
    known = {row.id for row in links}
    others = sorted({row.recurs_from for row in links} - known)
    firsts: list[Row[Any]] = []
    for at in range(0, len(others), _AT_ONCE):
        firsts += tx.rows(select(*columns).where(*scope, H.id.in_(others[at : at + _AT_ONCE])))
    told = sorted(
        (series for series in _series((*firsts, *links)) if len(series) > 1),
        key=lambda series: (len(series), series[-1].found_at, series[-1].id),
        reverse=True,
    )[:most]
    said = _said(tx, [series[-1].id for series in told])
    return [
        Recurring(
            *said[series[-1].id],
            times=len(series),
            open=sum(one.state in UNFINISHED for one in series),
            last=series[-1].found_at.astimezone(wanted.zone).date(),
        )
        for series in told
    ]


# ---- within


def _series(rows: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Yield the hazards that are linked with each other, each series in the order of finding; void ones link, but do not count."""
    known = {row.id: row for row in rows}
    first: dict[str, str] = {}
    series: dict[str, list[Row[Any]]] = {}
    for row in sorted(
        known.values(), key=lambda row: (row.found_at, row.id)
    ):  # a link leads to one that was found before
        first[row.id] = first.get(row.recurs_from or "", row.recurs_from or row.id)
        if row.state != VOIDED:
            series.setdefault(first[row.id], []).append(row)
    yield from series.values()


def _said(tx: Tx, records: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """Name hazards: what they are at, the item, and what was found."""
    place = func.coalesce(asset.c.name, point.c.name, "")
    tables = hazard.outerjoin(point, point.c.id == H.point).outerjoin(asset, asset.c.id == H.asset)
    query = select(H.id, place, H.item, H.description).select_from(tables).where(H.id.in_(records))
    return {record: (where, item, words) for record, where, item, words in tx.rows(query)}


def _pairs(rows: Iterable[Any]) -> Iterator[tuple[date, int]]:
    return ((day, number) for day, number in rows)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _overdue(today: date) -> ColumnElement[bool]:
    return H.state.in_(RUNNING) & H.deadline_on.is_not(None) & (H.deadline_on < today)


def _scope(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    return [*_within(tx, viewer, wanted), H.state != VOIDED]


def _within(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Limit to the hazards that the filters name, void ones among them."""
    where = [visible(hazard, viewer, wanted.site), H.is_gone.is_(False)]
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


def _period(moment: ColumnElement[Any], wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    begins, ends = _ends(wanted.first, wanted.last, wanted)
    return moment >= begins, moment < ends


def _weeks(wanted: Wanted) -> Iterator[tuple[date, date, date]]:
    """Yield the weeks of a period by their Mondays, with the first and the last day that lies in the period."""
    monday = wanted.first - timedelta(days=wanted.first.weekday())
    while monday <= wanted.last:
        yield monday, max(monday, wanted.first), min(monday + timedelta(days=6), wanted.last)
        monday += timedelta(days=7)


def _months(wanted: Wanted) -> Iterator[tuple[date, date, date]]:
    """Yield the months of a period by their first days, with the first and the last day that lies in the period."""
    month = wanted.first.replace(day=1)
    while month <= wanted.last:
        following = (month + timedelta(days=31)).replace(day=1)
        yield month, max(month, wanted.first), min(following - timedelta(days=1), wanted.last)
        month = following


def _spans(days: Iterable[tuple[date, date]], wanted: Wanted) -> CTE:
    """Hand spans of whole days over to the database: ``number`` from 0, ``begins`` and ``ends`` (just after it)."""
    named = (column("number", Integer), column("begins", UtcDateTime()), column("ends", UtcDateTime()))
    rows = [(number, *_ends(first, last, wanted)) for number, (first, last) in enumerate(days)]
    return values(*named, name="span").data(rows).cte("span")


def _ends(first: date, last: date, wanted: Wanted) -> tuple[datetime, datetime]:
    return midnight(first, wanted.zone), midnight(last + timedelta(days=1), wanted.zone)


def _found(tx: Tx, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    return [*_scope(tx, viewer, wanted), *_period(H.found_at, wanted)]


def _ended(tx: Tx, viewer: Viewer, wanted: Wanted, *states: str) -> list[ColumnElement[bool]]:
    return [
        *_scope(tx, viewer, wanted),
        H.ended_at.is_not(None),
        *_period(H.ended_at, wanted),
        H.state.in_(states or (CLOSED,)),
    ]


def _due(tx: Tx, viewer: Viewer, wanted: Wanted, *keys: ColumnElement[Any]) -> Select[Any]:
    """Count what was due in the period, what of it is closed, and closed by its deadline."""
    is_closed = H.state == CLOSED
    is_on_time = is_closed & (local_day(H.ended_at, wanted.zone, tx.now) <= H.deadline_on)
    return select(*keys, func.count(), _sum(is_closed), _sum(is_on_time)).where(
        *_scope(tx, viewer, wanted), H.deadline_on.between(wanted.first, wanted.last), H.state != ON_SPOT
    )


def _made(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    return recheck.c.site == wanted.site, recheck.c.round == 1, recheck.c.is_gone.is_(False)


def _first(tx: Tx, viewer: Viewer, wanted: Wanted) -> Select[int, int]:
    """Count the first rechecks made in the period, and those that passed."""
    made = recheck.c
    return (
        select(func.count(), _sum(made.result == RecheckResult.PASSED.value))
        .select_from(recheck.join(hazard, H.id == made.hazard))
        .where(*_made(wanted), *_period(made.at, wanted), *_scope(tx, viewer, wanted))
    )


def _replied(tx: Tx, viewer: Viewer, wanted: Wanted) -> Select[int, int]:
    """Count hazards that the unit reported as done in the period, and those of them that were rechecked after it.

    What was not rechecked after one of several replies was not after the last one either.
    """
    said, made = reply.c, recheck.c
    after = exists(
        select(literal(1)).where(made.hazard == said.hazard, made.at >= said.submitted_at, made.is_gone.is_(False))
    )
    replied, waiting = func.count(said.hazard.distinct()), func.count(case((~after, said.hazard)).distinct())
    return (
        select(replied, replied - waiting)
        .select_from(reply.join(hazard, H.id == said.hazard))
        .where(said.site == wanted.site, said.is_gone.is_(False), *_period(said.submitted_at, wanted))
        .where(*_scope(tx, viewer, wanted))
    )


def _tally(tx: Tx, viewer: Viewer, wanted: Wanted, key: ColumnElement[Any]) -> Subquery:
    """Count what was found in the period by a column of the hazard; names are joined to the few sums only."""
    today = tx.now.astimezone(wanted.zone).date()
    ended, still = H.state.in_((CLOSED, ON_SPOT)), H.state.in_(UNFINISHED)
    counts = (func.count().label("found"), _sum(ended).label("closed"), _sum(still).label("open"))
    query = select(key.label("key"), *counts, _sum(_overdue(today)).label("overdue"))
    return query.where(*_found(tx, viewer, wanted)).group_by(key).subquery("found")


def _groups(
    tx: Tx, found: Subquery, joined: FromClause, key: ColumnElement[Any], name: ColumnElement[Any]
) -> list[Group]:
    total, *others = (func.sum(found.c[column]) for column in ("found", "closed", "open", "overdue"))
    query = select(key, name, total, *others).select_from(joined).group_by(key).order_by(total.desc(), name)
    return [Group(ident or "", title or "", *map(int, counts)) for ident, title, *counts in tx.rows(query)]
