"""Grades of records: worked out from a record and what stands around it, kept beside it, and put in the order of risk.

A push is not made to wait for this: what has arrived is graded by the next turn of the work, or by the first page that
lists it, whichever comes first (docs/decisions). What `shared.presence` decides is kept with its facts in ``presence``;
of the inspection itself only three columns follow from it, by which lists sort and filter.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, cast
from zoneinfo import ZoneInfo

from sqlalchemy import literal_column, select

from server.store.former import all_as_of
from server.store.inspection import CLEAN, earlier, hazards_from, server_times
from server.store.outbox import Audience, Event, Kind, tell
from server.store.schema import get_meta, put_meta
from server.store.store import ServerStore
from server.store.synced import FORGET_GRADES, SET_GRADE
from server.store.twin import twins_of
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import hazard, inspection, presence
from shared import wire
from shared.checklist import Context, Evaluation, evaluate, history_of
from shared.ids import AssetId, InspectionId, PersonId, SiteId
from shared.model.inspection import Inspection
from shared.model.place import Asset, Point, Role, Site
from shared.model.template import Template
from shared.presence import (
    RULE,
    STREAK_LOOKS_AT,
    WALKS_WITHIN,
    Fact,
    Flag,
    Flagged,
    Grade,
    Stop,
    Streak,
    Surroundings,
    flags_of,
    grade_of,
    home_of,
    last_act,
    last_place,
)

log = logging.getLogger(__name__)
AT_ONCE: Final = 25
"""So many records are graded before a page is shown; a page must not wait for a thousand."""
A_TURN: Final = 100
"""So many a turn of the work."""
NEWS: Final = timedelta(days=3)
"""People are told of what arrived within that time; not of a history that is graded later."""
_RULE_KEY: Final = "presence-rule"
_DIGITS: Final = {Grade.D: "0", Grade.C: "1", Grade.B: "2", Grade.A: "3"}
_STOPS: Final = 3


@dataclass(frozen=True, slots=True)
class Presence:
    """What was found of a record: its grade and flags by version ``rule`` of the rules.

    ``is_clean``: the grade is A and nothing failed, was left unchecked or lay outside its limits.
    """

    record: InspectionId
    grade: Grade
    flags: tuple[Flagged, ...]
    is_clean: bool = False
    rule: int = RULE


def presence_of(tx: Tx, record: InspectionId) -> Presence | None:
    """Return what was found of a record; nothing before it was graded."""
    row = tx.row(select(presence.c.rule, presence.c.body).where(presence.c.record == record))
    if row is None:
        return None
    body = cast("dict[str, object]", wire.loads(row.body))
    flags = tuple(
        Flagged(Flag(str(one["flag"])), cast("dict[str, Fact]", one["facts"]))
        for one in cast("list[dict[str, object]]", body["flags"])
    )
    return Presence(record, Grade(str(body["grade"])), flags, bool(body["is_clean"]), int(row.rule))


def grade_waiting(store: ServerStore, most: int, site: SiteId | None = None) -> tuple[Presence, ...]:
    """Grade at most ``most`` records that have none, those that wait for review first; returns what was found.

    Raises:
        BusyError: the database had no time for it; nothing happened.
    """
    with store.reading() as tx:
        found = tuple(_assessed(tx, record) for record in ungraded(tx, most, site))
    if found:
        store.act(lambda tx: keep(tx, found))
    return found


def ungraded(tx: Tx, most: int, site: SiteId | None = None) -> list[InspectionId]:
    """Name finished records without a grade; on one site only what waits for review, which a page is about to list."""
    table = inspection.c
    where = [table.rank == literal_column("''"), table.status == literal_column("'final'")]
    if site is not None:
        where += [table.site == site, table.review_state == "submitted"]
    return tx.scalars(select(table.id).where(*where).order_by(table.review_state.desc()).limit(most))


def begin_anew(tx: Tx) -> bool:
    """See to it that what waits is graded by the present rules, after an upgrade; tells whether it was not.

    What was accepted keeps the grade that its reviewer saw.
    """
    if get_meta(tx, _RULE_KEY) == str(RULE):
        return False
    FORGET_GRADES.run(tx.connection, but="accepted")
    put_meta(tx, _RULE_KEY, str(RULE))
    return True


def forget_all(tx: Tx) -> int:
    """See to it that every record is graded anew; returns how many that are."""
    return FORGET_GRADES.run(tx.connection, but="")


def keep(tx: Tx, found: Sequence[Presence]) -> None:
    """Write grades beside their records."""
    columns = []
    for one in found:
        times = server_times(tx, one.record)
        if times is None:
            continue
        began_at, _, arrived_at = times
        flags = sum(flagged.flag.bit for flagged in one.flags)
        columns.append({"of": one.record, "grade": one.grade.value, "flags": flags, "rank": rank_text(one, began_at)})
        known = presence_of(tx, one.record)
        is_news = known is None or known.grade is not one.grade
        _keep_facts(tx, one)
        if one.grade is Grade.D and is_news and tx.now - arrived_at < NEWS:
            _tell(tx, one)
    tx.flush()
    SET_GRADE.run_many(tx.connection, columns)


def rank_text(found: Presence, began_at: datetime) -> str:
    """Return what the queue is sorted by: the grade, whether anything failed, and when the record began, in UTC."""
    digit = CLEAN if found.is_clean else _DIGITS[found.grade]
    return f"{digit}{began_at:%Y-%m-%dT%H:%M:%S}"


def assess(tx: Tx, record: InspectionId) -> Presence:
    """Work out a record's grade.

    Raises:
        UnknownRecordError: there is no such record.
    """
    found = tx.get(Inspection, record)
    times = server_times(tx, record)
    began_at = times[0] if times else found.started_at.wall
    past = earlier(tx, found, STREAK_LOOKS_AT)
    flags = flags_of(found, _surroundings(tx, found, began_at, past))
    grade = grade_of(one.flag for one in flags)
    is_well = grade is Grade.A and found.forked_from is None and not hazards_from(tx, record)
    return Presence(record, grade, flags, is_well and _is_all_well(tx, found, began_at, past))


def evaluation_of(
    tx: Tx, record: Inspection, template: Template, began_at: datetime, past: Sequence[Inspection], language: str = "zh"
) -> Evaluation:
    """Judge a record's answers as they were judged where and when they were given; ``past`` are the rounds before it."""
    site = tx.find(Site, record.site)
    zone = ZoneInfo(site.timezone if site else "Asia/Shanghai")
    assets = all_as_of(tx, Asset, assets_of(record), began_at)
    local = began_at.astimezone(zone)
    context = Context(local, tuple(assets.values()), history_of(past), record.id, language, record.sections)
    return evaluate(template, record.answers, context)


def assets_of(record: Inspection) -> tuple[AssetId, ...]:
    """Name the equipment that a record walks or answers for, in order."""
    answered = (answer.per for answer in record.answers if answer.per is not None)
    return tuple(dict.fromkeys((*record.assets, *answered)))


# ---- within


def _assessed(tx: Tx, record: InspectionId) -> Presence:
    """Grade a record, one that cannot be judged as doubtful: it must hold up neither the others nor the queue."""
    try:
        return assess(tx, record)
    except Exception:  # the border round one record: what it stands among may be damaged
        log.exception("a record could not be graded", extra={"record": record})
        return Presence(record, Grade.C, ())


def _keep_facts(tx: Tx, found: Presence) -> None:
    flags = [{"flag": one.flag.value, "facts": dict(one.facts)} for one in found.flags]
    body = wire.dumps({"grade": found.grade.value, "flags": flags, "is_clean": found.is_clean})
    row = {"rule": found.rule, "body": body, "at": tx.now}
    new = tx.insert(presence).values(record=found.record, **row)
    tx.execute(new.on_conflict_do_update(index_elements=["record"], set_=row))


def _tell(tx: Tx, found: Presence) -> None:
    """Tell those who review that a record does not fit together; once, whatever it is graded later."""
    record = tx.get(Inspection, found.record)
    event = Event(
        kind=Kind.INSPECTION_AT_RISK,
        site=record.site,
        about_kind="inspection",
        about_id=record.id,
        key=f"risk:{record.id}",
        facts={"grade": found.grade.value},
        by=record.author,
    )
    tell(tx, event, Audience(roles=frozenset({Role.QUALITY_DEPT, Role.LEAD_INSPECTOR})))


def _is_all_well(tx: Tx, record: Inspection, began_at: datetime, past: Sequence[Inspection]) -> bool:
    template = tx.find(Template, record.template_key)
    if template is None:
        return False
    seen = evaluation_of(tx, record, template, began_at, past)
    return not (seen.failures or seen.not_checked or seen.out_of_limits)


def _surroundings(tx: Tx, record: Inspection, began_at: datetime, past: Sequence[Inspection]) -> Surroundings:
    point = tx.find(Point, record.point) if record.point else None
    twins, twin_of = _twins(tx, record)
    return Surroundings(
        began_at=began_at,
        has_tag=bool(point and point.tag and not point.is_tag_retired),
        twins=twins,
        twin_of=twin_of,
        home=home_of(past),
        before=_stop_before(tx, record, point, began_at),
        streak=_streak(tx, record, past),
    )


def _twins(tx: Tx, record: Inspection) -> tuple[int, str]:
    """Count the photos whose picture was used before: who used it first has nothing to explain."""
    everybody = Viewer(PersonId(""), "", {record.site: frozenset({Role.ADMINISTRATOR})})
    found = [
        twin
        for twin in twins_of(tx, everybody, "inspection", record.id, record.site, record.photos)
        if twin.other.taken_at.wall < twin.photo.taken_at.wall
    ]
    elsewhere = [twin.record for twin in found if twin.kind == "inspection" and twin.record != record.id]
    return len({twin.photo.id for twin in found}), elsewhere[0] if elsewhere else ""


def _stop_before(tx: Tx, record: Inspection, point: Point | None, began_at: datetime) -> Stop | None:
    """Find where the same person was last, at another point of the site."""
    if point is None:
        return None
    table = inspection.c
    near = tx.every(
        Inspection,
        table.site == record.site,
        table.started_at.between(began_at - WALKS_WITHIN, began_at),
        table.author == record.author,
        table.id != record.id,
        table.point != point.id,
        table.status == "final",
        table.amends.is_(None),
        order=(table.started_at.desc(), table.id),
        limit=_STOPS,
    )
    stops = [_stop(tx, one, point) for one in near]
    return max((one for one in stops if one is not None), key=lambda one: one.left_at, default=None)


def _stop(tx: Tx, other: Inspection, here: Point) -> Stop | None:
    there = tx.find(Point, other.point) if other.point else None
    times = server_times(tx, other.id)
    if there is None or times is None:
        return None
    is_elsewhere = None not in (there.building, here.building) and there.building != here.building
    is_floor = there.building == here.building and "" not in (there.floor, here.floor) and there.floor != here.floor
    left_at = last_act(other, times[0])
    return Stop(other.id, other.device, left_at, is_elsewhere, is_floor, last_place(other))


def _streak(tx: Tx, record: Inspection, past: Sequence[Inspection]) -> Streak:
    """Count the rounds in a row in which this person found nothing here, and what others found meanwhile."""
    names = [record.id, *(one.id for one in past)]
    query = select(hazard.c.source).where(hazard.c.source.in_(names), hazard.c.is_gone.is_(False))
    finders = set(tx.scalars(query))
    own = 0
    for one in (record, *(one for one in past if one.author == record.author)):
        if one.id in finders:
            break
        own += 1
    others = [one.id for one in past if one.author != record.author]
    return Streak(own, len(others), sum(1 for name in others if name in finders))
