"""The surprise inspections of a site: a seed sealed each quarter, what it drew, and the rules made of it on its day.

Nothing of a draw stands in the rules, the feeds, the search or a list before its day: the rule is written when the day has
come. Until the day is over a draw is shown to those who may know of it only (roles facts §4), and never its seed.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select

from server.store.outbox import Audience, Event, Kind, tell
from server.store.plan import SECRET_READERS, task_records
from server.store.rule import SWITCHED_ON, add_rule
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import surprise_draw, surprise_plan
from shared import wire
from shared.draw import commitment
from shared.errors import BusyError, UnknownRecordError
from shared.ids import PersonId, PointId, RuleId, SiteId, TemplateId, UnitId
from shared.model.place import Point, Role, Site, Text, Unit
from shared.model.plan import Period, Recurrence, Rule
from shared.schedule import day_of
from shared.schedule.surprise import Drawn, draw_surprise, quarter_of, warning

CODE = "SCH-02"
NAME = Text("突击检查", "Surprise inspection")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SurprisePlan:
    """That a site has a surprise inspection every quarter: who organises it, with which checklist, and where it may go.

    ``places`` are ids of units and points; ``count`` of them are drawn. Without places it is the whole site.
    """

    site: SiteId
    template: TemplateId
    organisers: tuple[PersonId, ...]
    places: tuple[str, ...] = ()
    count: int = 1
    opens: time = time(9)
    due: time = time(17)
    since: date = date(2026, 1, 1)
    is_off: bool = False
    by_name: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """One sealed seed and what it drew; ``day`` is None until somebody draws.

    ``days`` and ``places`` are what was drawn from, in order; ``names`` what the places were called then.
    """

    id: str
    site: SiteId
    quarter: date
    no: int
    seed: str
    commitment: str
    sealed_at: datetime
    sealed_by_name: str
    day: date | None = None
    drawn: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    excluded: tuple[date, ...] = ()
    why_excluded: str = ""
    places: tuple[str, ...] = ()
    count: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[RuleId, ...] = ()
    drawn_at: datetime | None = None
    drawn_by: PersonId | None = None
    drawn_by_name: str = ""
    void_at: datetime | None = None
    void_by_name: str = ""
    void_reason: str = ""
    opened_at: datetime | None = None

    @property
    def result(self) -> Drawn | None:
        """What was drawn."""
        return Drawn(self.day, self.drawn) if self.day is not None else None

    def is_revealed(self, today: date) -> bool:
        """Tell whether the seed may be shown: the day is over."""
        return self.day is not None and today > self.day


def may_know_draws(viewer: Viewer, site: SiteId, plan: SurprisePlan | None = None) -> bool:
    """Tell whether somebody may know of a draw before its day: its organisers and the roles that roles facts §4 name."""
    if plan is not None and viewer.person in plan.organisers:
        return True
    return bool(viewer.roles_at(site) & SECRET_READERS)


def surprise_plan_of(tx: Tx, site: SiteId) -> SurprisePlan | None:
    """Return a site's plan of surprise inspections, if it has one."""
    row = tx.row(select(surprise_plan).where(surprise_plan.c.site == site))
    if row is None:
        return None
    return SurprisePlan(
        site=row.site,
        template=row.template,
        organisers=tuple(cast("list[PersonId]", wire.loads(row.organisers))),
        places=tuple(cast("list[str]", wire.loads(row.places))),
        count=row._mapping["count"],  # noqa: SLF001 - SQLAlchemy's public name; a row has a method of this name
        opens=time.fromisoformat(row.opens),
        due=time.fromisoformat(row.due),
        since=row.since,
        is_off=row.is_off,
        by_name=row.by_name,
        at=row.at,
    )


def keep_surprise_plan(tx: Tx, viewer: Viewer, plan: SurprisePlan) -> None:
    """Write a site's plan of surprise inspections; draws that were made stay as they are."""
    viewer.check(plan.site)
    values = {
        "template": plan.template,
        "organisers": wire.dumps(list(plan.organisers)),
        "places": wire.dumps(list(plan.places)),
        "count": plan.count,
        "opens": f"{plan.opens:%H:%M}",
        "due": f"{plan.due:%H:%M}",
        "since": plan.since,
        "is_off": plan.is_off,
        "by": viewer.person,
        "by_name": viewer.name,
        "at": tx.now,
    }
    upsert = tx.insert(surprise_plan).values(site=plan.site, **values)
    tx.execute(upsert.on_conflict_do_update(index_elements=["site"], set_=values))


def draws(tx: Tx, viewer: Viewer, site: SiteId, today: date, most: int = 40) -> list[Draw]:
    """List the draws of a site, the latest first; before their day only for those who may know, the seed for nobody."""
    viewer.check(site)
    known = surprise_draw.c
    query = select(surprise_draw).where(known.site == site).order_by(known.quarter_on.desc(), known.no.desc())
    plan = surprise_plan_of(tx, site)
    may_know = may_know_draws(viewer, site, plan)
    return [shown for row in tx.rows(query.limit(most)) if (shown := _shown(_read(row), viewer, today, may_know))]


def draw_for(tx: Tx, viewer: Viewer, name: str, today: date) -> Draw:
    """Return one draw as ``viewer`` may see it.

    Raises:
        UnknownRecordError: there is none, or it may not be known yet.
    """
    row = tx.row(select(surprise_draw).where(surprise_draw.c.id == name))
    if row is None:
        raise UnknownRecordError(kind="draw", id=name)
    viewer.check(row.site)
    found = _read(row)
    shown = _shown(found, viewer, today, may_know_draws(viewer, found.site, surprise_plan_of(tx, found.site)))
    if shown is None:
        raise UnknownRecordError(kind="draw", id=name)
    return shown


def open_draw(tx: Tx, site: SiteId, quarter: date) -> Draw | None:
    """Return the draw of a quarter that holds: the last one that was not made void."""
    row = tx.row(_of_quarter(site, quarter).where(surprise_draw.c.void_at.is_(None)).limit(1))
    return _read(row) if row is not None else None


def seal(tx: Tx, site: SiteId, quarter: date, by_name: str = "") -> Draw:
    """Make the seed of a quarter by chance and keep it sealed, if that was not done yet; returns the quarter's draw."""
    known = open_draw(tx, site, quarter)
    if known is not None:
        return known
    seed = secrets.token_hex(16)
    last = tx.scalar(_of_quarter(site, quarter).with_only_columns(surprise_draw.c.no).limit(1)) or 0
    tx.execute(
        tx.insert(surprise_draw)
        .values(
            id=tx.ids.new(),
            site=site,
            quarter_on=quarter,
            no=last + 1,
            seed=seed,
            commitment=commitment(seed),
            sealed_at=tx.now,
            sealed_by_name=by_name,
        )
        .on_conflict_do_nothing()
    )
    found = open_draw(tx, site, quarter)
    if found is None:
        raise BusyError(retry_after_s=1)
    return found


@dataclass(frozen=True, slots=True)
class Pool:
    """What is drawn from: days, places with their names, how many places, and which days were left out and why."""

    days: tuple[date, ...]
    places: Mapping[str, str]
    count: int
    excluded: tuple[date, ...] = ()
    why_excluded: str = ""


def make_draw(tx: Tx, viewer: Viewer, sealed: Draw, pool: Pool) -> Draw:
    """Draw with a sealed seed; once drawn, a draw is never drawn again.

    Raises:
        ValueError: there is no day to draw from.
        BusyError: somebody else drew meanwhile.
    """
    viewer.check(sealed.site)
    drawn = draw_surprise(sealed.seed, pool.days, tuple(pool.places), pool.count)
    facts = {
        "drawn": list(drawn.places),
        "days": [day.isoformat() for day in pool.days],
        "excluded": [day.isoformat() for day in pool.excluded],
        "why_excluded": pool.why_excluded,
        "places": sorted(pool.places),
        "count": pool.count,
        "names": dict(pool.places),
        "rules": [],
    }
    changed = tx.execute(
        surprise_draw.update()
        .where(surprise_draw.c.id == sealed.id, surprise_draw.c.day_on.is_(None))
        .values(
            day_on=drawn.day,
            facts=wire.dumps(facts),
            drawn_at=tx.now,
            drawn_by=viewer.person,
            drawn_by_name=viewer.name,
        )
        .returning(surprise_draw.c.id)
    )
    if len(changed.all()) != 1:
        raise BusyError(retry_after_s=1)
    return _get(tx, sealed.id)


def void_draw(tx: Tx, viewer: Viewer, name: str, reason: str, today: date) -> None:
    """Make a draw void before its day, so that the quarter is drawn anew from another seed; it stays on record.

    Raises:
        UnknownRecordError: there is none, it was made void before, or its day has come.
    """
    known = draw_for(tx, viewer, name, today)
    if known.void_at is not None or known.day is None or known.day <= today or known.opened_at is not None:
        raise UnknownRecordError(kind="draw", id=name)
    values = {"void_at": tx.now, "void_by_name": viewer.name, "void_reason": reason}
    tx.execute(surprise_draw.update().where(surprise_draw.c.id == name).values(**values))


# ---- what the work does


def open_due(tx: Tx, site: Site) -> int:
    """Write the rules of the draws whose day has come at a site, so that tablets learn of them; returns how many."""
    today = day_of(tx.now, ZoneInfo(site.timezone))
    known = surprise_draw.c
    query = select(surprise_draw).where(
        known.site == site.id, known.day_on <= today, known.opened_at.is_(None), known.void_at.is_(None)
    )
    plan = surprise_plan_of(tx, site.id)
    opened = 0
    for row in tx.rows(query) if plan is not None else ():
        found = _read(row)
        rules = [_rule(tx, plan, found, where) for where in found.drawn or ("",)] if plan is not None else []
        by = Viewer(found.drawn_by or PersonId(""), found.drawn_by_name, {site.id: frozenset(Role)})
        for one in rules:
            add_rule(tx, by, one, SWITCHED_ON)
        facts = cast("dict[str, object]", wire.loads(row.facts)) | {"rules": [one.id for one in rules]}
        tx.execute(surprise_draw.update().where(known.id == found.id).values(opened_at=tx.now, facts=wire.dumps(facts)))
        opened += len(rules)
    return opened


def seal_due(tx: Tx, site: Site) -> int:
    """Seal the seed of the running quarter, if the site has surprise inspections; returns how many were sealed."""
    today = day_of(tx.now, ZoneInfo(site.timezone))
    plan = surprise_plan_of(tx, site.id)
    first, last = quarter_of(today)
    if plan is None or plan.is_off or plan.since > last or open_draw(tx, site.id, first) is not None:
        return 0
    seal(tx, site.id, first)
    return 1


def warn_due(tx: Tx, site: Site) -> int:
    """Tell the organisers 20 and 7 days before the quarter ends that it was not drawn, or not done; returns how many."""
    today = day_of(tx.now, ZoneInfo(site.timezone))
    quarter, last = quarter_of(today)
    days, plan = warning(today, quarter), surprise_plan_of(tx, site.id)
    if days is None or plan is None or plan.is_off or plan.since > last or is_done(tx, site, quarter):
        return 0
    found = open_draw(tx, site.id, quarter)
    why = "undrawn" if found is None or found.day is None else "undone"
    facts = {"why": why, "left": str((last - today).days), "quarter": quarter.isoformat()}
    key = f"surprise:{site.id}:{quarter.isoformat()}:{days}"
    event = Event(Kind.SURPRISE_DUE, site.id, "site", site.id, key, facts, is_private=True)
    return tell(tx, event, Audience(persons=plan.organisers))


def is_done(tx: Tx, site: Site, quarter: date) -> bool:
    """Tell whether the quarter's surprise inspection was finished at every place that was drawn."""
    found = open_draw(tx, site.id, quarter)
    if found is None or not found.rules:
        return False
    everybody = Viewer(PersonId(""), "", {site.id: frozenset(Role)})
    records = task_records(tx, everybody, dict.fromkeys(found.rules, quarter), site.id)
    return set(found.rules) <= {one.fact.rule for one in records if one.fact.finished_at is not None}


# ---- within


def _rule(tx: Tx, plan: SurprisePlan, found: Draw, where: str) -> Rule:
    unit, point = (tx.find(Unit, where), tx.find(Point, where)) if where else (None, None)
    place = unit or point
    name = Text(f"{NAME.zh}：{place.name.zh}", f"{NAME.en}: {place.name.get('en')}") if place else NAME
    day = found.day or found.quarter
    return Rule(
        id=RuleId(tx.ids.new()),
        site=plan.site,
        code=CODE,
        name=name,
        template=plan.template,
        recurrence=Recurrence.PER_PERIOD,
        period=Period.QUARTER,
        starts_on=day,
        ends_on=day,
        unit=UnitId(unit.id) if unit else None,
        point=PointId(point.id) if point else None,
        opens_at=plan.opens,
        due_at=plan.due,
        performers=plan.organisers,
        is_secret=True,
        source="手册 5.29.1b（SCH-02）",
    )


def _shown(found: Draw, viewer: Viewer, today: date, may_know: bool) -> Draw | None:
    """Return what somebody may see of a draw: nothing that could betray its day, and never a seed before it is over."""
    if found.is_revealed(today) or (found.void_at is not None and found.quarter < quarter_of(today)[0]):
        return found
    own = viewer.unit is not None and viewer.unit in found.drawn and viewer.person != found.drawn_by
    if may_know and not own:
        return _without_seed(found)
    sealed = (found.id, found.site, found.quarter, found.no, "", found.commitment, found.sealed_at)
    return Draw(*sealed, found.sealed_by_name) if found.void_at is None else None


def _without_seed(found: Draw) -> Draw:
    names = [name for name in Draw.__slots__ if name != "seed"]
    return Draw(seed="", **{name: getattr(found, name) for name in names})


def _of_quarter(site: SiteId, quarter: date) -> Any:
    known = surprise_draw.c
    query = select(surprise_draw).where(known.site == site, known.quarter_on == quarter)
    return query.order_by(known.no.desc())


def _get(tx: Tx, name: str) -> Draw:
    row = tx.row(select(surprise_draw).where(surprise_draw.c.id == name))
    if row is None:
        raise UnknownRecordError(kind="draw", id=name)
    return _read(row)


def _read(row: Row[Any]) -> Draw:
    facts = cast("dict[str, Any]", wire.loads(row.facts))
    return Draw(
        id=row.id,
        site=row.site,
        quarter=row.quarter_on,
        no=row.no,
        seed=row.seed,
        commitment=row.commitment,
        sealed_at=row.sealed_at,
        sealed_by_name=row.sealed_by_name,
        day=row.day_on,
        drawn=tuple(facts.get("drawn", ())),
        days=_days(facts.get("days", ())),
        excluded=_days(facts.get("excluded", ())),
        why_excluded=facts.get("why_excluded", ""),
        places=tuple(facts.get("places", ())),
        count=facts.get("count", 0),
        names=facts.get("names", {}),
        rules=tuple(facts.get("rules", ())),
        drawn_at=row.drawn_at,
        drawn_by=row.drawn_by,
        drawn_by_name=row.drawn_by_name,
        void_at=row.void_at,
        void_by_name=row.void_by_name,
        void_reason=row.void_reason,
        opened_at=row.opened_at,
    )


def _days(found: Sequence[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in found)
