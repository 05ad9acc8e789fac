"""The daily clearing: the open lines of a site's day, and the sheets on which people say what is done about them.

A sheet is cut once a day: it takes over what the sheet before left open and adds what is open now. Until it is signed or
the next one is cut, a line counts as closed as soon as the work is done; the signature, or the next cut, writes that
down for good. So what goes out of one day is what comes into the next, also of a day that is signed late.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, String, case, cast, func, literal, literal_column, or_, select

from server.store.hazard import RUNNING
from server.store.letter import WAITING
from server.store.listing import as_row
from server.store.rounds import missed_open, missed_open_keys
from server.store.search import LINE, note_all
from server.store.store import ServerStore
from server.store.tx import Tx
from server.tables import (
    clearing_line,
    clearing_sheet,
    dead_letter,
    device,
    excuse,
    hazard,
    inspection,
    point,
    template,
)
from shared.clearing import CarryReason, Disposition, Line, LineKind, SheetState, Sum, check_audit, check_clear, sum_up
from shared.errors import BusyError
from shared.ids import PersonId, SiteId
from shared.model.hazard import HazardState
from shared.model.place import Site
from shared.model.plan import Excuse, ExcuseState, Rule

_WAITS = (
    HazardState.DRAFT.value,
    HazardState.OPEN.value,
    HazardState.EXTENSION_PENDING.value,
    HazardState.REPLIED.value,
    HazardState.RECHECK_FAILED.value,
    HazardState.RECHECK_PASSED.value,
    HazardState.ESCALATED.value,
)
"""States in which the office is next; a hazard that the unit works on in time is no open line of the day."""
PATIENCE = timedelta(days=3)
"""After how long something that waits for the office counts as late [rec: hazards facts §5, recheck within 3 days]."""
CUT_AT = time(18)
"""When a day's sheet is made by itself, where the site lies [rec: the end of the office's day]."""
_L, _S = clearing_line.c, clearing_sheet.c
_IS_UNACCEPTED = inspection.c.review_state != literal_column("'accepted'")
"""Written into the statement, not bound: so the small index over what still needs somebody can answer."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A day's sheet with its signatures; ``rev`` grows with every change of its state."""

    site: SiteId
    day: date
    state: SheetState
    rev: int
    cut_at: datetime
    cleared_by: PersonId | None
    cleared_by_name: str
    cleared_at: datetime | None
    audited_by: PersonId | None
    audited_by_name: str
    audited_at: datetime | None
    word: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the list of sheets."""

    sheet: Sheet
    total: Sum


@dataclass(frozen=True, slots=True)
class _Open:
    title: str
    is_late: bool


_Key = tuple[str, str]


def sheet_of(tx: Tx, site: SiteId, day: date) -> Sheet | None:
    """Return the sheet of a day, nothing before its cut."""
    row = tx.row(select(clearing_sheet).where(_S.site == site, _S.day == day))
    return _sheet(row) if row else None


def last_sheet(tx: Tx, site: SiteId, before: date = date.max) -> Sheet | None:
    """Return the last sheet before a day."""
    query = select(clearing_sheet).where(_S.site == site, _S.day < before).order_by(_S.day.desc()).limit(1)
    row = tx.row(query)
    return _sheet(row) if row else None


def sheets(tx: Tx, site: SiteId, first: date, last: date) -> list[SheetRow]:
    """List a site's sheets of some days, the latest first."""
    query = select(clearing_sheet).where(_S.site == site, _S.day.between(first, last)).order_by(_S.day.desc())
    stored, newest = _stored_sums(tx, site, first, last), last_sheet(tx, site)
    return [
        SheetRow(
            one, sum_up(lines_of(tx, one)) if _is_live_as(one, newest) else stored.get(one.day, Sum(0, 0, 0, 0, 0))
        )
        for one in map(_sheet, tx.rows(query))
    ]


def lines_of(tx: Tx, sheet: Sheet) -> list[Line]:
    """List a sheet's lines as they stand: late ones first, then the oldest.

    On the last sheet, while it is open, a line is closed as soon as what it is about needs nobody any more.
    """
    query = select(clearing_line).where(_L.site == sheet.site, _L.day == sheet.day)
    rows = tx.rows(query.order_by(_L.is_late.desc(), _L.since, _L.kind, _L.about))
    is_live = _is_live(tx, sheet)
    still = _open_keys(tx, sheet.site, sheet.day) if is_live else set()
    return [_line(row, is_closed=row.closed_at is not None or (is_live and _key(row) not in still)) for row in rows]


def cut(tx: Tx, site: SiteId, day: date) -> bool:
    """List the open lines of a day; returns whether there is a new sheet. Done again it changes nothing."""
    if sheet_of(tx, site, day) is not None:
        return False
    before = last_sheet(tx, site, day)
    now_open = _open_now(tx, site, day)
    if before is not None and _is_live(tx, before):
        _write_closed(tx, before, (key for key in _left_open(tx, before) if key not in now_open))
    carried = _left_open(tx, before) if before else {}
    fresh = {key: one for key, one in now_open.items() if key not in carried}
    tx.execute(clearing_sheet.insert(), [_new_sheet(site, day, tx.now)])
    rows = [
        *(_carried_row(row, day, now_open.get(key), tx.now) for key, row in carried.items()),
        *(_fresh_row(site, day, key, one) for key, one in fresh.items()),
    ]
    if rows:
        tx.execute(clearing_line.insert(), rows)
        _index(tx, _L.site == site, _L.day == day)
    return True


def due_sheets(store: ServerStore) -> list[tuple[SiteId, date]]:
    """List the sites whose hour has come and whose day has no sheet yet, with that day."""
    with store.reading() as tx:
        local = {site.id: tx.now.astimezone(ZoneInfo(site.timezone)) for site in tx.every(Site)}
        due = [(site, at.date()) for site, at in local.items() if at.time() >= CUT_AT]
        return [(site, day) for site, day in due if sheet_of(tx, site, day) is None]


def dispose(tx: Tx, sheet: Sheet, about: Iterable[tuple[LineKind, str]], said: Disposition, by_name: str) -> int:
    """Keep what is done about some lines of an open sheet; returns about how many.

    Raises:
        BusyError: the sheet was signed meanwhile.
    """
    _lock(tx, sheet, SheetState.OPEN)
    facts = {
        "reason": said.reason.value,
        "progress": said.progress,
        "next_step": said.next_step,
        "responsible": said.responsible,
        "responsible_name": said.responsible_name,
        "promised_on": said.promised_on,
        "said_by_name": by_name,
        "said_at": tx.now,
    }
    changed = 0
    for kind, one in about:
        where = (_L.site == sheet.site, _L.day == sheet.day, _L.kind == kind.value, _L.about == one)
        changed += tx.execute(clearing_line.update().where(*where, _L.closed_at.is_(None)).values(facts)).rowcount
    _index(tx, _L.site == sheet.site, _L.day == sheet.day, _L.said_at == tx.now)
    return changed


def clear(tx: Tx, sheet: Sheet, by: PersonId, by_name: str) -> None:
    """Sign a sheet as cleared: what is done by now is written down as closed.

    Raises:
        TransitionError: lines still owe a word, or it was cleared before.
        BusyError: somebody else signed it meanwhile.
    """
    lines = lines_of(tx, sheet)
    check_clear(sheet.state, lines)
    _lock(tx, sheet, SheetState.OPEN)
    _write_closed(tx, sheet, ((line.kind.value, line.about) for line in lines if line.is_closed))
    _move(tx, sheet, SheetState.CLEARED, cleared_by=by, cleared_by_name=by_name, cleared_at=tx.now, word="")


def audit(tx: Tx, sheet: Sheet, by: PersonId, by_name: str, word: str) -> None:
    """Sign a cleared sheet as audited; from then on nothing of it changes.

    Raises:
        TransitionError: it is not cleared, or was audited before.
        NotPermittedError: who cleared it does not audit it.
        BusyError: somebody else signed it meanwhile.
    """
    check_audit(sheet.state, sheet.cleared_by, by)
    _lock(tx, sheet, SheetState.CLEARED)
    _move(tx, sheet, SheetState.AUDITED, audited_by=by, audited_by_name=by_name, audited_at=tx.now, word=word)


def give_back(tx: Tx, sheet: Sheet, by: PersonId, word: str) -> None:
    """Return a cleared sheet to who cleared it, with words; what was closed stays closed.

    Raises:
        TransitionError: it is not cleared, or was audited before.
        NotPermittedError: who cleared it does not audit it.
        BusyError: somebody else signed it meanwhile.
    """
    check_audit(sheet.state, sheet.cleared_by, by)
    _lock(tx, sheet, SheetState.CLEARED)
    _move(tx, sheet, SheetState.OPEN, word=word)


# ---- the search


def name_of(day: date, kind: LineKind, about: str) -> str:
    """Return what a day's line is called where one word must do: in the search, and as the place on its sheet's page."""
    return f"{day:%Y%m%d}.{kind.value}.{about}"


def named_line(name: str) -> tuple[date, LineKind, str]:
    """Return the day, the kind and the record that ``name_of`` has named."""
    day, kind, about = name.split(".", 2)
    return date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}"), LineKind(kind), about


def last_sheet_day(tx: Tx, until: date = date.max) -> date | None:
    """Return the latest day up to ``until`` on which any site has a sheet."""
    found: date | None = tx.scalar(select(func.max(_S.day)).where(_S.day <= until))
    return found


def index_lines(tx: Tx, day: date) -> int:
    """Index the lines of all sheets of a day; returns how many there are."""
    return _index(tx, _L.day == day)


def _index(tx: Tx, *where: ColumnElement[bool]) -> int:
    """Index lines that say something: those of the day that they came up on, and those that somebody spoke for."""
    told: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    rows = tx.rows(select(clearing_line).where(*where, or_(_L.is_carried.is_(False), _L.said_at.is_not(None))))
    for row in rows:
        words = (row.day.isoformat(), row.progress, row.next_step, row.responsible_name, row.said_by_name)
        told.setdefault(row.site, []).append((name_of(row.day, LineKind(row.kind), row.about), row.title, words))
    for site, lines in told.items():
        note_all(tx, LINE, SiteId(site), lines)
    return len(rows)


# ---- within


def _stored_sums(tx: Tx, site: SiteId, first: date, last: date) -> dict[date, Sum]:
    """Count the lines of each sheet of some days, as they are written down."""
    is_open = _L.closed_at.is_(None)
    query = select(
        _L.day,
        func.count(),
        func.count().filter(_L.is_carried),
        func.count().filter(~is_open),
        func.count().filter(_L.is_late & is_open),
        func.count().filter(_L.said_at.is_(None) & is_open),
    ).where(_L.site == site, _L.day.between(first, last))
    rows = tx.rows(query.group_by(_L.day))
    return {
        day: Sum(carried, every - carried, closed, late, owing) for day, every, carried, closed, late, owing in rows
    }


def _lock(tx: Tx, sheet: Sheet, state: SheetState) -> None:
    """Hold the sheet for this transaction, if it is still as it was read."""
    where = (_S.site == sheet.site, _S.day == sheet.day, _S.state == state.value, _S.rev == sheet.rev)
    if tx.execute(clearing_sheet.update().where(*where).values(rev=_S.rev)).rowcount != 1:
        raise BusyError(detail="the sheet was signed meanwhile")


def _move(tx: Tx, sheet: Sheet, state: SheetState, **facts: object) -> None:
    where = (_S.site == sheet.site, _S.day == sheet.day)
    tx.execute(clearing_sheet.update().where(*where).values(state=state.value, rev=sheet.rev + 1, **facts))


def _is_live(tx: Tx, sheet: Sheet) -> bool:
    """Tell whether work that is done still closes lines of this sheet: it is open, and no later one was cut."""
    return _is_live_as(sheet, last_sheet(tx, sheet.site))


def _is_live_as(sheet: Sheet, newest: Sheet | None) -> bool:
    return sheet.state is SheetState.OPEN and newest is not None and newest.day == sheet.day


def _write_closed(tx: Tx, sheet: Sheet, keys: Iterable[_Key]) -> None:
    for kind, about in keys:
        where = (_L.site == sheet.site, _L.day == sheet.day, _L.kind == kind, _L.about == about)
        tx.execute(clearing_line.update().where(*where, _L.closed_at.is_(None)).values(closed_at=tx.now))


def _left_open(tx: Tx, sheet: Sheet) -> dict[_Key, Row[Any]]:
    query = select(clearing_line).where(_L.site == sheet.site, _L.day == sheet.day, _L.closed_at.is_(None))
    return {_key(row): row for row in tx.rows(query)}


def _open_now(tx: Tx, site: SiteId, day: date) -> dict[_Key, _Open]:
    """Find what needs somebody, each by the query that its own list would use."""
    late = tx.now - PATIENCE
    found: dict[_Key, _Open] = {}
    queries = {
        LineKind.HAZARD: _hazards(site, day, late),
        LineKind.REVIEW: _reviews(site, late),
        LineKind.LETTER: _letters(site, late),
    }
    for kind, query in queries.items():
        for about, title, is_late in tx.rows(query):
            found[kind.value, about] = _Open(title[:300], bool(is_late))
    for asked in _excuses(tx, site):
        about = tx.find(Rule, asked.rule)
        found[LineKind.EXCUSE.value, asked.id] = _Open(about.name.zh if about else asked.rule, is_late=False)
    for missed in missed_open(tx, site, day, _oldest_round(tx, site)):
        title = " · ".join(part.zh for part in (missed.name, missed.place) if part)
        found[LineKind.ROUND.value, f"{missed.rule}.{missed.window_on.isoformat()}"] = _Open(title[:300], is_late=True)
    return found


def _open_keys(tx: Tx, site: SiteId, day: date) -> set[_Key]:
    """Find what needs somebody as ``_open_now`` does, without what is said of it: indexes alone answer."""
    late = tx.now - PATIENCE
    queries = {
        LineKind.HAZARD: _hazards(site, day, late).with_only_columns(hazard.c.id),
        LineKind.REVIEW: _reviews(site, late).with_only_columns(inspection.c.id),
        LineKind.LETTER: _letters(site, late).with_only_columns(dead_letter.c.op_id),
    }
    found = {(kind.value, str(about)) for kind, query in queries.items() for about in tx.scalars(query.order_by(None))}
    found |= {(LineKind.EXCUSE.value, str(asked.id)) for asked in _excuses(tx, site)}
    missed = missed_open_keys(tx, site, day, _oldest_round(tx, site))
    return found | {(LineKind.ROUND.value, f"{name}.{window_on.isoformat()}") for name, window_on in missed}


def _oldest_round(tx: Tx, site: SiteId) -> date | None:
    """Return the day of the oldest missed round that a sheet left open: it stays on the sheets until it is dealt with."""
    last = last_sheet(tx, site)
    if last is None:
        return None
    left = (_L.site == site, _L.day == last.day, _L.kind == LineKind.ROUND.value, _L.closed_at.is_(None))
    found = tx.scalars(select(_L.about).where(*left))
    return min((date.fromisoformat(about.rpartition(".")[2]) for about in found), default=None)


def _hazards(site: SiteId, day: date, late: datetime) -> Select[Any]:
    known = hazard.c
    is_due = known.state.in_(RUNNING) & (known.deadline_on <= day)
    is_overdue = known.state.in_(RUNNING) & (known.deadline_on < day)
    waits = known.state.in_(_WAITS)
    title = known.no + literal(" ") + known.description
    return (
        select(known.id, title, or_(is_overdue, waits & (known.changed_at < late)))
        .where(known.site == site, known.is_gone.is_(False), or_(is_due, waits))
        .order_by(known.deadline_on, known.id)
    )


def _reviews(site: SiteId, late: datetime) -> Select[Any]:
    record = inspection.c
    version = template.c.id == record.template + "@" + cast(record.template_version, String)
    form = func.coalesce(template.c.title, record.template)
    place = case((point.c.name.is_(None), ""), else_=literal(" · ") + point.c.name)
    return (
        select(record.id, form + place, record.started_at < late)
        .select_from(inspection.outerjoin(template, version).outerjoin(point, point.c.id == record.point))
        .where(record.site == site, record.is_gone.is_(False), record.review_state == "submitted", _IS_UNACCEPTED)
        .order_by(record.started_at)
    )


def _letters(site: SiteId, late: datetime) -> Select[Any]:
    letter = dead_letter.c
    return (
        select(letter.op_id, func.coalesce(device.c.name, letter.device), letter.received_at < late)
        .select_from(dead_letter.outerjoin(device, device.c.id == letter.device))
        .where(func.coalesce(letter.site, device.c.site) == site, letter.state.in_(WAITING))
        .order_by(letter.received_at)
    )


def _excuses(tx: Tx, site: SiteId) -> list[Excuse]:
    where = (excuse.c.site == site, excuse.c.is_gone.is_(False), excuse.c.state == ExcuseState.ASKED.value)
    return tx.every(Excuse, *where, order=(excuse.c.asked_at, excuse.c.id))


def _new_sheet(site: SiteId, day: date, at: datetime) -> dict[str, object]:
    return {"site": site, "day": day, "state": SheetState.OPEN.value, "rev": 1, "cut_at": at}


def _fresh_row(site: SiteId, day: date, key: _Key, one: _Open) -> dict[str, object]:
    kind, about = key
    row = {"site": site, "day": day, "kind": kind, "about": about, "title": one.title, "since": day}
    return row | {"is_carried": False, "is_late": one.is_late, "closed_at": None}


def _carried_row(row: Row[Any], day: date, still: _Open | None, at: datetime) -> dict[str, object]:
    """Take a line over into the next day; what needs nobody any more is written down as closed there."""
    taken = {"site": row.site, "day": day, "kind": row.kind, "about": row.about, "since": row.since, "is_carried": True}
    if still is None:
        return taken | {"title": row.title, "is_late": row.is_late, "closed_at": at}
    return taken | {"title": still.title, "is_late": still.is_late, "closed_at": None}


def _key(row: Row[Any]) -> _Key:
    return row.kind, row.about


def _sheet(row: Row[Any]) -> Sheet:
    return as_row(Sheet, row, state=SheetState(row.state))


def _line(row: Row[Any], *, is_closed: bool) -> Line:
    said = None
    if row.said_at is not None:
        words = (row.progress, row.next_step, row.responsible, row.responsible_name, row.promised_on)
        said = Disposition(CarryReason(row.reason), *words)
    kind = LineKind(row.kind)
    return Line(kind, row.about, row.title, row.since, row.is_carried, row.is_late, is_closed, said)
