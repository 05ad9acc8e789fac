"""Work that takes longer than a page: asked for within the transaction of an act, done by a worker, kept for three days.

A worker has a job for a while only (``due_at``); whoever dies leaves it to the next one. What a job made lies in parts of
the database, written under the same lease: a result is whole or not there, and no other process's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO, Final, cast

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from server.store.chain import Entry
from server.store.listing import as_row, count
from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import job, job_part
from shared import wire
from shared.errors import UnknownRecordError
from shared.ids import PersonId, SiteId
from shared.sync.messages import Json

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
STATES = (WAITING, RUNNING, DONE, FAILED, CANCELLED)
OPEN = (WAITING, RUNNING)
LEASE: Final = timedelta(seconds=120)
"""So long a worker has a job without a sign of life; each step of a job is far shorter."""
KEPT: Final = timedelta(days=3)
MOST_TRIES: Final = 4
MOST_OPEN: Final = 5
"""Jobs of one person that wait or run at the same time."""
PART_BYTES: Final = 1 << 20
MOST_BYTES: Final = 400 << 20


class JobLostError(Exception):
    """The job is no longer this worker's: it was cancelled, or another worker has it."""


class TooManyJobsError(Exception):
    """The person has so many jobs under way that another one has to wait for them."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. ``done`` of ``total`` steps; ``error`` is a text key; what it made goes at ``expires_at``."""

    id: str
    kind: str
    site: SiteId | None
    owner: PersonId
    owner_name: str
    language: str
    title: str
    params: Json
    state: str
    done: int
    total: int
    tries: int
    holder: str
    made_at: datetime
    due_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    expires_at: datetime | None
    error: str
    result_name: str
    result_mime: str
    result_bytes: int

    @property
    def is_open(self) -> bool:
        """Tell whether it waits or runs."""
        return self.state in OPEN

    @property
    def percent(self) -> int:
        """How far it is, 0 to 100."""
        return min(100, 100 * self.done // self.total) if self.total else 0

    def has_result(self, now: datetime) -> bool:
        """Tell whether what it made can be fetched."""
        return self.state == DONE and (self.expires_at is None or self.expires_at > now)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: a kind of job with its parameters, under a title in the owner's words.

    ``key`` names the very same work: while a job with it is open, asking again gives that job.
    """

    kind: str
    title: str
    params: Json
    language: str = "zh"
    key: str = ""


def enqueue(tx: Tx, owner: Viewer, site: SiteId | None, wish: Wish) -> str:
    """Ask for a job in this transaction and return its id; nothing is done if that is rolled back.

    The chain names the list that it is about: a job is swept, who had which list made is not forgotten.

    Raises:
        TooManyJobsError: the owner has MOST_OPEN jobs under way.
    """
    key = f"{owner.person}:{wish.key}" if wish.key else None
    if key is not None:
        known = tx.scalar(select(job.c.id).where(job.c.unique_key == key))
        if known is not None:
            return str(known)
    mine = select(func.count()).where(job.c.owner == owner.person, job.c.state.in_(OPEN))
    if tx.scalar(mine) >= MOST_OPEN:
        raise TooManyJobsError
    ident = tx.ids.new()
    row = {
        "id": ident,
        "kind": wish.kind,
        "site": site,
        "owner": owner.person,
        "owner_name": owner.name[:100],
        "language": wish.language,
        "title": wish.title[:200],
        "params": wire.dumps(wish.params),
        "state": WAITING,
        "unique_key": key,
        "made_at": tx.now,
        "due_at": tx.now,
    }
    tx.execute(job.insert().values(**row))
    tx.say(Entry(f"jobs.ask {wish.kind}", about=(("job", ident), *list_of(wish.params))))
    return ident


def list_of(params: Json) -> tuple[tuple[str, str], ...]:
    """Name the list that a job is about, as the chain does; nothing if it is about none."""
    path = params.get("path")
    return (("list", str(path)),) if path else ()


def job_for(tx: Tx, viewer: Viewer, ident: str) -> Job:
    """Return one of the viewer's own jobs.

    Raises:
        UnknownRecordError: there is none, it is somebody else's, or of a site that is not the viewer's any more.
    """
    row = tx.row(select(job).where(job.c.id == ident, job.c.owner == viewer.person))
    if row is None or (row.site is not None and row.site not in viewer.roles):
        raise UnknownRecordError(kind="job", id=ident)
    return _job(row)


def jobs_of(tx: Tx, viewer: Viewer, page: PageRequest) -> Page[Job]:
    """List the viewer's own jobs, the latest first."""
    where = [job.c.owner == viewer.person, or_(job.c.site.is_(None), job.c.site.in_(viewer.sites))]
    total = count(tx, job, where)
    query = select(job).where(*where).order_by(job.c.made_at.desc(), job.c.id.desc())
    rows = tx.rows(query.limit(page.size + 1).offset(page.offset or None))
    after, before = "~" if len(rows) > page.size else "", "~" if page.number > 1 else ""
    found = tuple(_job(row) for row in rows[: page.size])
    return Page(found, total, page.number, page.size, page.sort, after, before)


def has_due(tx: Tx) -> bool:
    """Tell whether a worker would find something to do now."""
    return tx.scalar(select(job.c.id).where(_is_due(tx)).limit(1)) is not None


def take_next(tx: Tx, holder: str) -> Job | None:
    """Give ``holder`` the job that is due for longest; one that was begun too often fails instead."""
    query = select(job).where(_is_due(tx)).order_by(job.c.due_at, job.c.id).limit(1)
    row = next(iter(tx.rows(query.with_for_update(skip_locked=True))), None)
    if row is None:
        return None
    seen = (job.c.id == row.id) & (job.c.state == row.state) & (job.c.due_at == row.due_at)
    if row.tries >= MOST_TRIES:
        tx.execute(update(job).where(seen).values(**_ended(tx, FAILED), error="jobs.error_died"))
        return take_next(tx, holder)
    values = {"state": RUNNING, "holder": holder, "tries": row.tries + 1, "due_at": tx.now + LEASE, "done": 0}
    if tx.execute(update(job).where(seen).values(**values, begun_at=tx.now)).rowcount != 1:
        return None
    tx.execute(job_part.delete().where(job_part.c.job == row.id))
    return job_in(tx, row.id)


def job_in(tx: Tx, ident: str) -> Job:
    """Return a job, whoever asks.

    Raises:
        UnknownRecordError: there is none.
    """
    row = tx.row(select(job).where(job.c.id == ident))
    if row is None:
        raise UnknownRecordError(kind="job", id=ident)
    return _job(row)


def go_on(tx: Tx, one: Job, done: int, total: int) -> None:
    """Say how far a worker is, and that it lives.

    Raises:
        JobLostError: the job is not the worker's any more.
    """
    _mine(tx, one, {"done": done, "total": total, "due_at": tx.now + LEASE})


def add_part(tx: Tx, one: Job, place: int, data: bytes) -> None:
    """Keep a part of what a job made.

    Raises:
        JobLostError: the job is not the worker's any more.
    """
    _mine(tx, one, {"due_at": tx.now + LEASE})
    tx.execute(job_part.insert().values(job=one.id, place=place, bytes=data))


def finish(tx: Tx, one: Job, name: str, mime: str, size_bytes: int) -> None:
    """End a job whose result lies in its parts.

    Raises:
        JobLostError: the job is not the worker's any more.
    """
    result = {"result_name": name[:200], "result_mime": mime, "result_bytes": size_bytes, "done": job.c.total}
    _mine(tx, one, {**_ended(tx, DONE), **result, "expires_at": tx.now + KEPT})


def fail(tx: Tx, one: Job, error: str) -> None:
    """End a job that cannot be done; ``error`` is a text key.

    Raises:
        JobLostError: the job is not the worker's any more.
    """
    _mine(tx, one, {**_ended(tx, FAILED), "error": error})
    tx.execute(job_part.delete().where(job_part.c.job == one.id))


def put_off(tx: Tx, one: Job, wait: timedelta) -> None:
    """Let a job wait for what cannot be reached now.

    Raises:
        JobLostError: the job is not the worker's any more.
    """
    _mine(tx, one, {"state": WAITING, "holder": "", "due_at": tx.now + wait})


def let_go(tx: Tx, holder: str) -> int:
    """Give back at once what a worker had that died; returns how many jobs."""
    mine = (job.c.state == RUNNING) & (job.c.holder == holder)
    return tx.execute(update(job).where(mine).values(state=WAITING, holder="", due_at=tx.now)).rowcount


def cancel(tx: Tx, viewer: Viewer, ident: str) -> Job:
    """Stop one of the viewer's own jobs; a worker that runs it finds out at its next step. One that has ended stays.

    Raises:
        UnknownRecordError: there is none that is the viewer's.
    """
    job_for(tx, viewer, ident)
    is_open = (job.c.id == ident) & job.c.state.in_(OPEN)
    if tx.execute(update(job).where(is_open).values(**_ended(tx, CANCELLED))).rowcount:
        tx.execute(job_part.delete().where(job_part.c.job == ident))
    return job_for(tx, viewer, ident)


def parts_of(tx: Tx, ident: str) -> int:
    """Count the parts of what a job made."""
    return int(tx.scalar(select(func.count()).where(job_part.c.job == ident)) or 0)


def part(tx: Tx, ident: str, place: int) -> bytes:
    """Return a part of what a job made; empty once it has expired."""
    found = tx.scalar(select(job_part.c.bytes).where(job_part.c.job == ident, job_part.c.place == place))
    return bytes(found or b"")


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """Cut a file into parts."""
    while data := file.read(PART_BYTES):
        yield data


def sweep_jobs(tx: Tx) -> int:
    """Throw away results that have expired, and jobs that ended longer ago than thirty times that; returns how many."""
    over = select(job.c.id).where(job.c.expires_at <= tx.now, job.c.result_bytes > 0).limit(20)
    names = tx.scalars(over)
    if names:
        tx.execute(job_part.delete().where(job_part.c.job.in_(names)))
        tx.execute(update(job).where(job.c.id.in_(names)).values(result_bytes=0))
    old = select(job.c.id).where(job.c.ended_at <= tx.now - 30 * KEPT).limit(100)
    gone = tx.scalars(old)
    if gone:
        tx.execute(job.delete().where(job.c.id.in_(gone)))
    return len(names) + len(gone)


def _is_due(tx: Tx) -> ColumnElement[bool]:
    return and_(job.c.state.in_(OPEN), or_(job.c.due_at <= tx.now, job.c.due_at > tx.now + 2 * LEASE))


def _ended(tx: Tx, state: str) -> dict[str, object]:
    return {"state": state, "unique_key": None, "holder": "", "ended_at": tx.now}


def _mine(tx: Tx, one: Job, values: Mapping[str, object]) -> None:
    mine = (job.c.id == one.id) & (job.c.state == RUNNING) & (job.c.holder == one.holder) & (job.c.tries == one.tries)
    if tx.execute(update(job).where(mine).values(**values)).rowcount != 1:
        raise JobLostError


def _job(row: object) -> Job:
    return as_row(Job, row, params=cast("Json", wire.loads(row.params)))  # type: ignore[attr-defined, arg-type]
