"""Rounds that stop for some days: a plan paused, equipment out of service, a place that is closed.

A stoppage is kept whole and takes effect through waivers, one per window that falls due within it: so tablets know of it
by sync as they know of every excuse, and nothing new has to travel. They are written ``AHEAD`` days ahead, turn by turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, or_, select

from server.store.page import Count, Page, PageRequest
from server.store.plan import task_records, workdays
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import rule, stoppage, stoppage_rule, stoppage_waiver, waiver
from shared.errors import UnknownRecordError
from shared.ids import AssetId, PersonId, RuleId, SiteId, WaiverId
from shared.model.place import Asset, Role, Site
from shared.model.plan import Rule, Waiver
from shared.schedule import day_of, reach, windows
from shared.schedule import workdays as joined

_DAY = timedelta(days=1)
AHEAD = timedelta(days=14)
LONGEST_REASON = 500
NOT_YET, SWITCHED, SEEN, OVER = "", "switched", "seen", "over"


@dataclass(frozen=True, slots=True)
class Stoppage:
    """Why some rounds stop, from the first day to the last; without a last day until somebody ends it.

    ``about_kind`` is ``rule``, ``asset`` or ``point``; ``notice`` is what people were told (停用公告). ``effect`` is what it
    did to its equipment: nothing yet, SWITCHED it off, SEEN that it was off already, OVER.
    """

    id: str
    site: SiteId
    about_kind: str
    about_id: str
    first: date
    last: date | None
    reason: str
    notice: str
    by: PersonId
    by_name: str
    at: datetime
    ended_by_name: str = ""
    ended_at: datetime | None = None
    is_cancelled: bool = False
    rules: tuple[RuleId, ...] = ()
    effect: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether rounds stop on a day."""
        return not self.is_cancelled and self.first <= day and (self.last is None or day <= self.last)


def begin_stoppage(tx: Tx, viewer: Viewer, wanted: Stoppage) -> str:
    """Stop rounds; returns the stoppage's id. Its id, author and time are made here."""
    viewer.check(wanted.site)
    name = tx.ids.new()
    tx.execute(
        stoppage.insert().values(
            id=name,
            site=wanted.site,
            about_kind=wanted.about_kind,
            about_id=wanted.about_id,
            first_on=wanted.first,
            last_on=wanted.last,
            reason=wanted.reason,
            notice=wanted.notice,
            by=viewer.person,
            by_name=viewer.name,
            at=tx.now,
        )
    )
    for one in wanted.rules:
        tx.execute(stoppage_rule.insert().values(stoppage=name, rule=one))
    apply_stoppages(tx, tx.get(Site, wanted.site))
    return name


def end_stoppage(tx: Tx, viewer: Viewer, name: str, last: date) -> None:
    """Let rounds go on after ``last``; a day before the first one cancels the stoppage. Waivers beyond are taken back.

    Raises:
        UnknownRecordError: there is no such stoppage that ``viewer`` may see.
    """
    known = stoppage_for(tx, viewer, name)
    ended = {"last_on": last, "ended_by": viewer.person, "ended_by_name": viewer.name, "ended_at": tx.now}
    if last < known.first:
        ended |= {"last_on": known.first, "is_cancelled": True}
    tx.execute(stoppage.update().where(stoppage.c.id == name).values(**ended))
    beyond = (stoppage_waiver.c.stoppage == name, stoppage_waiver.c.due_on > last)
    for row in tx.rows(select(stoppage_waiver).where(*beyond)):
        if tx.find(Waiver, row.waiver) is not None:
            tx.remove(Waiver, row.waiver)
    tx.execute(stoppage_waiver.delete().where(*beyond))
    apply_stoppages(tx, tx.get(Site, known.site))


def stoppage_for(tx: Tx, viewer: Viewer, name: str) -> Stoppage:
    """Return one stoppage.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    found = _read(tx, tx.rows(select(stoppage).where(stoppage.c.id == name)))
    if not found:
        raise UnknownRecordError(kind="stoppage", id=name)
    viewer.check(found[0].site)
    return found[0]


def stoppages(tx: Tx, viewer: Viewer, site: SiteId, page: PageRequest, on: date | None = None) -> Page[Stoppage]:
    """List a site's stoppages, the last to begin first; those that hold or are to come from the day ``on``, if named."""
    viewer.check(site)
    where: list[ColumnElement[bool]] = [stoppage.c.site == site]
    if on is not None:
        where += [or_(stoppage.c.last_on.is_(None), stoppage.c.last_on >= on), stoppage.c.is_cancelled.is_(False)]
    total = Count(tx.count(select(stoppage.c.id).where(*where).limit(1001)))
    query = select(stoppage).where(*where).order_by(stoppage.c.first_on.desc(), stoppage.c.id.desc())
    rows = tx.rows(query.limit(page.size + 1).offset(page.offset or None))
    after, before = "~" if len(rows) > page.size else "", "~" if page.number > 1 else ""
    return Page(tuple(_read(tx, rows[: page.size])), total, page.number, page.size, page.sort, after, before)


def stopped_rules(tx: Tx, site: SiteId, on: date) -> dict[RuleId, Stoppage]:
    """Return which rules of a site stop on a day, and by what."""
    found: dict[RuleId, Stoppage] = {}
    for one in _active(tx, site, on):
        if one.holds_on(on):
            found |= dict.fromkeys(_rules_of(tx, one), one)
    return found


def apply_stoppages(tx: Tx, site: Site) -> int:
    """Waive what falls due within the stoppages of a site, and keep its equipment's state in step; returns the waivers."""
    zone = ZoneInfo(site.timezone)
    today = day_of(tx.now, zone)
    written = 0
    active = _active(tx, site.id, today - AHEAD)
    for one in active:
        written += _waive(tx, one, today, zone)
    for about in {one.about_id for one in active if one.about_kind == "asset"}:
        _switch(tx, about, [one for one in active if one.about_id == about], today)
    return written


def _switch(tx: Tx, about: str, stops: Sequence[Stoppage], today: date) -> None:
    """Put equipment out of service when a stop begins, and back when the last one is over that had done so.

    In between, and wherever somebody had put it out of service himself, its page has the word.
    """
    asset = tx.find(Asset, about)
    begun = [one for one in stops if one.holds_on(today) and one.effect == NOT_YET]
    for one in begun:
        _note_effect(tx, one, SWITCHED if asset is not None and asset.is_in_service else SEEN)
    if begun and asset is not None and asset.is_in_service:
        tx.put(replace(asset, is_in_service=False))
    if any(one.holds_on(today) for one in stops):
        return
    over = [one for one in stops if one.effect in (SWITCHED, SEEN)]
    for one in over:
        _note_effect(tx, one, OVER)
    if any(one.effect == SWITCHED for one in over) and asset is not None and not asset.is_in_service:
        tx.put(replace(asset, is_in_service=True))


def _note_effect(tx: Tx, one: Stoppage, effect: str) -> None:
    tx.execute(stoppage.update().where(stoppage.c.id == one.id).values(effect=effect))


def _active(tx: Tx, site: SiteId, since: date) -> list[Stoppage]:
    """List the stoppages that were not over before a day, cancelled ones among them: their equipment runs again.

    Those that still keep equipment out of service are among them, however long the server was away.
    """
    is_late = or_(stoppage.c.last_on.is_(None), stoppage.c.last_on >= since, stoppage.c.effect.in_((SWITCHED, SEEN)))
    query = select(stoppage).where(stoppage.c.site == site, is_late)
    return _read(tx, tx.rows(query.order_by(stoppage.c.at, stoppage.c.id)))


def _rules_of(tx: Tx, one: Stoppage) -> tuple[RuleId, ...]:
    """Name the rules that stop, those that came later for the same equipment among them."""
    if one.about_kind != "asset":
        return one.rules
    about = [rule_.id for rule_ in tx.every(Rule, rule.c.site == one.site) if rule_.asset == AssetId(one.about_id)]
    return tuple(dict.fromkeys((*one.rules, *about)))


def _waive(tx: Tx, one: Stoppage, today: date, zone: ZoneInfo) -> int:
    if one.is_cancelled:
        return 0
    names = _rules_of(tx, one)
    followers = tx.every(Rule, rule.c.site == one.site)
    rules = [found for found in followers if found.id in names or found.follows in names]
    first, last = max(one.first, today - AHEAD), min(one.last or date.max, today + AHEAD)
    calendar = joined(workdays(tx))
    everybody = Viewer(PersonId(""), "", {one.site: frozenset(Role)})
    done: dict[RuleId, dict[date, date]] = {}
    for record in task_records(tx, everybody, reach(rules, first), one.site):
        if record.fact.finished_at is not None:
            done.setdefault(record.fact.rule, {})[record.fact.window_on] = day_of(record.fact.finished_at, zone)
    known = {
        (row.rule, row.window_on)
        for row in tx.rows(
            select(waiver.c.rule, waiver.c.window_on).where(
                waiver.c.site == one.site,
                waiver.c.is_gone.is_(False),
                waiver.c.rule.in_([found.id for found in rules]),
            )
        )
    }
    written = 0
    for found in rules:
        for window in windows(found, calendar, zone, first, last, done.get(found.id)):
            is_due = first <= window.due_on <= last
            if is_due and (found.id, window.on) not in known and window.on not in done.get(found.id, {}):
                _write(tx, one, found, window.on, window.due_on)
                written += 1
    return written


def _write(tx: Tx, one: Stoppage, of: Rule, window_on: date, due_on: date) -> None:
    name = WaiverId(tx.ids.new())
    tx.put(Waiver(name, one.site, of.id, window_on, one.reason[:LONGEST_REASON], one.by, tx.now))
    values = {"rule": of.id, "window_on": window_on, "stoppage": one.id, "waiver": name, "due_on": due_on}
    tx.execute(
        tx.insert(stoppage_waiver)
        .values(values)
        .on_conflict_do_update(index_elements=["rule", "window_on"], set_={"stoppage": one.id, "waiver": name})
    )


def _read(tx: Tx, rows: Iterable[Row[Any]]) -> list[Stoppage]:
    found = list(rows)
    names = [row.id for row in found]
    chosen: dict[str, list[RuleId]] = {}
    for row in tx.rows(select(stoppage_rule).where(stoppage_rule.c.stoppage.in_(names))) if names else ():
        chosen.setdefault(row.stoppage, []).append(RuleId(row.rule))
    return [
        Stoppage(
            id=row.id,
            site=row.site,
            about_kind=row.about_kind,
            about_id=row.about_id,
            first=row.first_on,
            last=row.last_on,
            reason=row.reason,
            notice=row.notice,
            by=row.by,
            by_name=row.by_name,
            at=row.at,
            ended_by_name=row.ended_by_name,
            ended_at=row.ended_at,
            is_cancelled=row.is_cancelled,
            rules=tuple(chosen.get(row.id, ())),
            effect=row.effect,
        )
        for row in found
    ]
