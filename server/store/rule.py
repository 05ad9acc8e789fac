"""Plans that people change: the rule that is written, what was changed in words that stay, and the days that were set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from server.store.plan import task_records, workdays
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import appointment, asset, plan_change, point, rule, unit
from shared import wire
from shared.ids import PersonId, RuleId, SiteId, WaiverId
from shared.model.place import Role, Site
from shared.model.plan import Rule, Waiver
from shared.schedule import day_of, reach, windows
from shared.schedule import workdays as joined
from shared.schedule.change import border, changes_windows, succeed

_DAY = timedelta(days=1)
CREATED, CHANGED, ENDED, SWITCHED_ON, GIVEN_UP = "created", "changed", "ended", "switched_on", "given_up"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a plan's history. ``facts``: member -> before and after, as JSON values."""

    rule: RuleId
    act: str
    from_on: date | None
    reason: str
    by_name: str
    at: datetime
    facts: Mapping[str, list[object]] = field(default_factory=dict)


def next_code(tx: Tx, site: SiteId) -> str:
    """Return the next number of a plan that people made themselves: P-001."""
    made = tx.scalars(select(rule.c.code).where(rule.c.site == site, rule.c.code.like("P-%")).distinct())
    numbers = [int(code[2:]) for code in made if code[2:].isdigit()]
    return f"P-{max(numbers, default=0) + 1:03}"


def rule_for(tx: Tx, viewer: Viewer, name: str) -> Rule:
    """Return one rule.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = tx.get(Rule, name)
    viewer.check(found.site)
    return found


def add_rule(tx: Tx, viewer: Viewer, new: Rule, act: str = CREATED, reason: str = "") -> Rule:
    """Write a new plan and note who made it."""
    viewer.check(new.site)
    tx.put(new)
    _note(tx, viewer, Change(new.id, act, new.starts_on, reason, viewer.name, tx.now))
    return new


def change_rule(tx: Tx, viewer: Viewer, old: Rule, new: Rule, on: date, reason: str) -> Rule:
    """Change a plan; what touches its windows holds from the first border from ``on`` on, all else at once.

    Returns the rule that holds in the end.
    """
    facts = _difference(old, new)
    if not changes_windows(old, new):
        tx.put(new)
        _note(tx, viewer, Change(old.id, CHANGED, None, reason, viewer.name, tx.now, facts))
        return new
    day = border_of(tx, old, on)
    followed = succeed(old, new, day, RuleId(tx.ids.new()))
    if followed.ended is not None:
        tx.put(followed.ended)
    tx.put(followed.next)
    for about in {old.id, followed.next.id}:
        _note(tx, viewer, Change(about, CHANGED, day, reason, viewer.name, tx.now, facts))
    return followed.next


def border_of(tx: Tx, of: Rule, day: date) -> date:
    """Return from which day on a change of ``of`` can hold, asked for ``day``."""
    site = tx.get(Site, of.site)
    zone, calendar = ZoneInfo(site.timezone), joined(workdays(tx))
    return border(of, day, calendar, zone, done_days(tx, of, day, zone))


def done_days(tx: Tx, of: Rule, since: date, zone: ZoneInfo) -> dict[date, date]:
    """Return the windows of a rule that were done, by key, with the local day; as far back as matters from ``since``."""
    everybody = Viewer(PersonId(""), "", {of.site: frozenset(Role)})
    found: dict[date, date] = {}
    for record in task_records(tx, everybody, reach([of], since), of.site):
        if record.fact.finished_at is not None:
            found.setdefault(record.fact.window_on, day_of(record.fact.finished_at, zone))
    return found


def end_rule(tx: Tx, viewer: Viewer, old: Rule, last: date, reason: str, act: str = ENDED) -> None:
    """End a plan with a day. A window that this cuts short is waived: nobody is late for what ended early."""
    site = tx.get(Site, old.site)
    zone, calendar = ZoneInfo(site.timezone), joined(workdays(tx))
    done = done_days(tx, old, last, zone)
    cut = [one for one in windows(old, calendar, zone, last, last, done) if one.due_on > last and one.on not in done]
    ended = replace(old, ends_on=last)
    tx.put(ended)
    for one in cut:
        by = viewer.person
        tx.put(Waiver(WaiverId(tx.ids.new()), old.site, old.id, one.on, reason, by, tx.now))
    facts: dict[str, list[object]] = {"ends_on": [old.ends_on.isoformat() if old.ends_on else "", last.isoformat()]}
    _note(tx, viewer, Change(old.id, act, last, reason, viewer.name, tx.now, facts))


def end_given_up(tx: Tx, site: Site) -> int:
    """End the plans about points, units and equipment that were given up; returns how many."""
    today = day_of(tx.now, ZoneInfo(site.timezone))
    nobody = Viewer(PersonId("system"), "", {site.id: frozenset(Role)})
    given_up: set[str] = set()
    for known in (point.c, unit.c, asset.c):
        given_up.update(tx.scalars(select(known.id).where(known.site == site.id, known.is_retired.is_(True))))
    if not given_up:
        return 0
    running = tx.every(Rule, rule.c.site == site.id, or_(rule.c.ends_on.is_(None), rule.c.ends_on >= today))
    over = [one for one in running if given_up & {one.point, one.unit, one.asset}]
    for one in over:
        end_rule(tx, nobody, one, today - _DAY, "", GIVEN_UP)
    return len(over)


def history(tx: Tx, names: tuple[RuleId, ...]) -> list[Change]:
    """List what was changed of a plan and of those it followed, the latest first; each change once."""
    known = plan_change.c
    query = select(plan_change).where(known.rule.in_(names)).order_by(known.at.desc(), known.id.desc())
    found, seen = [], set()
    for row in tx.rows(query):
        mark = (row.at, row.act, row.from_on)
        if mark not in seen:
            seen.add(mark)
            facts = cast("dict[str, list[object]]", wire.loads(row.facts))
            found.append(Change(RuleId(row.rule), row.act, row.from_on, row.reason, row.by_name, row.at, facts))
    return found


def line_of(tx: Tx, one: Rule) -> tuple[Rule, ...]:
    """Return a plan with those that it followed, the latest first."""
    found = [one]
    while (before := found[-1].follows) is not None and len(found) < 50:
        earlier = tx.find(Rule, before)
        if earlier is None:
            break
        found.append(earlier)
    return tuple(found)


def follower_of(tx: Tx, one: Rule) -> Rule | None:
    """Return the plan that follows one, if there is any."""
    later = tx.every(Rule, rule.c.site == one.site, rule.c.starts_on > one.starts_on)
    return next((found for found in later if found.follows == one.id), None)


# ---- days that are set within long windows


@dataclass(frozen=True, slots=True)
class Appointment:
    """The day on which a task of a long window is to be done, set by somebody."""

    rule: RuleId
    window_on: date
    day: date
    by_name: str
    at: datetime


def appointments(tx: Tx, viewer: Viewer, site: SiteId, first: date, last: date) -> list[Appointment]:
    """List the days set at a site, from the first to the last of some days."""
    viewer.check(site)
    known = appointment.c
    query = select(appointment).where(known.site == site, known.on_day.between(first, last))
    return [
        Appointment(RuleId(row.rule), row.window_on, row.on_day, row.by_name, row.at)
        for row in tx.rows(query.order_by(known.on_day, known.rule))
    ]


def appointments_of(tx: Tx, of: RuleId) -> dict[date, Appointment]:
    """Return the days set for one rule, by the key of their window."""
    query = select(appointment).where(appointment.c.rule == of)
    return {
        row.window_on: Appointment(RuleId(row.rule), row.window_on, row.on_day, row.by_name, row.at)
        for row in tx.rows(query)
    }


def appoint(tx: Tx, viewer: Viewer, of: Rule, window_on: date, day: date) -> None:
    """Set the day for one window of a rule, or move it."""
    viewer.check(of.site)
    values = {"on_day": day, "by": viewer.person, "by_name": viewer.name, "at": tx.now}
    upsert = tx.insert(appointment).values(rule=of.id, window_on=window_on, site=of.site, **values)
    tx.execute(upsert.on_conflict_do_update(index_elements=["rule", "window_on"], set_=values))


# ---- within


def _note(tx: Tx, viewer: Viewer, change: Change) -> None:
    tx.execute(
        plan_change.insert().values(
            site=tx.get(Rule, change.rule).site,
            rule=change.rule,
            act=change.act,
            from_on=change.from_on,
            facts=wire.dumps(dict(change.facts)),
            reason=change.reason,
            by=viewer.person,
            by_name=change.by_name,
            at=change.at,
        )
    )


def _difference(old: Rule, new: Rule) -> dict[str, list[object]]:
    before, after = (wire.encode_object(one) for one in (old, new))
    skipped = {"id", "follows", "starts_on", "ends_on"}
    names = sorted((before.keys() | after.keys()) - skipped)
    return {name: [before.get(name), after.get(name)] for name in names if before.get(name) != after.get(name)}
