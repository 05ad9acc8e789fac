"""Puts a backup's database in the place of the live one, and that aside.

Invariant: before anybody can serve it the restored database says that it is a copy, and has forgotten the photos that
are lost: whoever starts a server on what a cut restore left begins a new generation, and no tablet deletes its last copy.
Invariant: until its rows were counted, the old database is in its place or comes back.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import UTC
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from server.config import Config
from server.db import make_engine
from server.files import sync
from server.manifest import SQLITE, BackupError, Manifest
from server.postgres import run_tool
from server.store import ServerStore
from server.store.aside import schema_anew
from server.store.blob import forget_stored
from server.store.census import table_counts
from server.store.generation import is_copy, mark_as_copy
from server.system import SystemClock, SystemIds
from shared.ids import Sha256


def bring_database(config: Config, backup: Path, manifest: Manifest, lost: Collection[Sha256]) -> str:
    """Restore the database of ``backup``, marked as a copy and without the ``lost`` photos; returns where the old one is.

    Raises:
        BackupError: its file is damaged, or its counts differ from the manifest; the old database is in its place.
        OSError: a disk or ``pg_restore`` refused; likewise.
    """
    bring = _bring_sqlite if manifest.kind == SQLITE else _bring_postgresql
    return bring(config, backup, manifest, lost)


def _settle_copy(engine: Engine, manifest: Manifest, lost: Collection[Sha256]) -> None:
    """Say in the restored database that it is a copy and forget lost photos, in one transaction; then count its rows.

    Raises:
        BackupError: with the tables that differ from the manifest.
    """
    store = ServerStore(engine, SystemClock(), SystemIds())
    with store.writing() as tx:
        marks = 0 if is_copy(tx) else 1
        mark_as_copy(tx)
        forgotten = sum(forget_stored(tx, name) for name in lost)
    _must_count(store, manifest, {"meta": marks, "blob": -forgotten})


def _must_count(store: ServerStore, manifest: Manifest, changed: Mapping[str, int]) -> None:
    """Compare the rows of every table with the manifest, but for what was ``changed`` since."""
    with store.reading() as tx:
        found = table_counts(tx, manifest.tables)
    wrong = [
        f"{name}: {found[name]} rows instead of {wanted + changed.get(name, 0)}"
        for name, wanted in manifest.tables.items()
        if found[name] != wanted + changed.get(name, 0)
    ]
    if wrong:
        raise BackupError(f"the restored database differs from its manifest: {'; '.join(wrong)}")


def _bring_sqlite(config: Config, backup: Path, manifest: Manifest, lost: Collection[Sha256]) -> str:
    """Make the copy ready beside, durable, then put the old files aside, then the copy in their place."""
    target = Path(str(make_url(config.database_url).database))
    fresh = target.with_name(f"{target.name}.restoring")
    try:
        _make_ready(config, backup / manifest.database, fresh, manifest, lost)
    except BaseException:
        _clear(fresh)
        raise
    aside = _set_aside(target)
    fresh.replace(target)
    sync(target.parent)
    return aside


def _make_ready(config: Config, source: Path, fresh: Path, manifest: Manifest, lost: Collection[Sha256]) -> None:
    _clear(fresh)  # a -wal that a restore left behind when it was cut would be played into this one
    shutil.copyfile(source, fresh)
    with closing(sqlite3.connect(fresh)) as copy:
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise BackupError(f"the backup's database is damaged: {verdict}")
    url = make_url(config.database_url).set(database=str(fresh))
    engine = make_engine(url.render_as_string(hide_password=False))
    try:
        _settle_copy(engine, manifest, lost)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(fresh)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")  # one file again
    sync(fresh)


def _clear(path: Path) -> None:
    for file in _files(path):
        file.unlink(missing_ok=True)


def _files(database: Path) -> tuple[Path, ...]:
    """Name a database and its -wal and -shm."""
    return (database, database.with_name(f"{database.name}-wal"), database.with_name(f"{database.name}-shm"))


def _set_aside(target: Path) -> str:
    """Move a database and its -wal and -shm away together; a -wal left behind would be played into the new one."""
    there = [path for path in _files(target) if path.exists()]
    if not there:
        return ""
    folder = _fresh_folder(target.parent)
    for path in reversed(there):
        path.replace(folder / path.name)
    sync(folder)
    return str(folder)


def _stamp() -> str:
    return SystemClock().read().wall.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _fresh_folder(home: Path) -> Path:
    stamp = _stamp()
    for number in range(1, 1000):
        folder = home / f"set-aside-{stamp}{f'-{number}' if number > 1 else ''}"
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            return folder
    raise FileExistsError(f"{home} is full of set-aside databases")


def _bring_postgresql(config: Config, backup: Path, manifest: Manifest, lost: Collection[Sha256]) -> str:
    """Rename the old schema, restore into a fresh one in a single transaction; on failure the old one comes back."""
    engine = make_engine(config.database_url)
    try:
        with schema_anew(engine, _stamp().lower()) as aside:
            engine.dispose()
            dump = str(backup / manifest.database)
            options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--schema=public")
            run_tool("pg_restore", make_url(config.database_url), *options, dump)
            _settle_copy(engine, manifest, lost)
        return f"schema {aside}" if aside else ""
    finally:
        engine.dispose()
