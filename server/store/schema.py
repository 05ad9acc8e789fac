"""The schema itself, the server's generation id and gap-free serial numbers."""

from __future__ import annotations

from sqlalchemy import Engine, Executable, bindparam, inspect, select, text

from server.store.statement import InsertInto, Statement
from server.store.tx import Tx
from server.tables import meta, metadata, serial
from shared.ids import Epoch

_EPOCH = "epoch"


def create_schema(engine: Engine) -> None:
    """Create all tables in an empty database, without migrations: for tests and throw-away servers."""
    metadata.create_all(engine)


def epoch(tx: Tx) -> Epoch:
    """Return the server's generation id; empty before the first start."""
    found = _META.rows(tx.connection, key=_EPOCH)
    return Epoch(found[0][0] if found else "")


def ensure_epoch(tx: Tx) -> Epoch:
    """Return the generation id, and make one at the very first start."""
    new = tx.insert(meta).values(key=_EPOCH, value=tx.ids.new())
    tx.execute(new.on_conflict_do_nothing())
    return epoch(tx)


def new_epoch(tx: Tx) -> Epoch:
    """Begin a new generation, after any restore: every tablet then sends again what it still holds."""
    ensure_epoch(tx)
    tx.execute(meta.update().where(meta.c.key == _EPOCH).values(value=tx.ids.new()))
    return epoch(tx)


def get_meta(tx: Tx, key: str) -> str | None:
    """Return what the database remembers under ``key``, None if nothing."""
    found: str | None = tx.scalar(select(meta.c.value).where(meta.c.key == key))
    return found


def put_meta(tx: Tx, key: str, value: str) -> None:
    """Remember ``value`` under ``key``."""
    new = tx.insert(meta).values(key=key, value=value)
    tx.execute(new.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def revision(tx: Tx) -> str:
    """Return the revision that migrations left the schema at; empty if it was made without them."""
    if not inspect(tx.connection).has_table("alembic_version"):
        return ""
    found: str | None = tx.scalar(text("SELECT version_num FROM alembic_version"))
    return found or ""


def is_empty(tx: Tx) -> bool:
    """Tell whether the database has none of our tables: nobody has migrated it yet."""
    return not inspect(tx.connection).has_table(meta.name)


def is_writable(tx: Tx) -> bool:
    """Tell whether this writing transaction may write: on PostgreSQL not on a stand-by; on SQLite it would not be open."""
    return tx.connection.dialect.name == "sqlite" or tx.scalar(text("SHOW transaction_read_only")) == "off"


def next_serial(tx: Tx, name: str, year: int) -> int:
    """Take the next number of a series, from 1 each year; no gap and no number twice, also after a rollback."""
    tx.begin_writing()
    ((found,),) = _TAKE.rows(tx.connection, name=name, year=year, last=1)
    return int(found)


def _take(insert: InsertInto) -> Executable:
    fresh = insert(serial).values({name: bindparam(name) for name in ("name", "year", "last")})
    more = {"last": serial.c.last + fresh.excluded.last}
    taken: Executable = fresh.on_conflict_do_update(index_elements=["name", "year"], set_=more).returning(serial.c.last)
    return taken


_META = Statement(lambda _insert: select(meta.c.value).where(meta.c.key == bindparam("key")))
_TAKE = Statement(_take)
