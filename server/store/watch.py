"""What time itself causes: deadlines that come and pass, missed rounds, silent tablets, old backups, lifts to be inspected.

Asked every turn of the work; what was told before is left out by its key, so nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server.store.equipment import due_by_month
from server.store.heed import to_lead
from server.store.letter import WAITING
from server.store.outbox import Audience, Event, Kind, tell
from server.store.proof import last_proof
from server.store.rounds import missed_open
from server.store.tx import Tx
from server.tables import asset, dead_letter, device, hazard, person, told
from shared.hazard.urgency import RUNNING, Rung, rung_of, rungs_to_tell
from shared.ids import PersonId, SiteId
from shared.model.hazard import Hazard, HazardState
from shared.model.place import Asset, Role, Site
from shared.model.template import HazardGrade
from shared.schedule.equipment import Due

R = Role
SILENT_AFTER: Final = timedelta(hours=24)
BACKUP_AFTER: Final = timedelta(days=7)
LIFT_BEFORE: Final = timedelta(days=30)
EARLIEST: Final = timedelta(days=3)
"""How long before a deadline the first word is said."""
MOST_A_TURN: Final = 300
KEEPERS_OF_TABLETS: Final = frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT, R.MANAGER})
KEEPERS_OF_EXTINGUISHERS: Final = frozenset({R.FIRE_MANAGER, R.ENGINEERING_DEPT, R.MANAGER})
KEEPERS_OF_LIFTS: Final = frozenset({R.LIFT_SAFETY_OFFICER, R.LIFT_SAFETY_DIRECTOR, R.ENGINEERING_DEPT, R.MANAGER})


def tell_of_site(tx: Tx, where: SiteId) -> int:
    """Tell of all that has come at a site since the last turn; returns how many rows were written."""
    one = tx.get(Site, where)
    today = tx.now.astimezone(ZoneInfo(one.timezone)).date()
    return _ladder(tx, where, today) + _missed(tx, one, today) + _lifts(tx, where, today) + _equipment(tx, where, today)


def tell_of_server(tx: Tx) -> int:
    """Tell of letters, tablets and backups; returns how many rows were written."""
    return _letters(tx) + _silent(tx) + _backup(tx)


# ---- the overdue ladder (hazards facts §6)


def _ladder(tx: Tx, where: SiteId, today: date) -> int:
    known = hazard.c
    states = [state.value for state in RUNNING]
    query = select(known.id, known.grade, known.deadline_on).where(
        known.site == where, known.is_gone.is_(False), known.state.in_(states), known.deadline_on <= today + EARLIEST
    )
    wanted = {
        f"{Kind.DEADLINE.value}:{row.id}:{row.deadline_on}:{rung.key}": (row.id, rung.key)
        for row in tx.rows(query)
        for rung in rungs_to_tell(HazardGrade(row.grade), row.deadline_on, today)
    }
    fresh = _fresh(tx, wanted)
    tx.prefetch("hazard", [wanted[key][0] for key in fresh])
    return sum(_rung(tx, tx.get(Hazard, wanted[key][0]), rung_of(wanted[key][1]), key) for key in fresh)


def _rung(tx: Tx, found: Hazard, rung: Rung, key: str) -> int:
    event = Event(Kind.DEADLINE, found.site, "hazard", found.id, key, {"rung": rung.key})
    return tell(tx, event, _audience(tx, found, rung.key))


def _audience(tx: Tx, found: Hazard, rung: str) -> Audience:
    """Name whom a rung is told; a unit that has replied is reminded of nothing, it waits for the recheck."""
    unit = found.unit if found.state is not HazardState.REPLIED else None
    if rung in ("remind_3", "remind_1"):
        return Audience(persons=_named(tx, found) if unit else (), unit=unit)
    if rung == "flag":
        return to_lead(tx, found)
    if rung == "overdue_list":
        return Audience(frozenset({R.QUALITY_DEPT}), unit=unit)
    return Audience(frozenset({R.FIRE_MANAGER, R.MANAGER} if rung == "explain" else {R.FIRE_PRINCIPAL}))


def _named(tx: Tx, found: Hazard) -> tuple[PersonId, ...]:
    """Find the responsible person by the name on the notice, if it is somebody the site knows."""
    if not found.responsible_person:
        return ()
    known = person.c
    mine = (known.site == found.site) & (known.name == found.responsible_person) & known.is_active.is_(True)
    return tuple(PersonId(name) for name in tx.scalars(select(known.id).where(mine)))


# ---- rounds, lifts, tablets, letters, backups


def _missed(tx: Tx, where: Site, today: date) -> int:
    """Tell once a day how many rounds of the days before were missed and wait for a word."""
    key = f"{Kind.ROUND_MISSED.value}:{where.id}:{today}"
    if not _fresh(tx, [key]):
        return 0
    found = missed_open(tx, where.id, today - timedelta(days=1))
    new = [one for one in found if one.due_on == today - timedelta(days=1)]
    if not new:
        return 0
    facts = {"n": str(len(new)), "all": str(len(found))}
    event = Event(Kind.ROUND_MISSED, where.id, "site", where.id, key, facts)
    return tell(tx, event, Audience(frozenset({R.MANAGER, R.QUALITY_DEPT})))


def _lifts(tx: Tx, where: SiteId, today: date) -> int:
    known = asset.c
    soon = (known.next_inspection_on <= today + LIFT_BEFORE) & known.is_gone.is_(False)
    query = select(known.id, known.next_inspection_on).where(known.site == where, soon)
    wanted = {f"{Kind.LIFT_DUE.value}:{row.id}:{row.next_inspection_on}": row for row in tx.rows(query)}
    late = {f"{key}:late": row for key, row in wanted.items() if row.next_inspection_on < today}
    wanted |= late
    rows = 0
    for key in _fresh(tx, wanted):
        found = tx.get(Asset, wanted[key].id)
        if not found.is_retired:
            day = str(wanted[key].next_inspection_on)
            event = Event(Kind.LIFT_DUE, where, "asset", found.id, key, {"day": day})
            rows += tell(tx, event, Audience(KEEPERS_OF_LIFTS))
    return rows


def _equipment(tx: Tx, where: SiteId, today: date) -> int:
    """Tell a month before, in one word for each kind and month: a house has its extinguishers by the dozen."""
    rows = 0
    coming = {
        f"{Kind.EQUIPMENT_DUE.value}:{where}:{due.value}:{day:%Y%m}": (due, day, n)
        for due, day, n in due_by_month(tx, where, today - LIFT_BEFORE, today + LIFT_BEFORE)
    }
    for key in _fresh(tx, coming):
        due, day, n = coming[key]
        event = Event(Kind.EQUIPMENT_DUE, where, "site", where, key, {"due": due.value, "day": str(day), "n": str(n)})
        keepers = KEEPERS_OF_LIFTS if due is Due.GOVERNOR else KEEPERS_OF_EXTINGUISHERS
        rows += tell(tx, event, Audience(keepers))
    return rows


def _letters(tx: Tx) -> int:
    known = dead_letter.c
    query = select(known.op_id, known.sha256, known.site).where(known.state.in_(WAITING), known.site.is_not(None))
    wanted = {f"{Kind.DEAD_LETTER.value}:{row.op_id}:{row.sha256[:16]}": row for row in tx.rows(query)}
    rows = 0
    for key in _fresh(tx, wanted):
        event = Event(Kind.DEAD_LETTER, SiteId(wanted[key].site), "letter", wanted[key].op_id, key)
        rows += tell(tx, event, Audience(KEEPERS_OF_TABLETS))
    return rows


def _silent(tx: Tx) -> int:
    known = device.c
    quiet = (known.state == "active") & (known.seen_at < tx.now - SILENT_AFTER)
    rows = 0
    wanted = {
        f"{Kind.SILENT_TABLET.value}:{row.id}:{row.seen_at:%Y%m%d%H%M}": row
        for row in tx.rows(select(known.id, known.site, known.seen_at).where(quiet))
    }
    for key in _fresh(tx, wanted):
        event = Event(Kind.SILENT_TABLET, SiteId(wanted[key].site), "device", wanted[key].id, key)
        rows += tell(tx, event, Audience(KEEPERS_OF_TABLETS))
    return rows


def _backup(tx: Tx) -> int:
    """Tell once that the newest proved backup is a week old, or that the last drill failed."""
    proof = last_proof(tx)
    if proof is None:  # a server that has just begun; its first page says so
        return 0
    is_old = proof.proved_at is None or tx.now - proof.proved_at > BACKUP_AFTER
    if proof.is_good and not is_old:
        return 0
    why = "old" if proof.is_good else "failed"
    event = Event(Kind.BACKUP_AGE, None, "server", "", f"{Kind.BACKUP_AGE.value}:{why}:{proof.proved_at}", {"why": why})
    return tell(tx, event, Audience(frozenset({R.ADMINISTRATOR})))


def _fresh(tx: Tx, keys: Collection[str]) -> list[str]:
    """Return the keys that were not told before, no more than one turn takes."""
    names = list(keys)
    before: set[str] = set()
    for at in range(0, len(names), 500):
        before.update(tx.scalars(select(told.c.key).where(told.c.key.in_(names[at : at + 500]))))
    return [name for name in names if name not in before][:MOST_A_TURN]
