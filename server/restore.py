"""Brings a backup back: photos first, then the database that names them, then a new generation, always.

Nothing is overwritten: without ``is_forced`` a place that holds anything is refused, with it the old database is set
aside. Photos that are here already stay, so that those which came after the backup need not be sent again; each is
hashed, and a damaged one is set aside and replaced.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from server import migrations
from server.check import hash_blob
from server.config import Config
from server.db import make_engine
from server.files import BlobStore, kind_of
from server.generation import forget_mark, marked_epoch, settle_generation
from server.lock import held
from server.manifest import (
    SQLITE,
    BackupError,
    Manifest,
    blob_path,
    listed_blobs,
    must_be_whole,
    read_manifest,
)
from server.postgres import run_tool
from server.store import ServerStore
from server.store.aside import has_tables, schema_anew
from server.store.blob import find_blobs, store_whole
from server.store.census import table_counts
from server.store.generation import begin_epoch
from server.system import SystemClock, SystemIds
from shared.errors import ChecksumMismatchError
from shared.ids import Epoch, Sha256

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``set_aside`` names where the old database lies, ``adopted`` counts photos that were here."""

    epoch: Epoch
    manifest: Manifest
    copied: int
    adopted: int
    damaged: int
    set_aside: str


def restore(
    config: Config, blobs: BlobStore, backup: Path, *, is_forced: bool = False, tell: Callable[[str], None]
) -> Restored:
    """Put database and photos of ``backup`` in their places, bring the schema up to date and begin a new generation.

    The servers must be stopped: a running one on SQLite is noticed and refused.

    Raises:
        BackupError: the backup is not whole, of the other kind of database, or counts differ after restoring.
        FileExistsError: the place holds a database and ``is_forced`` was not said.
        NewerDatabaseError: a newer server made the backup.
        BlobStoreError, OSError: a disk, the photo store or ``pg_restore`` refused; the old database is in its place.
    """
    manifest = read_manifest(backup)
    url = make_url(config.database_url)
    must_be_whole(backup, manifest)
    migrations.must_know(manifest.revision)
    if (url.get_backend_name() == "sqlite") is not (manifest.kind == SQLITE):
        raise BackupError(f"the backup is of {manifest.kind}, ROUNDS_DB names {url.get_backend_name()}")
    config.home.mkdir(parents=True, exist_ok=True)
    with _no_server(url):
        tell(f"backup of {manifest.made_at.isoformat(timespec='seconds')}: {manifest.blobs} photos")
        _must_be_free(config, url, is_forced=is_forced)
        copied, damaged = _bring_blobs(blobs, backup)
        tell(f"photos: {copied} brought, {manifest.blobs - copied} here already, {damaged} damaged ones replaced")
        bring = _bring_sqlite if manifest.kind == SQLITE else _bring_postgresql
        set_aside = bring(config, url, backup, manifest)
        if set_aside:
            tell(f"the old database is set aside: {set_aside}")
        engine = make_engine(config.database_url)
        try:
            store = ServerStore(engine, SystemClock(), SystemIds())
            must_count(store, manifest)
            migrations.upgrade(engine)
            adopted = _adopt(store, blobs)
            with store.writing() as tx:
                epoch = begin_epoch(tx, marked_epoch(config.home))
            forget_mark(config.home)
            settle_generation(store, config.home)
        finally:
            engine.dispose()
    tell(f"new generation {epoch}: every tablet sends again what it still holds")
    return Restored(epoch, manifest, copied, adopted, damaged, set_aside)


def must_count(store: ServerStore, manifest: Manifest) -> None:
    """Compare the rows of every table with the manifest.

    Raises:
        BackupError: with the tables that differ.
    """
    with store.reading() as tx:
        found = table_counts(tx, manifest.tables)
    wrong = [
        f"{name}: {found[name]} rows instead of {wanted}"
        for name, wanted in manifest.tables.items()
        if found[name] != wanted
    ]
    if wrong:
        raise BackupError(f"the restored database differs from its manifest: {'; '.join(wrong)}")


# ---- photos


def _bring_blobs(blobs: BlobStore, backup: Path) -> tuple[int, int]:
    copied = damaged = 0
    for name, size_bytes in listed_blobs(backup):
        if blobs.has(name):
            if hash_blob(blobs, name) == name:
                continue
            blobs.set_aside(name)
            damaged += 1
        _bring_blob(blobs, blob_path(backup, name), name, size_bytes)
        copied += 1
    return copied, damaged


def _bring_blob(blobs: BlobStore, path: Path, name: Sha256, size_bytes: int) -> None:
    """Check a photo against its name and store it."""
    try:
        if path.stat().st_size != size_bytes:
            raise BackupError(f"{path} has another size than the backup wrote")
        blobs.take(name, path)
    except FileNotFoundError as error:
        raise BackupError(f"{path} is missing from the backup") from error
    except ChecksumMismatchError as error:
        raise BackupError(f"{path} is damaged: it does not hash to its name") from error


def _adopt(store: ServerStore, blobs: BlobStore) -> int:
    """Make known again the photos that came after the backup and lie here still; only what hashes to its name."""
    adopted = 0
    page: list[tuple[Sha256, int]] = []
    for entry in blobs.stored():
        page.append(entry)
        if len(page) == _PAGE:
            adopted, page = adopted + _adopt_page(store, blobs, page), []
    return adopted + _adopt_page(store, blobs, page)


def _adopt_page(store: ServerStore, blobs: BlobStore, page: list[tuple[Sha256, int]]) -> int:
    with store.reading() as tx:
        known = find_blobs(tx, [name for name, _ in page])
    strange = [(name, size) for name, size in page if name not in known or not known[name].is_stored]
    whole = [(name, size, _kind(blobs, name)) for name, size in strange if hash_blob(blobs, name) == name]
    with store.writing() as tx:
        for name, size, mime in whole:
            store_whole(tx, name, size, mime)
    return len(whole)


def _kind(blobs: BlobStore, name: Sha256) -> str:
    with blobs.open(name) as file:
        return kind_of(file.read(16))


# ---- the database


def _must_be_free(config: Config, url: URL, *, is_forced: bool) -> None:
    if is_forced:
        return
    if url.get_backend_name() == "sqlite":
        is_taken = Path(str(url.database)).exists()
    else:
        engine = make_engine(config.database_url)
        is_taken = has_tables(engine)
        engine.dispose()
    if is_taken:
        where = url.render_as_string(hide_password=True)
        raise FileExistsError(f"there is a database already: {where}; --force sets it aside and goes on")


def _bring_sqlite(_config: Config, url: URL, backup: Path, manifest: Manifest) -> str:
    """Put the copy beside, durable, then the old files aside, then the copy in their place."""
    target = Path(str(url.database))
    fresh = target.with_name(f"{target.name}.restoring")
    shutil.copyfile(backup / manifest.database, fresh)
    _sync(fresh)
    with closing(sqlite3.connect(fresh)) as copy:
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        fresh.unlink()
        raise BackupError(f"the backup's database is damaged: {verdict}")
    aside = _set_aside(target)
    fresh.replace(target)
    _sync(target.parent)
    return aside


def _set_aside(target: Path) -> str:
    """Move a database and its -wal and -shm away together; a -wal left behind would be played into the new one."""
    names = (target.name, f"{target.name}-wal", f"{target.name}-shm")
    there = [path for path in map(target.with_name, names) if path.exists()]
    if not there:
        return ""
    folder = _fresh_folder(target.parent)
    for path in reversed(there):
        path.replace(folder / path.name)
    _sync(folder)
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


def _bring_postgresql(config: Config, url: URL, backup: Path, manifest: Manifest) -> str:
    """Rename the old schema, restore into a fresh one in a single transaction; on failure the old one comes back."""
    engine = make_engine(config.database_url)
    try:
        with schema_anew(engine, _stamp().lower()) as aside:
            engine.dispose()
            dump = str(backup / manifest.database)
            options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--schema=public")
            run_tool("pg_restore", url, *options, dump)
        return f"schema {aside}" if aside else ""
    finally:
        engine.dispose()


@contextlib.contextmanager
def _no_server(url: URL) -> Iterator[None]:
    """Keep servers off a SQLite file meanwhile; ``rounds serve`` holds the same lock."""
    if url.get_backend_name() != "sqlite":
        yield
        return
    target = Path(str(url.database))
    try:
        with held(target.with_name(f"{target.name}.serving")):
            yield
    except BlockingIOError as error:
        raise BackupError(f"a server runs on {target}; stop it first") from error


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
