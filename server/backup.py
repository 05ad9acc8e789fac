"""A consistent copy of everything while the server goes on: the database first, then the photos that it names.

Photos never change and are never deleted, so whatever the copied database names is there when the photos are copied.
Each backup is a dated folder of its own, whole without the others: photos are hard links where the disk allows it. It
is built beside and renamed at the end, so that a cut backup is never taken for a whole one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.engine import URL, make_url

from server import migrations
from server.config import Config, sqlite_url
from server.db import make_engine
from server.files import ROTTEN, BlobStore, is_linked, sync
from server.lock import held
from server.manifest import (
    LIST,
    POSTGRESQL,
    SQLITE,
    BackupError,
    Manifest,
    blob_path,
    folder_name,
    hash_of,
    listed_blobs,
    read_manifest,
    whole_backups,
    write_list,
    write_manifest,
)
from server.postgres import run_tool, tool_version
from server.store import ServerStore, Tx
from server.store.census import snapshot_name, stored_blobs, table_counts, table_names
from server.store.generation import mark_as_copy
from server.store.proof import Proof, last_proof
from server.store.schema import epoch
from shared.errors import DamagedDatabaseError, UnknownRecordError
from shared.ids import Epoch, Sha256

_CUT, _OVER = ".new-", ".old-"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: its folder, its manifest, the photos that the one before did not have, what was removed."""

    folder: Path
    manifest: Manifest
    new_blobs: int
    removed: tuple[str, ...]


@dataclass(slots=True)
class _Copied:
    """The database's copy, and what was counted in it."""

    kind: str
    file: Path
    epoch: Epoch
    revision: str
    tables: dict[str, int]
    tools: dict[str, str]
    blobs: tuple[int, int, Sha256] = (0, 0, Sha256(""))
    new_blobs: int = 0
    missing: list[Sha256] = field(default_factory=list)


def back_up(config: Config, store: ServerStore, blobs: BlobStore, folder: Path, *, keep: int = 0) -> Backup:
    """Copy database and photos into a new dated folder within ``folder``; 0 ``keep`` keeps all backups.

    Beyond ``keep``, the last one that a drill proved stays too. A photo that the database counts as stored but that is
    not to be had, cannot be read or is not what its name says, is named in the manifest: the rest is kept all the same.

    Raises:
        DamagedDatabaseError: the copy does not pass SQLite's check; no backup is left.
        BlobStoreError: the photos cannot be reached; no backup is left.
        OSError: the folder cannot be written, another backup runs, or ``pg_dump`` is missing or failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        for left in [*folder.glob(f"{_CUT}*"), *folder.glob(f"{_OVER}*")]:
            shutil.rmtree(left, ignore_errors=True)
        made_at = store.now()
        with store.reading() as tx:
            proof = last_proof(tx)
        name = folder_name(made_at, folder)
        fresh = folder / f"{_CUT}{name}"
        fresh.mkdir()
        try:
            before = whole_backups(folder)
            copied = _copy(config, store, fresh)
            _copy_blobs(blobs, fresh, before[-1] if before else None, copied)
            manifest = _manifest(copied, made_at)
            _sync_folders(fresh / "blobs")
            write_manifest(fresh, manifest)
            sync(fresh)
            fresh.rename(folder / name)
            sync(folder)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        return Backup(folder / name, manifest, copied.new_blobs, _rotate(folder, keep, proof))


def _copy(config: Config, store: ServerStore, fresh: Path) -> _Copied:
    url = make_url(config.database_url)
    if url.get_backend_name() != "sqlite":
        return _copy_postgresql(url, store, fresh)
    target = fresh / "rounds.db"
    _copy_sqlite(Path(str(url.database)), target)
    engine = make_engine(sqlite_url(fresh))
    try:
        revision = migrations.revision_of(engine) or ""
        copy = ServerStore(engine, store.clock, store.ids)
        with copy.writing() as tx:
            mark_as_copy(tx)
        with copy.reading() as tx:
            copied = _counted(tx, SQLITE, target, revision, {"sqlite": sqlite3.sqlite_version})
    finally:
        engine.dispose()
    _to_one_file(target)
    return copied


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy all pages in one go: page by page it would begin anew at every write of the server (measured)."""
    if not source.is_file():
        raise FileNotFoundError(errno.ENOENT, "there is no database", str(source))
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy, pages=-1)
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedDatabaseError(set_aside="", detail=str(verdict)[:200])


def _to_one_file(path: Path) -> None:
    """Take the copy out of WAL mode, so that it is one file, and make it durable."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")
    sync(path)


def _copy_postgresql(url: URL, store: ServerStore, fresh: Path) -> _Copied:
    """Dump one snapshot, and count and list in the very same."""
    target = fresh / "rounds.dump"
    revision = migrations.revision_of(store.engine) or ""
    with store.reading() as tx:
        run_tool(
            "pg_dump", url, "--format=custom", "--schema=public", f"--snapshot={snapshot_name(tx)}", f"--file={target}"
        )
        copied = _counted(tx, POSTGRESQL, target, revision, {"pg_dump": tool_version("pg_dump")})
    sync(target)
    return copied


def _counted(tx: Tx, kind: str, file: Path, revision: str, tools: dict[str, str]) -> _Copied:
    """Count every table, and list the photos for ``_copy_blobs``, which needs no transaction open for hours."""
    write_list(file.parent, stored_blobs(tx))
    tools = {**tools, "python": sys.version.split()[0]}
    return _Copied(kind, file, epoch(tx), revision, table_counts(tx, table_names()), tools)


def _copy_blobs(blobs: BlobStore, fresh: Path, before: Path | None, copied: _Copied) -> None:
    """Bring all photos of the list; those that are not to be had are taken off it."""

    def copy() -> Iterator[tuple[Sha256, int]]:
        for name, size_bytes in listed_blobs(fresh, wanted.name):
            found = _copy_blob(blobs, name, size_bytes, fresh, before)
            if found is None:
                copied.missing.append(name)
                continue
            copied.new_blobs += found
            yield name, size_bytes

    (fresh / "blobs").mkdir()
    wanted = (fresh / LIST).rename(fresh / "wanted.tsv")
    copied.blobs = write_list(fresh, copy())
    wanted.unlink()


def _copy_blob(blobs: BlobStore, name: Sha256, size_bytes: int, fresh: Path, before: Path | None) -> bool | None:
    """Bring one photo into the backup; tells whether the one before lacked it, nothing if it is not to be had."""
    target = blob_path(fresh, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = blob_path(before, name) if before else None
    is_new = kept is None or not kept.exists()
    for source in (blobs.path_of(name), kept):
        if source and source.is_file() and source.stat().st_size == size_bytes and is_linked(source, target):
            return is_new
    return is_new if _is_read(blobs, name, target) else None


def _is_read(blobs: BlobStore, name: Sha256, target: Path) -> bool:
    digest = hashlib.sha256()
    try:
        with blobs.open(name) as source, target.open("wb") as copy:
            while piece := _piece(source, name):
                digest.update(piece)
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
    except UnknownRecordError:
        target.unlink(missing_ok=True)
        return False
    if digest.hexdigest() == name:
        return True
    target.unlink()
    return False


def _piece(source: BinaryIO, name: Sha256) -> bytes:
    """Read on; a photo that the disk cannot read is lost, and no reason to leave the others without a backup."""
    try:
        return source.read(_CHUNK)
    except OSError as error:
        if error.errno in ROTTEN:
            raise UnknownRecordError(kind="blob", id=name) from error
        raise


def _manifest(copied: _Copied, made_at: datetime) -> Manifest:
    count, total, list_sha256 = copied.blobs
    return Manifest(
        made_at=made_at,
        epoch=copied.epoch,
        kind=copied.kind,
        revision=copied.revision,
        database=copied.file.name,
        database_bytes=copied.file.stat().st_size,
        database_sha256=hash_of(copied.file),
        blobs=count,
        blob_bytes=total,
        blob_list_sha256=list_sha256,
        tables=copied.tables,
        tools=copied.tools,
        missing=tuple(copied.missing),
    )


def _rotate(folder: Path, keep: int, proof: Proof | None) -> tuple[str, ...]:
    """Remove the oldest backups beyond ``keep``; each is renamed first, so that half of one is never taken for it."""
    beyond = whole_backups(folder)[:-keep] if keep else []
    over = [backup for backup in beyond if not _is_proved(backup, proof)]
    for backup in over:
        doomed = folder / f"{_OVER}{backup.name}"
        backup.rename(doomed)
        shutil.rmtree(doomed)
    return tuple(backup.name for backup in over)


def _is_proved(backup: Path, proof: Proof | None) -> bool:
    """Tell whether a backup is the last one that could be restored: where newer ones cannot, it is all there is."""
    if proof is None or proof.proved_at is None:
        return False
    try:
        return read_manifest(backup).made_at == proof.proved_at
    except BackupError:
        return False


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        with held(folder / ".lock"):
            yield
    except BlockingIOError as error:
        raise OSError(f"another backup into {folder} is under way") from error


def _sync_folders(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        sync(Path(folder))
