"""A consistent copy of everything while the server goes on: the database first, then the photos that it names.

Photos never change and are never deleted, so whatever the copied database names is there when the photos are copied.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from server.config import Config
from server.files import BlobStore
from shared.errors import DamagedDatabaseError
from shared.ids import Sha256


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds."""

    database: Path
    photos: int
    new_photos: int


def back_up(config: Config, blobs: BlobStore, folder: Path) -> Backup:
    """Copy database and photos into ``folder``; photos that are there already are left alone.

    Raises:
        DamagedDatabaseError: the copy does not pass SQLite's check; it is not kept.
        OSError: the folder cannot be written, or ``pg_dump`` is missing or failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    url = make_url(config.database_url)
    is_sqlite = url.get_backend_name() == "sqlite"
    database = _copy_sqlite(Path(str(url.database)), folder) if is_sqlite else _dump_postgresql(url, folder)
    names = list(blobs.names())
    new = sum(_copy_blob(blobs, name, folder / "blobs" / name[:2] / name[2:4] / name) for name in names)
    return Backup(database, len(names), new)


def _copy_sqlite(source: Path, folder: Path) -> Path:
    """Copy all pages in one go: page by page it would begin anew at every write of the server (measured)."""
    target, fresh = folder / "rounds.db", folder / "rounds.db.new"
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(fresh)) as copy:
        live.backup(copy, pages=-1)
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
    if verdict != "ok":
        fresh.unlink()
        raise DamagedDatabaseError(set_aside="", detail=str(verdict)[:200])
    _make_durable(fresh)
    fresh.replace(target)
    return target


def _dump_postgresql(url: URL, folder: Path) -> Path:
    target, fresh = folder / "rounds.dump", folder / "rounds.dump.new"
    plain = url.set(drivername="postgresql", password=None)
    environment = {**os.environ, **({"PGPASSWORD": url.password} if url.password else {})}
    program = shutil.which("pg_dump") or _debian_pg_dump()
    command = [program, "--format=custom", f"--file={fresh}", plain.render_as_string(hide_password=False)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise OSError(f"pg_dump failed: {done.stderr.strip()[:500]}")
    _make_durable(fresh)
    fresh.replace(target)
    return target


def _debian_pg_dump() -> str:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("pg_dump is not installed")
    return str(found[-1])


def _copy_blob(blobs: BlobStore, name: Sha256, target: Path) -> bool:
    if target.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    with blobs.open(name) as source, fresh.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
    fresh.replace(target)
    return True


def _make_durable(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
