"""One transaction: find, put and remove synced entities; everything is written at its end, feeds last.

Puts are kept until something must be read by SQL or the transaction ends; then each table is written by one statement
for all rows, which is what makes a batch of a hundred operations as quick as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, TypeVar, cast
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Delete,
    Executable,
    Insert,
    Row,
    Select,
    Table,
    Update,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from server.codec import as_stored, read_stored, write_text
from server.store import feed
from server.store.chain import Actor, Entry, Trace, append, entries_of
from server.store.projection import (
    KIND_OF,
    Columns,
    columns_of,
    id_of,
    member_names,
    photo_refs,
    scopes_of,
    secret_until,
    site_of,
)
from server.store.synced import KEEP_FORMER, RECORDS, REFER, SET_REVIEW_STATE, insert_into, lengths_of, update_of
from server.tables import SYNCED
from shared import wire
from shared.errors import BusyError, ForbiddenError, UnknownRecordError
from shared.ids import IdSource, ScopeId, user_scope
from shared.model.hazard import Hazard
from shared.model.inspection import Review
from shared.model.place import Site
from shared.model.plan import Rule
from shared.sync.messages import ROW_BODIES, Entity, Json
from shared.sync.ports import Times

T = TypeVar("T")
Key = tuple[str, str]
AnyColumns = tuple[Any, ...]
_NO_TIMES = Times()
_KEPT_WITHOUT_TIMES = {"hazard": ("found_at",), "note": ("at",), "recheck": ("at",), "excuse": ("asked_at",)}
"""Columns worked out when a record first came, from clock readings that a later put does not have."""
_HEEDED = frozenset({"hazard", "notice", "reply", "review", "excuse"})
"""Kinds whose changes somebody is told of (``server.store.heed``)."""
REMEMBERED: Final = frozenset({"site", "building", "point", "asset", "unit", "person"})
"""Kinds that papers name: what such a record said before it changed is kept (``server.store.former``)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the transaction knows of one record; ``rev`` 0 means that there is none.

    Of a record that was put, ``sent`` is what ``body`` was made of and ``scope`` the first feed that carries it.
    """

    rev: int = 0
    body: str = ""
    is_gone: bool = False
    stored_rev: int = 0
    columns: Columns | None = None
    sent: Json | None = None
    scope: ScopeId | None = None

    @property
    def is_here(self) -> bool:
        return self.rev > 0 and not self.is_gone


_ABSENT = _Known()


class Tx:
    """An open transaction of a ``ServerStore``; use it within the ``with`` that gave it and nowhere else."""

    def __init__(
        self, connection: Connection, now: datetime, ids: IdSource, *, is_writing: bool, actor: Actor | None = None
    ) -> None:
        self.connection = connection
        self.now = now
        self.ids = ids
        self.is_writing = is_writing
        self._known: dict[Key, _Known] = {}
        self._entities: dict[Key, object] = {}
        self._unwritten: dict[Key, None] = {}
        self._changes: dict[ScopeId, dict[Key, feed.Change]] = {}
        self._photo_refs: list[Columns] = []
        self._review_states: list[Columns] = []
        self._former: list[Columns] = []
        self._first: Callable[[], None] | None = None
        self.turned: dict[Key, tuple[object | None, object]] = {}
        self._actor = actor
        self._trace = Trace()

    # ---- synced entities

    def find(self, cls: type[T], record: str) -> T | None:
        """Return an entity, or nothing if there is none or it was removed."""
        key = (KIND_OF[cls], record)
        known = self._look_up(key)
        if not known.is_here:
            return None
        found = self._entities.get(key)
        if found is None:
            found = self._entities[key] = read_stored(cls, known.body)
        return cast("T", found)

    def get(self, cls: type[T], record: str) -> T:
        """Return an entity.

        Raises:
            UnknownRecordError: there is none.
        """
        found = self.find(cls, record)
        if found is None:
            raise UnknownRecordError(kind=KIND_OF[cls], id=record)
        return found

    def rev(self, cls: type, record: str) -> int:
        """Return an entity's revision, 0 if there is none."""
        known = self._look_up((KIND_OF[cls], record))
        return known.rev if known.is_here else 0

    def put(self, entity: object, *, body: Json | None = None, times: Times | None = None) -> int:
        """Write an entity and return its new revision; what changed in its feeds follows at the commit.

        ``body`` is its JSON form as a tablet sent it, with members of newer apps; without it, such members of the
        stored body are kept. ``times`` are its readings by the server's clock.
        """
        self._must_write()
        kind, record = key = (KIND_OF[type(entity)], id_of(entity))
        if isinstance(entity, Hazard):
            self._keep_history(entity)
        if kind in _HEEDED:
            self.turned[key] = (self.turned[key][0] if key in self.turned else self.find(type(entity), record), entity)
        self._leave(entity, key)
        old = self._look_up(key)
        columns = columns_of(entity, times or _NO_TIMES)
        if times is None and old.rev:
            for name in _KEPT_WITHOUT_TIMES.get(kind, ()):
                worked_out = (old.columns or {}).get(name)
                if worked_out is not None:
                    columns[name] = worked_out
                elif old.stored_rev:
                    columns.pop(name)
        text = write_text(self._body(kind, entity, old) if body is None else body)
        scopes = scopes_of(entity, self._today(entity))
        scope = scopes[0] if scopes else ScopeId("")
        if text != old.body:
            self._remember(key, old)
        self._known[key] = _Known(old.rev + 1, text, False, old.stored_rev, columns, body, scope)
        self._entities.pop(key, None)  # read again from its body if asked for: a batch would hold megabytes of them
        self._unwritten[key] = None
        if self._actor is not None:
            self._trace.record(kind, record, site_of(entity), secret_until(entity))
        for scope in scopes:
            self._change(scope, key, old.rev + 1, is_gone=False)
        self._refer_to_photos(entity, kind, record)
        if isinstance(entity, Review):
            self._review_states.append({"of": entity.inspection, "state": entity.state.value})
        return old.rev + 1

    def remove(self, cls: type, record: str) -> None:
        """Take an entity away; its feeds say that it is gone.

        Raises:
            UnknownRecordError: there is none.
        """
        self._must_write()
        entity: object = self.get(cast("type[object]", cls), record)
        key = (KIND_OF[cls], record)
        old = self._look_up(key)
        for scope in self._carriers(key, self._possible_scopes(entity)):
            self._change(scope, key, old.rev + 1, is_gone=True)
        self._remember(key, old)
        self._known[key] = replace(self._look_up(key), rev=old.rev + 1, is_gone=True, columns={})
        self._entities.pop(key, None)
        self._unwritten[key] = None
        if self._actor is not None:
            self._trace.record(*key, site_of(entity), secret_until(entity))

    def entity(self, kind: str, record: str, *, unless: Json | None = None) -> Entity | None:
        """Return an entity as it travels, its body unread; nothing if there is none.

        The body is left out if it is that of ``unless``.
        """
        known = self._look_up((kind, record))
        if not known.is_here:
            return None
        scope = known.scope
        if scope is None:
            found = self.get(cast("type[object]", ROW_BODIES[kind]), record)
            scope = (*scopes_of(found, self._today(found)), ScopeId(""))[0]
        is_left_out = unless is not None and (known.sent is unless or known.body == write_text(unless))
        return Entity(kind, record, scope, known.rev, None if is_left_out else as_stored(known.body))

    def prefetch(self, kind: str, records: Iterable[str]) -> None:
        """Load several records of a kind by one query; those that are not there are remembered as absent."""
        wanted = [record for record in dict.fromkeys(records) if (kind, record) not in self._known]
        self._known.update(((kind, record), _ABSENT) for record in wanted)
        for record, rev, is_gone, body in RECORDS[kind].rows(self.connection, wanted):
            self._known[kind, record] = _Known(rev, body, bool(is_gone), rev)

    def every(self, cls: type[T], *where: ColumnElement[bool], order: Sequence[Any] = (), limit: int = 0) -> list[T]:
        """List the entities of a kind that match, sorted by id unless ``order`` says otherwise."""
        table = SYNCED[KIND_OF[cls]]
        query = select(table.c.body).where(table.c.is_gone.is_(False), *where).order_by(*order or (table.c.id,))
        bodies = self.scalars(query.limit(limit) if limit else query)
        return [read_stored(cls, body) for body in bodies]

    def needs_moving(self, entity: object) -> bool:
        """Tell whether an entity belongs into a feed that does not carry it yet, because its day has come."""
        wanted = set(scopes_of(entity, self._today(entity)))
        return bool(wanted - self._carriers((KIND_OF[type(entity)], id_of(entity)), wanted))

    def unwritten(self, kind: str) -> list[tuple[str, Columns]]:
        """List the records of a kind that were put and wait to be written, with their columns."""
        keys = [key for key in self._unwritten if key[0] == kind]
        return [(key[1], dict(self._known[key].columns or {})) for key in keys]

    # ---- SQL for the modules of this package

    def rows(self, query: Select[*AnyColumns]) -> Sequence[Row[*AnyColumns]]:
        """Run a query over what was put so far."""
        return self._flushed().execute(query).all()

    def row(self, query: Select[*AnyColumns]) -> Row[*AnyColumns] | None:
        """Run a query for one row at most."""
        return self._flushed().execute(query).one_or_none()

    def scalars(self, query: Select[*AnyColumns]) -> list[Any]:
        """Run a query for one column."""
        return list(self._flushed().execute(query).scalars())

    def scalar(self, query: Executable) -> Any:
        """Run a query for one value; nothing if there is no row."""
        return self._flushed().execute(query).scalar()

    def count(self, query: Select[*AnyColumns]) -> int:
        """Count the rows of a query."""
        found: int = self.scalar(select(func.count()).select_from(query.order_by(None).subquery()))
        return found

    def execute(self, statement: Executable, rows: Sequence[Columns] | None = None) -> CursorResult[Any]:
        """Run a statement that writes a table which is not synced.

        Raises:
            RuntimeError: it would write a synced table past ``put``.
        """
        if isinstance(statement, (Insert, Update, Delete)):
            self._must_write()
            if isinstance(statement.table, Table) and SYNCED.get(statement.table.name) is statement.table:
                raise RuntimeError(f"{statement.table.name} is written by put and remove only")
            if self._actor is not None and isinstance(statement.table, Table):
                self._trace.table(
                    statement.table.name, rows or statement.compile(dialect=self.connection.dialect).params
                )
        connection = self._flushed()
        found = connection.execute(statement, rows) if rows is not None else connection.execute(statement)
        return cast("CursorResult[Any]", found)

    def aside(self, query: Select[*AnyColumns]) -> Sequence[Row[*AnyColumns]]:
        """Run a query over tables that ``put`` does not write, without writing what was put so far."""
        return self.connection.execute(query).all()

    def changed(self) -> list[Key]:
        """Name the records that somebody of the office changed in this transaction; none while a tablet pushes."""
        is_office = self._actor is not None and not self._actor.is_background
        return list(self._trace.records) if is_office else []

    def say(self, entry: Entry) -> None:
        """Add a row to the chain of who did what, at the commit; what else is missing in it is the transaction's."""
        self._must_write()
        self._trace.said.append(entry)

    def touch(self, kind: str, ident: str) -> None:
        """Name what is no synced record but was changed, such as an account, in the row of this transaction."""
        self._trace.others.append((kind, ident))

    def write_first(self, work: Callable[[], None]) -> None:
        """Do ``work`` before anything else that this transaction writes, and at its end at the latest."""
        self._must_write()
        self._first = work

    def begin_writing(self) -> None:
        """Do what is to be written first, if it was not done yet."""
        work, self._first = self._first, None
        if work is not None:
            work()

    def insert(self, table: Table) -> Any:
        """Begin an INSERT that knows ON CONFLICT, in this database's dialect."""
        return sqlite_insert(table) if self.connection.dialect.name == "sqlite" else postgresql_insert(table)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what is done within if it raises."""
        connection = self._flushed()
        trace = self._trace
        traced = (dict(trace.records), list(trace.others), list(trace.said), list(trace.facts))
        kept = (dict(self._known), dict(self._entities), {scope: dict(rows) for scope, rows in self._changes.items()})
        turned = dict(self.turned)
        nested = connection.begin_nested()
        try:
            yield
            self.flush()
        except BaseException:
            nested.rollback()
            self._known, self._entities, self._changes = kept
            trace.records, trace.others, trace.said, trace.facts = traced
            self._unwritten, self._photo_refs, self._review_states, self.turned = {}, [], [], turned
            self._former = []
            raise
        nested.commit()

    def flush(self) -> None:
        """Write what was put so far, one statement a table; feeds wait for ``finish``.

        Raises:
            BusyError: somebody else changed one of the records since it was read.
        """
        self.begin_writing()
        if not self._unwritten:
            return
        by_kind: dict[str, list[str]] = {}
        for kind, record in sorted(self._unwritten):
            by_kind.setdefault(kind, []).append(record)
        self._unwritten = {}
        for kind, records in by_kind.items():
            self._write(kind, records)
        if self._photo_refs:
            refs, self._photo_refs = self._photo_refs, []
            REFER.run_many(self.connection, refs)
        if self._review_states:
            states, self._review_states = self._review_states, []
            SET_REVIEW_STATE.run_many(self.connection, states)
        if self._former:
            was, self._former = self._former, []
            KEEP_FORMER.run_many(self.connection, was)

    def finish(self) -> None:
        """Write everything, then the feeds, then who did it; called once, before the commit."""
        self.flush()
        if self._changes:
            feed.publish(self.connection, {scope: rows.values() for scope, rows in self._changes.items()})
            self._changes = {}
        bodies = ((*key, self._known[key].rev, self._known[key].body) for key in self._trace.records)
        entries = entries_of(self._actor, self._trace, bodies)
        if entries:
            append(self.connection, self.now, entries)

    # ---- within

    def _must_write(self) -> None:
        if not self.is_writing:
            raise ForbiddenError(detail="this transaction only reads")

    def _flushed(self) -> Connection:
        self.flush()
        return self.connection

    def _look_up(self, key: Key) -> _Known:
        known = self._known.get(key)
        if known is None:
            self.prefetch(key[0], [key[1]])
            known = self._known[key]
        return known

    def _body(self, kind: str, entity: object, old: _Known) -> Json:
        written = wire.encode_object(entity)
        if not old.rev:
            return written
        stored = wire.loads(old.body)
        names = member_names(kind)
        kept = {name: value for name, value in cast("Json", stored).items() if name not in names}
        return {**kept, **written}

    def _keep_history(self, entity: Hazard) -> None:
        """Let a hazard's steps only grow: what happened is never edited, whoever writes."""
        before = self.find(Hazard, entity.id)
        if before is not None and entity.steps[: len(before.steps)] != before.steps:
            raise RuntimeError(f"the history of hazard {entity.id} is never edited")

    def _leave(self, entity: object, key: Key) -> None:
        """Say that the record is gone in every feed that carries it and will no more."""
        old = self._look_up(key)
        if not old.is_here:
            return
        before = self.find(type(entity), key[1])
        possible = set(self._possible_scopes(before)) - set(scopes_of(entity, self._today(entity)))
        if possible:
            for scope in self._carriers(key, possible):
                self._change(scope, key, old.rev + 1, is_gone=True)

    def _carriers(self, key: Key, possible: Iterable[ScopeId]) -> set[ScopeId]:
        """Return the feeds among ``possible`` that carry a record, those of this transaction included."""
        before = feed.carriers(self.connection, *key, possible)  # feeds are written at the end only
        mine = {scope: rows[key] for scope, rows in self._changes.items() if key in rows}
        return {*(scope for scope in before if scope not in mine), *(s for s, one in mine.items() if not one.is_gone)}

    def _possible_scopes(self, entity: object) -> tuple[ScopeId, ...]:
        if isinstance(entity, Rule) and entity.is_secret:
            return (*scopes_of(entity, date.max), *(user_scope(person) for person in entity.performers))
        return scopes_of(entity, date.max)

    def _today(self, entity: object) -> date:
        if not isinstance(entity, Rule) or not entity.is_secret:
            return date.max
        site = self.find(Site, entity.site)
        return self.now.astimezone(ZoneInfo(site.timezone if site else "Asia/Shanghai")).date()

    def _change(self, scope: ScopeId, key: Key, rev: int, *, is_gone: bool) -> None:
        self._changes.setdefault(scope, {})[key] = feed.Change(*key, rev, is_gone)

    def _remember(self, key: Key, old: _Known) -> None:
        """Keep what a place, a person or equipment said until now."""
        if old.is_here and key[0] in REMEMBERED:
            self._former.append({"kind": key[0], "id": key[1], "until": self.now, "body": old.body})

    def _refer_to_photos(self, entity: object, kind: str, record: str) -> None:
        refs = photo_refs(entity)
        if not refs:
            return
        unit = getattr(entity, "unit", None)
        about = getattr(entity, "hazard", None)
        if unit is None and about is not None:
            hazard = self.find(Hazard, about)
            unit = hazard.unit if hazard else None
        common = {"kind": kind, "id": record, "site": site_of(entity), "unit": unit}
        self._photo_refs += [
            {"sha256": ref.sha256, "is_thumb": ref.is_thumb, "camera": ref.camera, **common} for ref in refs
        ]

    def _write(self, kind: str, records: list[str]) -> None:
        fresh: dict[frozenset[str], list[Columns]] = {}
        changed: dict[frozenset[str], list[Columns]] = {}
        lengths = lengths_of(kind)
        for record in records:
            known = self._known[kind, record]
            row = dict(known.columns or {})
            for name, length in lengths:  # a projection serves lists, the body holds all of a long text
                value = row.get(name)
                if value is not None and len(value) > length:
                    row[name] = value[:length]
            row.update(rev=known.rev, is_gone=known.is_gone, body=known.body, stored_at=self.now)
            names = frozenset(row)
            if known.stored_rev:
                changed.setdefault(names, []).append({**row, "of_id": record, "of_rev": known.stored_rev})
            else:
                fresh.setdefault(names, []).append({**row, "id": record})
            self._known[kind, record] = replace(known, stored_rev=known.rev)
        for names, rows in fresh.items():
            insert_into(kind, names).run_many(self.connection, rows)
        for names, rows in changed.items():
            if update_of(kind, names).run_many(self.connection, rows) != len(rows):
                raise BusyError(retry_after_s=1)
