"""Rounds whose window has closed: one row each, what became of them by the records of today, and why they were missed.

``settle`` writes the rows, turn by turn; what became of a round is never stored: a record that arrives late from a tablet
without a network changes it at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from server.store.page import MOST, Count, Page, PageRequest
from server.store.plan import task_records, workdays
from server.store.roster import roster_of
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import disposition, inspection, point, round_mark, round_window, rule, waiver
from shared.ids import InspectionId, PersonId, PointId, RuleId, SiteId, TemplateId, UnitId
from shared.model.inspection import Status
from shared.model.place import Point, Site, Text, Unit
from shared.model.plan import Recurrence, Rule, TaskState
from shared.schedule import day_of, reach, windows
from shared.schedule import workdays as joined
from shared.schedule.duty import responsible
from shared.schedule.task import SECRET_READERS
from shared.schedule.window import Window

_DAY = timedelta(days=1)
BACK = timedelta(days=92)
"""How far back a site's closed rounds are written when it is settled for the first time."""
EVERY = timedelta(minutes=5)
_DRIFT = timedelta(days=35)
"""So far back the intervals of "so many days after the last" are laid anew, as late records move them."""
SIZE = 50

w = round_window.c
_of_window = and_(inspection.c.rule == w.rule, inspection.c.window_on == w.window_on, inspection.c.is_gone.is_(False))
_IS_FINAL = inspection.c.status == Status.FINAL.value
FINISHED = (
    select(func.min(inspection.c.ended_at)).where(_of_window, _IS_FINAL).correlate(round_window).scalar_subquery()
)
_RECORD = (
    select(inspection.c.id)
    .where(_of_window)
    .order_by(inspection.c.started_at, inspection.c.id)
    .limit(1)
    .correlate(round_window)
    .scalar_subquery()
)
_DONE = exists(select(literal(1)).where(_of_window, _IS_FINAL, inspection.c.ended_at <= w.due_at)).correlate(
    round_window
)
_IN_TIME = exists(select(literal(1)).where(_of_window, _IS_FINAL, inspection.c.ended_at < w.closes_at)).correlate(
    round_window
)
"""Done before the round closed. Asked for itself and not of ``FINISHED``, which SQLite works out anew at each use."""
_WAIVED = exists(
    select(literal(1)).where(
        waiver.c.site == w.site, waiver.c.window_on == w.window_on, waiver.c.rule == w.rule, waiver.c.is_gone.is_(False)
    )
).correlate(round_window)
_DISPOSED = exists(
    select(literal(1)).where(
        disposition.c.rule == w.rule, disposition.c.window_on == w.window_on, disposition.c.is_current.is_(True)
    )
).correlate(round_window)


_state = case(
    (_DONE, TaskState.DONE.value),
    (_IN_TIME, TaskState.LATE.value),
    (_WAIVED, TaskState.WAIVED.value),
    else_=TaskState.MISSED.value,
)
_COUNTED: Final = (TaskState.DONE, TaskState.LATE, TaskState.WAIVED, TaskState.MISSED)
_PLACE: Final = 15
"""Bits for each state's count in a day's sum: no site has 32,768 rounds a day."""


@dataclass(frozen=True, slots=True)
class RoundFilter:
    """Which closed rounds are wanted: of one site, of days by when they were due, and whatever else is named."""

    site: SiteId
    first: date
    last: date
    points: tuple[PointId, ...] | None = None
    unit: UnitId | None = None
    template: TemplateId | None = None
    person: PersonId | None = None
    state: TaskState | None = None
    is_disposed: bool | None = None
    rules: tuple[RuleId, ...] | None = None


@dataclass(frozen=True, slots=True)
class Disposition:
    """What was made of a missed round 漏检处置: the reason, what was done instead, and who says so."""

    reason: str
    note: str
    instead: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """One closed round as lists show it; ``late_entry`` is when it was made up for after it had closed."""

    rule: Rule
    window_on: date
    point: PointId | None
    unit: UnitId | None
    due_on: date
    due_at: datetime
    closes_at: datetime
    person: PersonId | None
    how: str
    state: TaskState
    record: InspectionId | None
    finished_at: datetime | None
    disposition: Disposition | None = None

    @property
    def key(self) -> str:
        """Return what names the round in a form."""
        return f"{self.rule.id}.{self.window_on.isoformat()}"

    @property
    def is_late_entry(self) -> bool:
        """Tell whether it was made up for after it had closed (补录)."""
        return self.finished_at is not None and self.state in (TaskState.MISSED, TaskState.WAIVED)


# ---- what pages ask


def settled_until(tx: Tx, site: SiteId) -> datetime | None:
    """Return up to when the closed rounds of a site are written down."""
    found: datetime | None = tx.scalar(select(round_mark.c.until).where(round_mark.c.site == site))
    return found


def day_counts(tx: Tx, viewer: Viewer, wanted: RoundFilter) -> dict[date, Counter[TaskState]]:
    """Count closed rounds by the day they were due and what became of them.

    One sum holds the four counts of a day, each in bits of its own: so each round is looked at once, in the order of
    the index; a sum for each state would look for its record again, a group for each state would sort them all.
    """
    one = case(
        (_DONE, literal_column("1")),
        (_IN_TIME, literal_column(str(1 << _PLACE))),
        (_WAIVED, literal_column(str(1 << 2 * _PLACE))),
        else_=literal_column(str(1 << 3 * _PLACE)),
    )
    total = func.sum(cast(one, BigInteger))
    rows = tx.rows(select(w.due_on, total).where(*_where(viewer, wanted)).group_by(w.due_on))
    return {due_on: _split(int(packed)) for due_on, packed in rows}


def _split(packed: int) -> Counter[TaskState]:
    counts = {state: packed >> at * _PLACE & (1 << _PLACE) - 1 for at, state in enumerate(_COUNTED)}
    return Counter({state: number for state, number in counts.items() if number})


def closed(tx: Tx, viewer: Viewer, wanted: RoundFilter, page: PageRequest) -> Page[ClosedRound]:
    """List closed rounds, the last due first; counted no further than MOST."""
    where = _where(viewer, wanted)
    found = select(literal(1).label("one")).select_from(round_window).where(*where).limit(MOST + 1).subquery()
    total = Count(tx.scalar(select(func.count()).select_from(found)))
    order = (w.due_on.desc(), w.due_at.desc(), w.rule, w.window_on)
    rows = tx.rows(_rows().where(*where).order_by(*order).limit(page.size + 1).offset(page.offset or None))
    shown = rows[: page.size]
    after, before = "~" if len(rows) > page.size else "", "~" if page.number > 1 else ""
    return Page(tuple(_read(tx, shown)), total, page.number, page.size, page.sort, after, before)


def missed_count(tx: Tx, viewer: Viewer, site: SiteId, today: date) -> Count:
    """Count the missed rounds of the last month that nobody has dealt with."""
    wanted = RoundFilter(site, today - timedelta(days=31), today, state=TaskState.MISSED, is_disposed=False)
    found = select(literal(1).label("one")).select_from(round_window).where(*_where(viewer, wanted))
    return Count(tx.scalar(select(func.count()).select_from(found.limit(MOST + 1).subquery())))


@dataclass(frozen=True, slots=True)
class OpenMiss:
    """One missed round that nobody has dealt with, as the daily cut takes it."""

    rule: RuleId
    window_on: date
    due_on: date
    name: Text
    place: Text | None


def missed_open(tx: Tx, site: SiteId, until: date, since: date | None = None) -> list[OpenMiss]:
    """List the missed rounds of a site without a disposition, the oldest first.

    They were due from ``since`` (31 days before ``until``, unless it is earlier) to ``until``.
    """
    rows = tx.rows(_rows().where(*_missed_open(site, until, since)).order_by(w.due_on, w.rule, w.window_on))
    found = []
    for one in _read(tx, rows):
        where = tx.find(Point, one.point) if one.point else tx.find(Unit, one.unit) if one.unit else None
        found.append(OpenMiss(one.rule.id, one.window_on, one.due_on, one.rule.name, where.name if where else None))
    return found


def missed_open_keys(tx: Tx, site: SiteId, until: date, since: date | None = None) -> list[tuple[RuleId, date]]:
    """List the same rounds by rule and window alone, in no order."""
    known = select(rule.c.id).where(rule.c.site == site, rule.c.is_gone.is_(False))
    query = select(w.rule, w.window_on).where(*_missed_open(site, until, since), w.rule.in_(known))
    return [(RuleId(name), window_on) for name, window_on in tx.rows(query)]


def missed_by_keys(tx: Tx, viewer: Viewer, site: SiteId, keys: Iterable[str]) -> list[ClosedRound]:
    """Return the missed rounds among ``rule.day`` keys; unknown keys and rounds that were not missed are left out."""
    wanted = []
    for key in keys:
        name, _, day = key.rpartition(".")
        try:
            wanted.append((name, date.fromisoformat(day)))
        except ValueError:
            continue
    if not wanted:
        return []
    scope = RoundFilter(site, date.min, date.max, state=TaskState.MISSED)
    chosen = or_(*(and_(w.rule == name, w.window_on == day) for name, day in wanted))
    return list(_read(tx, tx.rows(_rows().where(*_where(viewer, scope), chosen).order_by(w.due_on, w.rule))))


def dispose(tx: Tx, viewer: Viewer, rounds: Sequence[ClosedRound], reason: str, note: str, instead: str) -> None:
    """Write what is made of missed rounds; what was written before stays in their history."""
    for one in rounds:
        viewer.check(one.rule.site)
        mine = (disposition.c.rule == one.rule.id, disposition.c.window_on == one.window_on)
        tx.execute(disposition.update().where(*mine).values(is_current=False))
        tx.execute(
            disposition.insert().values(
                id=tx.ids.new(),
                site=one.rule.site,
                rule=one.rule.id,
                window_on=one.window_on,
                reason=reason,
                note=note,
                instead=instead,
                by=viewer.person,
                by_name=viewer.name,
                at=tx.now,
                is_current=True,
            )
        )


def dispositions_of(tx: Tx, rounds: Iterable[tuple[RuleId, date]]) -> dict[tuple[RuleId, date], list[Disposition]]:
    """Return all that was ever made of some rounds, the latest first."""
    wanted = list(rounds)
    if not wanted:
        return {}
    known = disposition.c
    of_any = known.rule.in_({name for name, _ in wanted}) & known.window_on.in_({day for _, day in wanted})
    found: dict[tuple[RuleId, date], list[Disposition]] = {key: [] for key in wanted}
    for row in tx.rows(select(disposition).where(of_any).order_by(known.at.desc(), known.id.desc())):
        if (row.rule, row.window_on) in found:  # two lists are asked for: SQLite looks pairs up in no index
            made = Disposition(row.reason, row.note, row.instead, row.by_name, row.at)
            found[RuleId(row.rule), row.window_on].append(made)
    return {key: made for key, made in found.items() if made}


def points_of_building(tx: Tx, viewer: Viewer, site: SiteId, building: str) -> tuple[PointId, ...]:
    """Return the points of one building, for a filter."""
    viewer.check(site)
    query = select(point.c.id).where(point.c.site == site, point.c.building == building)
    return tuple(PointId(name) for name in tx.scalars(query))


# ---- what the work writes


def settle(tx: Tx, site: Site) -> int:
    """Write down the rounds of a site that closed since the last time; returns how many."""
    mark, now, zone = settled_until(tx, site.id), tx.now, ZoneInfo(site.timezone)
    if mark is not None and now - mark < EVERY:
        return 0
    since = max(mark or now - BACK, now - BACK)
    rules = _running(tx, site, day_of(since, zone))
    first, last = day_of(since, zone) - 3 * _DAY, day_of(now, zone)
    laid = _laid(tx, rules, site, min(first, last - _DRIFT))
    roster = roster_of(tx, site.id, first - _DAY, last)
    buildings = {one.id: one.building for one in tx.every(Point, point.c.site == site.id)}
    rows = []
    for one in rules:
        closing = [window for window in laid[one.id] if since < window.closes_at <= now or mark is None]
        for window in (window for window in closing if window.closes_at <= now):
            who = responsible(one, window.due_on, roster, buildings.get(one.point) if one.point else None)
            rows.append(_row(one, window, who.person, who.how.value))
    for batch in (rows[at : at + 500] for at in range(0, len(rows), 500)):
        tx.execute(tx.insert(round_window).on_conflict_do_nothing(), batch)
    _forget_moved(tx, rules, laid, last - _DRIFT)
    upsert = tx.insert(round_mark).values(site=site.id, until=now)
    tx.execute(upsert.on_conflict_do_update(index_elements=["site"], set_={"until": now}))
    return len(rows)


def _running(tx: Tx, site: Site, since: date) -> list[Rule]:
    """List the rules that had windows lately; a rule at a place that was given up has none."""
    longest = timedelta(days=40)
    found = tx.every(Rule, rule.c.site == site.id, or_(rule.c.ends_on.is_(None), rule.c.ends_on >= since - longest))
    given_up = {one.id for one in tx.every(Point, point.c.site == site.id) if one.is_retired}
    return [one for one in found if one.point not in given_up]


def _laid(tx: Tx, rules: Sequence[Rule], site: Site, first: date) -> Mapping[RuleId, tuple[Window, ...]]:
    """Lay the windows of every rule from ``first`` until today."""
    zone, calendar = ZoneInfo(site.timezone), joined(workdays(tx))
    today = day_of(tx.now, zone)
    moving = [one for one in rules if one.recurrence is Recurrence.SINCE_LAST or one.min_gap_months]
    everybody = Viewer(PersonId(""), "", {site.id: SECRET_READERS})
    done: dict[RuleId, dict[date, date]] = {}
    for record in task_records(tx, everybody, reach(moving, first), site.id):
        if record.fact.finished_at is not None:
            done.setdefault(record.fact.rule, {}).setdefault(
                record.fact.window_on, day_of(record.fact.finished_at, zone)
            )
    return {
        one.id: windows(one, calendar, zone, first - one.late_days * _DAY, today, done.get(one.id)) for one in rules
    }


def _forget_moved(tx: Tx, rules: Sequence[Rule], laid: Mapping[RuleId, tuple[Window, ...]], since: date) -> None:
    """Forget windows of moving intervals that a late record has moved, unless somebody has dealt with them."""
    for one in rules:
        if one.recurrence is not Recurrence.SINCE_LAST:
            continue
        kept = [window.on for window in laid[one.id]]
        tx.execute(
            round_window.delete().where(
                w.rule == one.id, w.window_on > since + one.every_days * _DAY, w.window_on.not_in(kept), ~_DISPOSED
            )
        )


def _row(one: Rule, window: Window, person: PersonId | None, how: str) -> dict[str, Any]:
    return {
        "rule": one.id,
        "window_on": window.on,
        "site": one.site,
        "point": one.point,
        "unit": one.unit,
        "template": one.template,
        "is_secret": one.is_secret,
        "due_on": window.due_on,
        "due_at": window.due_at,
        "closes_at": window.closes_at,
        "person": person,
        "how": how,
    }


# ---- within


def _where(viewer: Viewer, wanted: RoundFilter) -> list[ColumnElement[bool]]:
    may_see = viewer.sees_all_of(wanted.site)
    found = [w.site == wanted.site if may_see else false(), w.due_on.between(wanted.first, wanted.last)]
    if SECRET_READERS.isdisjoint(viewer.roles_at(wanted.site)):
        found.append(or_(w.is_secret.is_(False), w.person == viewer.person))
    if wanted.points is not None:
        found.append(w.point.in_(wanted.points))
    if wanted.rules is not None:
        found.append(w.rule.in_(wanted.rules))
    for column, value in ((w.unit, wanted.unit), (w.template, wanted.template), (w.person, wanted.person)):
        if value:
            found.append(column == value)
    if wanted.state is TaskState.MISSED:
        found += [~_IN_TIME, ~_DONE, ~_WAIVED]  # the likeliest first
    elif wanted.state is not None:
        found.append(_state == wanted.state.value)
    if wanted.is_disposed is not None:
        found.append(_DISPOSED if wanted.is_disposed else ~_DISPOSED)
    return found


def _missed_open(site: SiteId, until: date, since: date | None) -> list[ColumnElement[bool]]:
    everybody = Viewer(PersonId(""), "", {site: SECRET_READERS})
    first = min(until - timedelta(days=31), since or until)
    return _where(everybody, RoundFilter(site, first, until, state=TaskState.MISSED, is_disposed=False))


def _rows() -> Select[Any]:
    facts = (w.rule, w.window_on, w.point, w.unit, w.due_on, w.due_at, w.closes_at, w.person, w.how)
    return select(*facts, FINISHED.label("finished_at"), _state.label("state"), _RECORD.label("record"))


def _read(tx: Tx, rows: Sequence[Row[Any]]) -> Iterator[ClosedRound]:
    tx.prefetch("rule", {row.rule for row in rows})
    made = dispositions_of(tx, [(RuleId(row.rule), row.window_on) for row in rows])
    for row in rows:
        one = tx.find(Rule, row.rule)
        if one is None:
            continue
        latest = made.get((one.id, row.window_on), [None])[0]
        yield ClosedRound(
            rule=one,
            window_on=row.window_on,
            point=row.point,
            unit=row.unit,
            due_on=row.due_on,
            due_at=row.due_at,
            closes_at=row.closes_at,
            person=row.person,
            how=row.how,
            state=TaskState(row.state),
            record=row.record,
            finished_at=row.finished_at,
            disposition=latest,
        )
